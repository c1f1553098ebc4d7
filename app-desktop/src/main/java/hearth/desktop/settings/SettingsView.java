package hearth.desktop.settings;

import hearth.desktop.fx.ThemeManager;
import hearth.desktop.fx.ViewLoader;
import hearth.desktop.text.Messages;
import javafx.beans.property.ObjectProperty;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// The dialog of settings: the theme, who one is here, and the way out.
public final class SettingsView {
  private final ObjectProperty<ThemeManager.Theme> theme;
  private final Me me;
  private final Runnable leave;
  private final Runnable close;
  private final VBox root;

  @FXML private ToggleButton system;
  @FXML private ToggleButton light;
  @FXML private ToggleButton dark;
  @FXML private Label name;
  @FXML private Button leaving;
  @FXML private Label leavingHint;

  /// Makes the dialog.
  ///
  /// @param leave leads back to the welcome screen
  public SettingsView(
      ObjectProperty<ThemeManager.Theme> theme, Me me, Runnable leave, Runnable close) {
    this.theme = theme;
    this.me = me;
    this.leave = leave;
    this.close = close;
    this.root = ViewLoader.load(this, "settings.fxml", VBox.class);
  }

  public Region root() {
    return root;
  }

  public Node first() {
    return toggle(theme.get());
  }

  @FXML
  void initialize() {
    ToggleGroup group = new ToggleGroup();
    for (ThemeManager.Theme each : ThemeManager.Theme.values()) {
      ToggleButton toggle = toggle(each);
      toggle.setToggleGroup(group);
      toggle.setSelected(each == theme.get());
      toggle.setOnAction(
          press -> {
            toggle.setSelected(true);
            theme.set(each);
          });
    }
    name.setText(Messages.get("settings.me", me.name(), me.place()));
    leaving.setText(Messages.get(me.hosts() ? "settings.stop" : "settings.leave", me.place()));
    leavingHint.setText(Messages.get(me.hosts() ? "settings.stop-hint" : "settings.leave-hint"));
  }

  private ToggleButton toggle(ThemeManager.Theme of) {
    return switch (of) {
      case SYSTEM -> system;
      case LIGHT -> light;
      case DARK -> dark;
    };
  }

  @FXML
  void leave() {
    leave.run();
  }

  @FXML
  void close() {
    close.run();
  }

  /// Who one is on the server in view.
  public record Me(String name, String place, boolean hosts) {}
}
