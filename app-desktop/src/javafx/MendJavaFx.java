import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassHierarchyResolver;
import java.lang.classfile.ClassTransform;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.CodeElement;
import java.lang.classfile.CodeTransform;
import java.lang.classfile.Label;
import java.lang.classfile.TypeKind;
import java.lang.classfile.instruction.ArrayLoadInstruction;
import java.lang.classfile.instruction.ArrayStoreInstruction;
import java.lang.classfile.instruction.InvokeInstruction;
import java.lang.classfile.instruction.StoreInstruction;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;

/// Mends JavaFX's text layout and its clock on Linux, in its jar or in a folder of its classes.
///
/// `java MendJavaFx.java JAR-OR-FOLDER`
///
/// A text that wraps is laid out by runs; a run that is cut at the end of a line is shaped again.
/// `PangoGlyphLayout` remembers each run's characters by the run, which is the same object after
/// the cut, so it shapes all that was there before: more glyphs than characters. Each line draws
/// the rest of its paragraph, and from right to left an index below zero ends in an
/// `ArrayIndexOutOfBoundsException` at every pulse. Mended, it asks for no remembered characters,
/// and keeps what it allocates by the address alone, to be freed as before.
///
/// A run in several fonts has several items. Pango lists them in reading order, and they are drawn
/// in that order from left to right, so the words of a right-to-left run change places. Mended, the
/// last one comes first there.
///
/// What has no shape, a mark of direction or a joiner, is drawn as a box without width: the number
/// that says "nothing" is out of the range of glyphs, so the glyph stays the first of the font.
/// Mended, it stays an invisible one.
///
/// The timer that begins each frame cannot be paused under GTK: it wakes the process 60 times per
/// second for ever, which takes 0.6 % of a core of a window in which nothing happens. Mended, the
/// toolkit stops it where it meant to pause it, and starts it again for the next frame.
///
/// There is nothing to do on other systems, which shape with other classes. Where the classes are
/// there, but are not those that are known, the build fails: a newer JavaFX may need no mending.
final class MendJavaFx {
  private static final String LAYOUT = "com/sun/javafx/font/freetype/PangoGlyphLayout.class";
  private static final String TIMER = "com/sun/glass/ui/gtk/GtkTimer.class";
  private static final String TOOLKIT = "com/sun/javafx/tk/quantum/QuantumToolkit.class";

  /// What Pango says where there is nothing to draw.
  private static final int EMPTY = 0x0FFFFFFF;

  /// What JavaFX does not draw, if no font is named above these bits.
  private static final int INVISIBLE = 0xFFFF;

  private static final int GLYPH = 0xFFFFFF;

  private MendJavaFx() {}

  public static void main(String[] arguments) throws IOException {
    Path place = Path.of(arguments[0]);
    if (Files.isDirectory(place)) {
      mend(place);
    } else {
      try (FileSystem jar = FileSystems.newFileSystem(place)) {
        mend(jar.getPath(""));
      }
    }
  }

  private static void mend(Path root) throws IOException {
    if (Files.exists(root.resolve(LAYOUT))) {
      mend(root, LAYOUT, new Layout());
    }
    if (Files.exists(root.resolve(TIMER))) {
      mend(root, TOOLKIT, new Pausing());
    }
  }

  private static void mend(Path root, String name, Mend mend) throws IOException {
    ClassFile classes =
        ClassFile.of(
            ClassFile.ClassHierarchyResolverOption.of(
                ClassHierarchyResolver.ofResourceParsing(other -> open(other, root))
                    .orElse(ClassHierarchyResolver.defaultResolver())));
    Path file = root.resolve(name);
    byte[] after =
        classes.transformClass(
            classes.parse(Files.readAllBytes(file)),
            ClassTransform.transformingMethodBodies(
                method -> mend.methods().contains(method.methodName().stringValue()), mend));
    if (!mend.isDone()) {
      throw new IllegalStateException(name + " is not the one that is known");
    }
    Files.write(file, after);
  }

  private static InputStream open(ClassDesc name, Path root) {
    String descriptor = name.descriptorString();
    Path file = root.resolve(descriptor.substring(1, descriptor.length() - 1) + ".class");
    try {
      return Files.exists(file) ? Files.newInputStream(file) : null;
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  /// `runUtf8.get(run)` becomes null, `runUtf8.put(run, text)` becomes `runUtf8.put(text, text)`.
  /// `gg = g.glyphs[i]`, the first number from an array of integers, and `glyphs[gii] = slot << 24
  /// | gg`, the first into one, leave nothing as what is not drawn.
  private static final class Layout implements Mend {
    private static final int UNKNOWN = -1;
    private static final int NEXT = -2;

    private int gets;
    private int puts;
    private int items;
    private int direction = UNKNOWN;
    private int length = UNKNOWN;
    private int loads;
    private int stores;

    @Override
    public Set<String> methods() {
      return Set.of("layout");
    }

    @Override
    public boolean isDone() {
      return gets == 1 && puts == 1 && items == 1 && loads == 3 && stores == 2;
    }

    @Override
    public void accept(CodeBuilder code, CodeElement element) {
      follow(element);
      if (isCall(element, "get")) {
        gets++;
        code.pop2().aconst_null();
      } else if (isCall(element, "g_list_nth_data")) {
        items++;
        reverse(code);
        code.with(element);
      } else if (isCall(element, "put")) {
        puts++;
        code.swap().pop().dup().with(element);
      } else if (element instanceof ArrayLoadInstruction load && load.typeKind() == TypeKind.INT) {
        code.with(element);
        if (loads++ == 0) {
          invisible(code, ~0, EMPTY);
        }
      } else if (element instanceof ArrayStoreInstruction store
          && store.typeKind() == TypeKind.INT) {
        if (stores++ == 0) {
          invisible(code, GLYPH, INVISIBLE);
        }
        code.with(element);
      } else {
        code.with(element);
      }
    }

    /// The glyph on the stack becomes an invisible one, if these bits of it are these.
    private static void invisible(CodeBuilder code, int bits, int wanted) {
      Label other = code.newLabel();
      code.dup().loadConstant(bits).iand().loadConstant(wanted).if_icmpne(other);
      code.pop().loadConstant(INVISIBLE).labelBinding(other);
    }

    /// Notes where the direction and the number of items are kept.
    private void follow(CodeElement element) {
      if (isCall(element, "getLevel")) {
        direction = NEXT;
      } else if (isCall(element, "g_list_length")) {
        length = NEXT;
      } else if (element instanceof StoreInstruction store) {
        direction = direction == NEXT ? store.slot() : direction;
        length = length == NEXT ? store.slot() : length;
      }
    }

    /// Counts the item on the stack from the end, if the run is read from right to left.
    private void reverse(CodeBuilder code) {
      Label leftToRight = code.newLabel();
      code.iload(direction).ifeq(leftToRight);
      code.iload(length).swap().isub().iconst_1().isub().labelBinding(leftToRight);
    }
  }

  /// `timer.pause()` becomes `timer.stop()`, `timer.resume()` becomes `timer.start(PULSE_INTERVAL)`
  /// unless it runs.
  private static final class Pausing implements Mend {
    private static final ClassDesc GLASS_TIMER = ClassDesc.of("com.sun.glass.ui.Timer");
    private static final ClassDesc QUANTUM =
        ClassDesc.of("com.sun.javafx.tk.quantum.QuantumToolkit");

    private int pauses;
    private int resumes;

    @Override
    public Set<String> methods() {
      return Set.of("pauseTimer", "resumeTimer");
    }

    @Override
    public boolean isDone() {
      return pauses == 1 && resumes == 1;
    }

    @Override
    public void accept(CodeBuilder code, CodeElement element) {
      if (isCall(element, "pause")) {
        pauses++;
        code.invokevirtual(GLASS_TIMER, "stop", ConstantDescs.MTD_void);
      } else if (isCall(element, "resume")) {
        resumes++;
        Label running = code.newLabel();
        Label done = code.newLabel();
        code.dup()
            .invokevirtual(GLASS_TIMER, "isRunning", MethodTypeDesc.of(ConstantDescs.CD_boolean))
            .ifne(running)
            .aload(0)
            .getfield(QUANTUM, "PULSE_INTERVAL", ConstantDescs.CD_int)
            .invokevirtual(
                GLASS_TIMER,
                "start",
                MethodTypeDesc.of(ConstantDescs.CD_void, ConstantDescs.CD_int))
            .goto_(done)
            .labelBinding(running)
            .pop()
            .labelBinding(done);
      } else {
        code.with(element);
      }
    }
  }

  private static boolean isCall(CodeElement element, String method) {
    return element instanceof InvokeInstruction call && call.name().equalsString(method);
  }

  /// A change of some methods of one class.
  private interface Mend extends CodeTransform {
    Set<String> methods();

    /// Whether all was found that is to be changed, and nothing else.
    boolean isDone();
  }
}
