package hearth.desktop.window;

import hearth.desktop.profile.Settings;
import hearth.desktop.profile.SettingsFile;
import javafx.stage.Screen;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;

/// Where the window was last, as far as that is still on a screen.
final class WindowBounds {
  private static final double GRIP = 100;

  private WindowBounds() {}

  static void restore(Stage stage, SettingsFile settings) {
    Settings.Bounds bounds = settings.get().window();
    if (bounds == null) {
      return;
    }
    stage.setWidth(bounds.width());
    stage.setHeight(bounds.height());
    if (!Screen.getScreensForRectangle(bounds.x() + GRIP, bounds.y(), GRIP, GRIP).isEmpty()) {
      stage.setX(bounds.x());
      stage.setY(bounds.y());
    }
    stage.setMaximized(bounds.maximized());
  }

  static void save(Stage stage, SettingsFile settings) {
    settings.update(now -> now.withWindow(boundsOf(stage, now.window())));
  }

  /// A maximized window keeps the place it goes back to.
  private static Settings.Bounds boundsOf(Stage stage, Settings.@Nullable Bounds before) {
    if (stage.isMaximized() && before != null) {
      return new Settings.Bounds(before.x(), before.y(), before.width(), before.height(), true);
    }
    return new Settings.Bounds(
        stage.getX(), stage.getY(), stage.getWidth(), stage.getHeight(), stage.isMaximized());
  }
}
