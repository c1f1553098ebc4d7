package hearth.desktop.settings;

import hearth.desktop.fx.ThemeManager;
import hearth.desktop.fx.ViewLoader;
import hearth.desktop.profile.Settings;
import hearth.desktop.settings.ChoiceRow.Choice;
import hearth.desktop.text.Messages;
import java.util.List;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// The settings dialog: one row for each setting, this person's name, and the way out of the
/// server. Confined to the FX thread.
public final class SettingsView {
  private final ChoiceRow<ThemeManager.Theme> theme;
  private final Me me;
  private final Runnable leave;
  private final Runnable close;
  private final VBox root;

  @FXML private VBox rows;
  @FXML private Label name;
  @FXML private Button leaving;
  @FXML private Label leavingHint;

  /// Makes the dialog.
  ///
  /// @param leave goes back to the welcome screen
  public SettingsView(SettingProperties settings, Me me, Runnable leave, Runnable close) {
    this.theme =
        new ChoiceRow<>(
            "theme",
            Messages.get("settings.theme"),
            settings.of(Settings.THEME),
            List.of(
                new Choice<>(ThemeManager.Theme.SYSTEM, Messages.get("settings.theme.system")),
                new Choice<>(ThemeManager.Theme.LIGHT, Messages.get("settings.theme.light")),
                new Choice<>(ThemeManager.Theme.DARK, Messages.get("settings.theme.dark"))));
    this.me = me;
    this.leave = leave;
    this.close = close;
    this.root = ViewLoader.load(this, "settings.fxml", VBox.class);
  }

  public Region root() {
    return root;
  }

  public Node first() {
    return theme.chosen();
  }

  @FXML
  void initialize() {
    rows.getChildren().setAll(theme);
    name.setText(Messages.get("settings.me", me.name(), me.place()));
    leaving.setText(Messages.get(me.hosts() ? "settings.stop" : "settings.leave", me.place()));
    leavingHint.setText(Messages.get(me.hosts() ? "settings.stop-hint" : "settings.leave-hint"));
  }

  @FXML
  void leave() {
    leave.run();
  }

  @FXML
  void close() {
    close.run();
  }

  /// This person on the server in view.
  public record Me(String name, String place, boolean hosts) {}
}
