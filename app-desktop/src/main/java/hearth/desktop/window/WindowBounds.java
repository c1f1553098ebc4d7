package hearth.desktop.window;

import hearth.desktop.profile.Settings;
import hearth.desktop.profile.SettingsFile;
import hearth.desktop.profile.WindowPlacement;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Rectangle2D;
import javafx.stage.Screen;
import javafx.stage.Stage;

/// Opens the window where it was last, as far as the screens that are there now allow. All lengths
/// are those of the screen's scale: a screen of 3840 pixels is 1920 wide at 2×. Confined to the FX
/// thread, except [#fit], which is pure.
final class WindowBounds {
  private WindowBounds() {}

  /// @param width of a window that was never placed
  static void restore(Stage stage, SettingsFile settings, double width, double height) {
    List<Rectangle2D> screens =
        Screen.getScreens().stream()
            .sorted(Comparator.comparing(screen -> !screen.equals(Screen.getPrimary())))
            .map(Screen::getVisualBounds)
            .toList();
    Optional<WindowPlacement> last = settings.get(Settings.WINDOW);
    if (last.isPresent()) {
      place(stage, fit(last.get(), screens));
    } else if (isTooSmall(screens.getFirst(), width, height)) {
      Rectangle2D first = screens.getFirst();
      place(
          stage,
          fit(
              new WindowPlacement(first.getMinX(), first.getMinY(), width, height, false),
              screens));
    }
  }

  private static boolean isTooSmall(Rectangle2D screen, double width, double height) {
    return screen.getWidth() < width || screen.getHeight() < height;
  }

  private static void place(Stage stage, WindowPlacement placement) {
    stage.setX(placement.x());
    stage.setY(placement.y());
    stage.setWidth(placement.width());
    stage.setHeight(placement.height());
    stage.setMaximized(placement.maximized());
  }

  /// Moves and shrinks a window until it is wholly on the screen that it overlaps most; one that is
  /// on none comes to the first.
  ///
  /// @param screens at least one, what other bars leave of each
  static WindowPlacement fit(WindowPlacement wanted, List<Rectangle2D> screens) {
    Rectangle2D screen =
        screens.stream()
            .max(Comparator.comparingDouble(each -> overlap(wanted, each)))
            .filter(most -> overlap(wanted, most) > 0)
            .orElse(screens.getFirst());
    double width = length(wanted.width(), screen.getWidth());
    double height = length(wanted.height(), screen.getHeight());
    return new WindowPlacement(
        start(wanted.x(), width, screen.getMinX(), screen.getMaxX()),
        start(wanted.y(), height, screen.getMinY(), screen.getMaxY()),
        width,
        height,
        wanted.maximized());
  }

  private static double overlap(WindowPlacement window, Rectangle2D screen) {
    double across =
        Math.min(window.x() + window.width(), screen.getMaxX())
            - Math.max(window.x(), screen.getMinX());
    double down =
        Math.min(window.y() + window.height(), screen.getMaxY())
            - Math.max(window.y(), screen.getMinY());
    return across > 0 && down > 0 ? across * down : 0;
  }

  private static double length(double wanted, double room) {
    return wanted > 0 && wanted < room ? wanted : room;
  }

  /// A file may hold what is no number.
  private static double start(double wanted, double length, double least, double most) {
    return Double.isNaN(wanted) ? least : Math.clamp(wanted, least, most - length);
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
