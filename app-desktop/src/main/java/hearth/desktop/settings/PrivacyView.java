package hearth.desktop.settings;

import hearth.desktop.fx.ErrorLabel;
import hearth.desktop.fx.ViewLoader;
import hearth.protocol.Hidden;
import hearth.protocol.OwnSettings;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;

/// The dialog about what this person keeps from the others, and whom they have blocked. Confined to
/// the FX thread.
public final class PrivacyView {
  private final PrivacyViewModel model;
  private final Runnable close;
  private final VBox root;
  private final Subscription watching;

  @FXML private CheckBox presence;
  @FXML private CheckBox reading;
  @FXML private CheckBox typing;
  @FXML private VBox blockedSection;
  @FXML private ScrollPane scroll;
  @FXML private VBox list;
  @FXML private Label nobody;
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
    boolean wasIn = list.getScene() != null && list.isFocusWithin();
    list.getChildren()
        .setAll(now.blocked().stream().map(one -> (Node) new BlockedRow(model, one)).toList());
    show(scroll, !now.blocked().isEmpty());
    show(nobody, now.blocked().isEmpty());
    show(blockedSection, model.offersBlocking() || !now.blocked().isEmpty());
    if (wasIn) {
      presence.requestFocus();
    }
  }

  private static void show(Node node, boolean shown) {
    node.setVisible(shown);
    node.setManaged(shown);
  }

  private void end() {
    watching.unsubscribe();
  }

  @FXML
  void close() {
    close.run();
  }
}
