package hearth.desktop.settings;

import hearth.desktop.fx.ThemeManager;
import hearth.desktop.fx.ViewLoader;
import hearth.desktop.profile.Settings;
import hearth.desktop.settings.ChoiceRow.Choice;
import hearth.desktop.text.Language;
import hearth.desktop.text.Messages;
import java.util.List;
import java.util.Optional;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// The settings dialog: one row for each setting, this person's name, and the way out of the
/// server. Confined to the FX thread.
public final class SettingsView {
  private final ChoiceRow<ThemeManager.Theme> theme;
  private final ChoiceRow<Language> language;
  private final ChoiceRow<Settings.SendKey> sendKey;
  private final Me me;
  private final Ways ways;
  private final VBox root;

  @FXML private ScrollPane page;
  @FXML private VBox rows;
  @FXML private Label name;
  @FXML private VBox devicesRow;
  @FXML private Label about;
  @FXML private Button profile;
  @FXML private Button privacy;
  @FXML private Button leaving;
  @FXML private Label leavingHint;

  /// Makes the dialog.
  ///
  /// @param ways where its buttons lead
  public SettingsView(SettingProperties settings, Me me, Ways ways) {
    this.theme =
        new ChoiceRow<>(
            "theme",
            Messages.get("settings.theme"),
            settings.of(Settings.THEME),
            List.of(
                new Choice<>(ThemeManager.Theme.SYSTEM, Messages.get("settings.theme.system")),
                new Choice<>(ThemeManager.Theme.LIGHT, Messages.get("settings.theme.light")),
                new Choice<>(ThemeManager.Theme.DARK, Messages.get("settings.theme.dark"))));
    this.language =
        new ChoiceRow<>(
            "language",
            Messages.get("settings.language"),
            settings.of(Settings.LANGUAGE),
            List.of(
                new Choice<>(Language.SYSTEM, Messages.get("settings.language.system")),
                new Choice<>(Language.ENGLISH, Messages.get("settings.language.english")),
                new Choice<>(
                    Language.SIMPLIFIED_CHINESE,
                    Messages.get("settings.language.simplified-chinese")),
                new Choice<>(
                    Language.TRADITIONAL_CHINESE,
                    Messages.get("settings.language.traditional-chinese"))));
    this.sendKey =
        new ChoiceRow<>(
            "send-key",
            Messages.get("settings.send-key"),
            settings.of(Settings.SEND_KEY),
            List.of(
                new Choice<>(Settings.SendKey.ENTER, Messages.get("settings.send-key.enter")),
                new Choice<>(
                    Settings.SendKey.SHIFT_ENTER, Messages.get("settings.send-key.shift-enter"))));
    this.me = me;
    this.ways = ways;
    this.root = ViewLoader.load(this, "settings.fxml", VBox.class);
  }

  public Region root() {
    return root;
  }

  public Node first() {
    return theme.chosen();
  }

  /// Where the focus was when the person chose another language.
  public Node languageChoice() {
    return language.chosen();
  }

  @FXML
  void initialize() {
    rows.getChildren().setAll(theme, sendKey, language);
    // In a low window the keyboard has to bring into view what it goes to.
    rows.focusWithinProperty().subscribe(within -> page.setVvalue(within ? 0 : 1));
    name.setText(Messages.get("settings.me", me.name(), me.place()));
    about.setText(me.about());
    about.setManaged(!me.about().isEmpty());
    profile.setVisible(me.profiled());
    profile.setManaged(me.profiled());
    privacy.setVisible(me.hides());
    privacy.setManaged(me.hides());
    devicesRow.setVisible(ways.devices().isPresent());
    devicesRow.setManaged(ways.devices().isPresent());
    leaving.setText(Messages.get(me.hosts() ? "settings.stop" : "settings.leave", me.place()));
    leavingHint.setText(Messages.get(me.hosts() ? "settings.stop-hint" : "settings.leave-hint"));
  }

  @FXML
  void devices() {
    ways.devices().ifPresent(Runnable::run);
  }

  @FXML
  void leave() {
    ways.leave().run();
  }

  @FXML
  void profile() {
    ways.profile().run();
  }

  @FXML
  void privacy() {
    ways.privacy().run();
  }

  @FXML
  void close() {
    ways.close().run();
  }

  /// This person on the server in view.
  ///
  /// @param about whether they are here, and what they say of themselves
  /// @param profiled whether the server keeps what they say of themselves
  /// @param hides whether the server keeps things of them from the others
  public record Me(
      String name, String about, String place, boolean hosts, boolean profiled, boolean hides) {}

  /// Where the buttons lead.
  ///
  /// @param profile to what this person says of themselves
  /// @param privacy to what they keep from the others
  /// @param devices to the list of this person's devices; empty where there is none
  /// @param leave back to the welcome screen
  public record Ways(
      Runnable profile,
      Runnable privacy,
      Optional<Runnable> devices,
      Runnable leave,
      Runnable close) {}
}
