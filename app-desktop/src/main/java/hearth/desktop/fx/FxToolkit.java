package hearth.desktop.fx;

import java.util.Locale;
import java.util.Map;
import javafx.application.Platform;

/// Starts and ends JavaFX.
public final class FxToolkit {
  private FxToolkit() {}

  /// Whether this machine seems to have a display; only starting JavaFX can tell for sure. On Linux
  /// that is one of X11, or of Wayland with Xwayland.
  public static boolean hasDisplay(Map<String, String> environment) {
    boolean linux = System.getProperty("os.name", "").toLowerCase(Locale.ROOT).contains("linux");
    return !linux
        || "Headless".equalsIgnoreCase(System.getProperty("glass.platform"))
        || !environment.getOrDefault("DISPLAY", "").isBlank();
  }

  /// Renders into memory, unless another platform was set explicitly; for runs without a display.
  /// Call it before [#start].
  public static void useNoDisplay() {
    if (System.getProperty("glass.platform") == null) {
      System.setProperty("glass.platform", "Headless");
      System.setProperty("prism.order", "sw");
    }
  }

  /// Starts JavaFX and runs `work` on its thread. JavaFX runs until [#exit], even without a window.
  ///
  /// @throws NoDisplayException if the display cannot be opened, or a library is missing
  public static void start(Runnable work) throws NoDisplayException {
    try {
      Platform.startup(
          () -> {
            Platform.setImplicitExit(false);
            work.run();
          });
    } catch (RuntimeException | LinkageError closed) {
      // JavaFX wraps what failed in exceptions of several kinds.
      throw new NoDisplayException(closed);
    }
  }

  public static void exit() {
    Platform.exit();
  }

  /// No window can be opened here; the cause says why.
  public static final class NoDisplayException extends Exception {
    private static final long serialVersionUID = 1;

    NoDisplayException(Throwable cause) {
      super("the window's toolkit cannot be started", cause);
    }
  }
}
