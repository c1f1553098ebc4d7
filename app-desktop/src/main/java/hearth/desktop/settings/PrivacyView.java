package hearth.desktop.settings;

import hearth.desktop.fx.ErrorLabel;
import hearth.desktop.fx.ViewLoader;
import hearth.protocol.Hidden;
import hearth.protocol.OwnSettings;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;

/// The dialog about what this person keeps from the others. Confined to the FX thread.
public final class PrivacyView {
  private final PrivacyViewModel model;
  private final Runnable close;
  private final VBox root;
  private final Subscription watching;

  @FXML private CheckBox presence;
  @FXML private CheckBox reading;
  @FXML private CheckBox typing;
  @FXML private ErrorLabel error;

  /// Makes the dialog.
  ///
  /// @param close closes it
  public PrivacyView(PrivacyViewModel model, Runnable close) {
    this.model = model;
    this.close = close;
    this.root = ViewLoader.load(this, "privacy.fxml", VBox.class);
    this.watching = model.ownProperty().subscribe(now -> show());
    root.sceneProperty()
        .subscribe(
            (before, now) -> {
              if (now == null) {
                end();
              }
            });
  }

  public Region root() {
    return root;
  }

  public Node first() {
    return presence;
  }

  @FXML
  void initialize() {
    error.textProperty().bind(model.errorProperty());
    switches(presence, Hidden.PRESENCE);
    switches(reading, Hidden.READING);
    switches(typing, Hidden.TYPING);
  }

  private void switches(CheckBox box, Hidden what) {
    box.setOnAction(press -> model.hide(what, box.isSelected(), this::show));
  }

  /// As the server has it.
  private void show() {
    OwnSettings now = model.ownProperty().get();
    presence.setSelected(now.hides(Hidden.PRESENCE));
    reading.setSelected(now.hides(Hidden.READING));
    typing.setSelected(now.hides(Hidden.TYPING));
  }

  private void end() {
    watching.unsubscribe();
  }

  @FXML
  void close() {
    close.run();
  }
}
