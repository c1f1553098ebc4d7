package hearth.desktop.window;

import hearth.desktop.profile.Settings;
import hearth.desktop.profile.SettingsFile;
import hearth.desktop.profile.WindowPlacement;
import java.util.Optional;
import javafx.stage.Screen;
import javafx.stage.Stage;

/// Restores where the window was last, if that is still on a screen.
final class WindowBounds {
  private static final double GRIP = 100;

  private WindowBounds() {}

  static void restore(Stage stage, SettingsFile settings) {
    settings.get(Settings.WINDOW).ifPresent(placement -> restore(stage, placement));
  }

  private static void restore(Stage stage, WindowPlacement placement) {
    stage.setWidth(placement.width());
    stage.setHeight(placement.height());
    if (!Screen.getScreensForRectangle(placement.x() + GRIP, placement.y(), GRIP, GRIP).isEmpty()) {
      stage.setX(placement.x());
      stage.setY(placement.y());
    }
    stage.setMaximized(placement.maximized());
  }

  static void save(Stage stage, SettingsFile settings) {
    settings.set(Settings.WINDOW, Optional.of(placementOf(stage, settings.get(Settings.WINDOW))));
  }

  /// A maximized window keeps the bounds that it goes back to.
  private static WindowPlacement placementOf(Stage stage, Optional<WindowPlacement> before) {
    WindowPlacement now =
        new WindowPlacement(
            stage.getX(), stage.getY(), stage.getWidth(), stage.getHeight(), stage.isMaximized());
    return before
        .filter(last -> stage.isMaximized())
        .map(last -> new WindowPlacement(last.x(), last.y(), last.width(), last.height(), true))
        .orElse(now);
  }
}
