import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassHierarchyResolver;
import java.lang.classfile.ClassModel;
import java.lang.classfile.ClassTransform;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.CodeTransform;
import java.lang.classfile.MethodModel;
import java.lang.classfile.attribute.ModuleAttribute;
import java.lang.classfile.attribute.ModuleRequireInfo;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;
import java.lang.constant.ModuleDesc;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;

/// Teaches JavaFX to draw emoji as pictures, in its jar or in a folder of its classes: in every
/// label, field and menu.
///
/// `java EmojiInJavaFx.java JAR-OR-FOLDER CLASS-PATH-OR-FOLDER-OF-JARS`
///
/// JavaFX has the places that this needs, as it shows the emoji of macOS: runs of one emoji, fonts
/// behind the first one, glyphs with colours of their own. Here they lead to the classes of
/// `com.sun.javafx.text` beside this program, which are compiled into JavaFX:
/// - `PrismTextLayout.addTextRun` and `shape` ask `EmojiLayout` first
/// - each composite font has `EmojiFont` in its last slot
/// - `Graphics.drawColorGlyph` asks `EmojiPainter` first
/// - `module-info` requires `hearth.emoji`
///
/// Where a method is not the one that is known, the build fails: JavaFX is another one. What has
/// them already stays as it is.
final class EmojiInJavaFx {
  private static final String PACKAGE = "com/sun/javafx/text/";
  private static final ClassDesc LAYOUT = type("com.sun.javafx.text.PrismTextLayout");
  private static final ClassDesc RUN = type("com.sun.javafx.text.TextRun");
  private static final ClassDesc EMOJI_LAYOUT = type("com.sun.javafx.text.EmojiLayout");
  private static final ClassDesc EMOJI_FONT = type("com.sun.javafx.text.EmojiFont");
  private static final ClassDesc EMOJI_PAINTER = type("com.sun.javafx.text.EmojiPainter");
  private static final ClassDesc GRAPHICS = type("com.sun.prism.Graphics");
  private static final ClassDesc GLYPHS = type("com.sun.javafx.scene.text.GlyphList");
  private static final ClassDesc STRIKE = type("com.sun.javafx.font.FontStrike");
  private static final ClassDesc CHARACTERS = ConstantDescs.CD_char.arrayType();
  private static final int SLOT = 0xFD;
  private static final String EMOJI_MODULE = "hearth.emoji";

  private final Path root;
  private final ClassFile classes;

  private EmojiInJavaFx(Path root) {
    this.root = root;
    this.classes =
        ClassFile.of(
            ClassFile.ClassHierarchyResolverOption.of(
                ClassHierarchyResolver.ofResourceParsing(this::open)
                    .orElse(ClassHierarchyResolver.defaultResolver())));
  }

  public static void main(String[] arguments) throws IOException {
    Path place = Path.of(arguments[0]);
    if (Files.isDirectory(place)) {
      new EmojiInJavaFx(place).teach(place, arguments[1]);
    } else {
      try (FileSystem jar = FileSystems.newFileSystem(place)) {
        new EmojiInJavaFx(jar.getPath("")).teach(place, arguments[1]);
      }
    }
  }

  private void teach(Path place, String classPath) throws IOException {
    if (Files.exists(root.resolve(PACKAGE + "EmojiLayout.class"))) {
      return;
    }
    compile(place, classPath);
    change(
        PACKAGE + "PrismTextLayout",
        Map.of("addTextRun", EmojiInJavaFx::addRun, "shape", EmojiInJavaFx::shapeRun));
    change("com/sun/prism/Graphics", Map.of("drawColorGlyph", EmojiInJavaFx::drawGlyph));
    for (String font : List.of("LogicalFont", "PrismCompositeFontResource")) {
      change("com/sun/javafx/font/" + font, Map.of("getSlotResource", EmojiInJavaFx::emojiSlot));
    }
    requireEmoji();
  }

  private void compile(Path place, String classPath) throws IOException {
    Path sources = Path.of(System.getProperty("jdk.launcher.sourcefile")).resolveSibling(PACKAGE);
    Path compiled = Files.createTempDirectory("emoji-in-javafx");
    List<String> arguments =
        new ArrayList<>(
            List.of(
                "-d",
                compiled.toString(),
                "-cp",
                place + System.getProperty("path.separator") + jars(classPath),
                "-proc:none",
                "-g:none"));
    try (Stream<Path> all = Files.list(sources)) {
      all.map(Path::toString).sorted().forEach(arguments::add);
    }
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    if (compiler.run(null, null, null, arguments.toArray(String[]::new)) != 0) {
      throw new IllegalStateException("Not compiled");
    }
    try (Stream<Path> all = Files.walk(compiled.resolve(PACKAGE))) {
      for (Path one : all.filter(Files::isRegularFile).sorted().toList()) {
        Files.copy(one, root.resolve(PACKAGE + one.getFileName()));
      }
    }
  }

  /// A class path as it is, or the jars of a folder.
  private static String jars(String classPath) throws IOException {
    if (!Files.isDirectory(Path.of(classPath))) {
      return classPath;
    }
    try (Stream<Path> all = Files.list(Path.of(classPath))) {
      return all.map(Path::toString)
          .sorted()
          .collect(Collectors.joining(System.getProperty("path.separator")));
    }
  }

  /// Begins methods of a class with code of ours.
  private void change(String name, Map<String, Consumer<CodeBuilder>> beginnings)
      throws IOException {
    Path file = root.resolve(name + ".class");
    ClassModel before = classes.parse(Files.readAllBytes(file));
    List<String> found = new ArrayList<>();
    ClassTransform change = ClassTransform.ACCEPT_ALL;
    for (MethodModel method : before.methods()) {
      Consumer<CodeBuilder> beginning = beginnings.get(method.methodName().stringValue());
      if (beginning != null && method.code().isPresent()) {
        found.add(method.methodName().stringValue());
        change =
            change.andThen(
                ClassTransform.transformingMethodBodies(method::equals, begin(beginning)));
      }
    }
    if (found.size() != beginnings.size()) {
      throw new IllegalStateException(name + " is not the one that is known");
    }
    Files.write(file, classes.transformClass(before, change));
  }

  private static CodeTransform begin(Consumer<CodeBuilder> beginning) {
    return CodeTransform.ofStateful(
        () ->
            new CodeTransform() {
              @Override
              public void atStart(CodeBuilder code) {
                beginning.accept(code);
              }

              @Override
              public void accept(CodeBuilder code, java.lang.classfile.CodeElement element) {
                code.with(element);
              }
            });
  }

  /// `if (EmojiLayout.add(this, run, getText())) return;`
  private static void addRun(CodeBuilder code) {
    code.aload(0)
        .aload(1)
        .aload(0)
        .invokevirtual(LAYOUT, "getText", MethodTypeDesc.of(CHARACTERS))
        .invokestatic(
            EMOJI_LAYOUT,
            "add",
            MethodTypeDesc.of(ConstantDescs.CD_boolean, LAYOUT, RUN, CHARACTERS))
        .ifThen(CodeBuilder::return_);
  }

  /// `EmojiLayout.shape(this, run);`
  private static void shapeRun(CodeBuilder code) {
    code.aload(0)
        .aload(1)
        .invokestatic(EMOJI_LAYOUT, "shape", MethodTypeDesc.of(ConstantDescs.CD_void, LAYOUT, RUN));
  }

  /// `if (slot == EmojiFont.SLOT) return EmojiFont.FONT;`
  private static void emojiSlot(CodeBuilder code) {
    code.iload(1)
        .loadConstant(SLOT)
        .isub()
        .ifThenElse(
            CodeBuilder::nop, emoji -> emoji.getstatic(EMOJI_FONT, "FONT", EMOJI_FONT).areturn());
  }

  /// `if (EmojiPainter.draw(this, glyphs, strike, x, y)) return;`
  private static void drawGlyph(CodeBuilder code) {
    code.aload(0)
        .aload(1)
        .aload(2)
        .fload(3)
        .fload(4)
        .invokestatic(
            EMOJI_PAINTER,
            "draw",
            MethodTypeDesc.of(
                ConstantDescs.CD_boolean,
                GRAPHICS,
                GLYPHS,
                STRIKE,
                ConstantDescs.CD_float,
                ConstantDescs.CD_float))
        .ifThen(CodeBuilder::return_);
  }

  private void requireEmoji() throws IOException {
    Path file = root.resolve("module-info.class");
    ClassTransform change =
        (builder, element) -> {
          if (element instanceof ModuleAttribute module) {
            List<ModuleRequireInfo> requires = new ArrayList<>(module.requires());
            requires.add(ModuleRequireInfo.of(ModuleDesc.of(EMOJI_MODULE), List.of(), null));
            builder.with(
                ModuleAttribute.of(
                    module.moduleName(),
                    module.moduleFlagsMask(),
                    module.moduleVersion().orElse(null),
                    requires,
                    module.exports(),
                    module.opens(),
                    module.uses(),
                    module.provides()));
          } else {
            builder.with(element);
          }
        };
    Files.write(file, classes.transformClass(classes.parse(Files.readAllBytes(file)), change));
  }

  private InputStream open(ClassDesc name) {
    String descriptor = name.descriptorString();
    Path file = root.resolve(descriptor.substring(1, descriptor.length() - 1) + ".class");
    try {
      return Files.exists(file) ? Files.newInputStream(file) : null;
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private static ClassDesc type(String name) {
    return ClassDesc.of(name);
  }
}
