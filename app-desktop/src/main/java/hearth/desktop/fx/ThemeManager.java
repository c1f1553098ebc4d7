package hearth.desktop.fx;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;
import javafx.application.Application;
import javafx.application.ColorScheme;
import javafx.application.Platform;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.paint.Color;
import javafx.scene.text.Font;
import javafx.stage.Stage;
import javafx.stage.Window;

/// Light and dark theme: AtlantaFX's Primer and `hearth.css`, on every window that opens, including
/// menus and tooltips. Confined to the FX thread.
public final class ThemeManager {
  private static final String DARK = "dark";

  /// What a window shows before its first frame, as `-bg` in `hearth.css`.
  private static final Color LIGHT_GROUND = Color.web("#ffffff");

  private static final Color DARK_GROUND = Color.web("#0d1117");

  private final ObjectProperty<Theme> theme = new SimpleObjectProperty<>(Theme.SYSTEM);
  private final ObservableValue<Boolean> dark =
      theme.flatMap(
          chosen ->
              Platform.getPreferences()
                  .colorSchemeProperty()
                  .map(system -> chosen.isDark(system == ColorScheme.DARK)));
  private final String sheet =
      Objects.requireNonNull(ThemeManager.class.getResource("/hearth/desktop/css/hearth.css"))
          .toExternalForm();
  private final ListChangeListener<Window> dresser =
      change -> {
        while (change.next()) {
          change.getAddedSubList().forEach(this::dress);
        }
      };

  /// The theme that the person chose.
  public ObjectProperty<Theme> themeProperty() {
    return theme;
  }

  /// Starts to style windows.
  public void install() {
    loadFonts();
    dark.subscribe(this::apply);
    Window.getWindows().addListener(dresser);
    Window.getWindows().forEach(this::dress);
  }

  /// Stops to style windows, so that another instance in this JVM can start.
  public void uninstall() {
    Window.getWindows().removeListener(dresser);
  }

  /// Whether the system asks for reduced motion.
  public static boolean isMotionReduced() {
    return Platform.getPreferences().isReducedMotion();
  }

  private void apply(boolean nowDark) {
    Application.setUserAgentStylesheet(
        nowDark
            ? new PrimerDark().getUserAgentStylesheet()
            : new PrimerLight().getUserAgentStylesheet());
    Window.getWindows().forEach(this::dress);
  }

  /// Styles a window now; one that opens is styled by itself, but not before its first frame.
  public void dress(Window window) {
    Scene scene = window.getScene();
    if (scene == null) {
      return;
    }
    if (window instanceof Stage) {
      scene.setFill(dark.getValue() ? DARK_GROUND : LIGHT_GROUND);
    }
    if (!scene.getStylesheets().contains(sheet)) {
      scene.getStylesheets().add(sheet);
    }
    Parent root = scene.getRoot();
    ObservableList<String> classes = root.getStyleClass();
    if (!dark.getValue()) {
      classes.remove(DARK);
    } else if (!classes.contains(DARK)) {
      classes.add(DARK);
    }
  }

  private static void loadFonts() {
    for (String face : new String[] {"Regular", "SemiBold", "Bold"}) {
      try (InputStream font =
          ThemeManager.class.getResourceAsStream("/hearth/desktop/fonts/Inter-" + face + ".otf")) {
        if (font != null) {
          Font.loadFont(font, 14);
        }
      } catch (IOException missing) {
        // The system's own font does as well.
      }
    }
  }

  /// The choices.
  public enum Theme {
    SYSTEM,
    LIGHT,
    DARK;

    boolean isDark(boolean systemIsDark) {
      return this == DARK || (this == SYSTEM && systemIsDark);
    }
  }
}
