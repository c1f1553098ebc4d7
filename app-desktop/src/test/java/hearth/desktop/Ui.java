package hearth.desktop;

import com.sun.javafx.stage.WindowHelper;
import hearth.desktop.fx.FxToolkit;
import hearth.desktop.fx.ThemeManager;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import javafx.event.Event;
import javafx.event.EventType;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.TextInputControl;
import javafx.scene.image.PixelReader;
import javafx.scene.image.WritableImage;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.PickResult;
import javafx.stage.Popup;
import javafx.stage.PopupWindow;
import javafx.stage.Window;
import javax.imageio.ImageIO;
import org.testfx.util.WaitForAsyncUtils;

/// The hands and eyes of UI tests. JavaFX is started once for all tests of a JVM.
public final class Ui {
  private static final Path SCREENS = Path.of("target", "screens");
  private static final long PATIENCE_SECONDS = 15;
  private static final ThemeManager LOOK = start();

  private Ui() {}

  private static ThemeManager start() {
    ThemeManager look = new ThemeManager();
    try {
      FxToolkit.start(look::install);
    } catch (FxToolkit.NoDisplayException impossible) {
      throw new AssertionError(impossible);
    }
    WaitForAsyncUtils.waitForFxEvents();
    return look;
  }

  /// The look that all windows of the tests share.
  public static ThemeManager look() {
    return LOOK;
  }

  /// Does something on the FX thread and waits for its end.
  public static void run(Runnable work) {
    WaitForAsyncUtils.waitForAsyncFx(PATIENCE_SECONDS * 1000, work);
  }

  /// Asks something on the FX thread.
  public static <T> T ask(Callable<T> question) {
    return WaitForAsyncUtils.waitForAsyncFx(PATIENCE_SECONDS * 1000, question);
  }

  /// Waits until something holds, as seen on the FX thread.
  public static void await(String what, BooleanSupplier holds) {
    try {
      WaitForAsyncUtils.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS, () -> ask(holds::getAsBoolean));
    } catch (TimeoutException late) {
      throw new AssertionError("waited in vain until " + what, late);
    }
  }

  /// Waits until what was begun on the FX thread is done and drawn.
  public static void settle() {
    WaitForAsyncUtils.waitForFxEvents();
  }

  /// Waits for the node with this id or style, which must be shown.
  public static Node find(Scene scene, String selector) {
    await(selector + " is shown", () -> shown(scene, selector));
    return ask(() -> scene.getRoot().lookup(selector));
  }

  private static boolean shown(Scene scene, String selector) {
    Node node = scene.getRoot().lookup(selector);
    Node hidden = node;
    while (hidden != null && hidden.isVisible()) {
      hidden = hidden.getParent();
    }
    return node != null && hidden == null;
  }

  /// Presses a node with the mouse, in its middle.
  public static void click(Node node) {
    run(
        () -> {
          Bounds bounds = node.getBoundsInLocal();
          Point2D screen = node.localToScreen(bounds.getCenterX(), bounds.getCenterY());
          fire(node, MouseEvent.MOUSE_PRESSED, bounds, screen);
          fire(node, MouseEvent.MOUSE_RELEASED, bounds, screen); // the node may be gone after it
          fire(node, MouseEvent.MOUSE_CLICKED, bounds, screen);
        });
    settle();
  }

  private static void fire(Node node, EventType<MouseEvent> type, Bounds bounds, Point2D screen) {
    boolean down = type.equals(MouseEvent.MOUSE_PRESSED);
    Event.fireEvent(
        node,
        new MouseEvent(
            type,
            bounds.getCenterX(),
            bounds.getCenterY(),
            screen.getX(),
            screen.getY(),
            MouseButton.PRIMARY,
            1,
            false,
            false,
            false,
            false,
            down,
            false,
            false,
            true,
            false,
            true,
            new PickResult(node, bounds.getCenterX(), bounds.getCenterY())));
  }

  /// The context menu that is open.
  public static ContextMenu menu() {
    return open(ContextMenu.class);
  }

  /// The popup that is open.
  public static PopupWindow popup() {
    return open(Popup.class);
  }

  private static <T extends Window> T open(Class<T> kind) {
    return ask(
        () ->
            Window.getWindows().stream()
                .filter(kind::isInstance)
                .map(kind::cast)
                .findFirst()
                .orElseThrow());
  }

  /// Types a text, key by key, into the field that has the focus in this window.
  public static void type(Scene scene, String text) {
    await("a field has the focus", () -> scene.getFocusOwner() instanceof TextInputControl);
    run(
        () ->
            text.codePoints()
                .mapToObj(Character::toString)
                .forEach(c -> key(scene, KeyEvent.KEY_TYPED, c, KeyCode.UNDEFINED, List.of())));
    settle();
  }

  /// Presses the last of these keys while the others are held.
  public static void press(Scene scene, KeyCode... keys) {
    KeyCode last = keys[keys.length - 1];
    List<KeyCode> held = List.of(keys).subList(0, keys.length - 1);
    run(() -> key(scene, KeyEvent.KEY_PRESSED, "", last, held));
    run(() -> key(scene, KeyEvent.KEY_RELEASED, "", last, held));
    settle();
  }

  private static void key(
      Scene scene, EventType<KeyEvent> type, String character, KeyCode code, List<KeyCode> held) {
    Node owner = scene.getFocusOwner();
    Event.fireEvent(
        owner == null ? scene.getRoot() : owner,
        new KeyEvent(
            type,
            character,
            "",
            code,
            held.contains(KeyCode.SHIFT),
            held.contains(KeyCode.CONTROL),
            held.contains(KeyCode.ALT),
            false));
  }

  /// Turns to a window. The headless platform leaves the focus with every window that ever had it.
  public static void focus(Scene scene) {
    run(
        () -> {
          Window wanted = scene.getWindow();
          for (Window window : Window.getWindows()) {
            WindowHelper.setFocused(window, window.equals(wanted));
          }
        });
  }

  /// Draws a window into `target/screens`.
  public static void picture(Scene scene, String name) {
    settle();
    WritableImage image =
        ask(
            () -> {
              scene.getRoot().applyCss();
              scene.getRoot().layout();
              return scene.snapshot(null);
            });
    int width = (int) image.getWidth();
    int height = (int) image.getHeight();
    BufferedImage png = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    PixelReader pixels = image.getPixelReader();
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        png.setRGB(x, y, pixels.getArgb(x, y));
      }
    }
    try {
      Files.createDirectories(SCREENS);
      ImageIO.write(png, "png", SCREENS.resolve(name + ".png").toFile());
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }
}
