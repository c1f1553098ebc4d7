package hearth.desktop.fx;

import java.util.Locale;
import java.util.Map;
import javafx.application.Platform;

/// Starting and ending JavaFX.
public final class FxToolkit {
  private FxToolkit() {}

  /// Whether this machine has a screen to draw on, as far as can be told without trying.
  public static boolean hasDisplay(Map<String, String> environment) {
    boolean linux = System.getProperty("os.name", "").toLowerCase(Locale.ROOT).contains("linux");
    return !linux
        || "Headless".equalsIgnoreCase(System.getProperty("glass.platform"))
        || !environment.getOrDefault("DISPLAY", "").isBlank()
        || !environment.getOrDefault("WAYLAND_DISPLAY", "").isBlank();
  }

  /// Draws into memory from now on, unless another platform was asked for; for whoever has to do
  /// without a display. To be called before [#start].
  public static void useNoDisplay() {
    if (System.getProperty("glass.platform") == null) {
      System.setProperty("glass.platform", "Headless");
      System.setProperty("prism.order", "sw");
    }
  }

  /// Starts JavaFX and does `work` on its thread. It goes on until [#exit], however many windows
  /// there are.
  ///
  /// @throws NoDisplayException where the display cannot be opened
  public static void start(Runnable work) throws NoDisplayException {
    try {
      Platform.startup(
          () -> {
            Platform.setImplicitExit(false);
            work.run();
          });
    } catch (UnsupportedOperationException | UnsatisfiedLinkError closed) {
      throw new NoDisplayException(closed);
    }
  }

  public static void exit() {
    Platform.exit();
  }

  /// There is no screen to draw on.
  public static final class NoDisplayException extends Exception {
    private static final long serialVersionUID = 1;

    NoDisplayException(Throwable cause) {
      super("the display cannot be opened", cause);
    }
  }
}
