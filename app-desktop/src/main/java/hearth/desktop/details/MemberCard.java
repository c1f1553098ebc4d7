package hearth.desktop.details;

import hearth.desktop.fx.Avatar;
import hearth.desktop.fx.ErrorLabel;
import hearth.desktop.fx.Tone;
import hearth.desktop.fx.ViewLoader;
import hearth.desktop.text.Messages;
import hearth.protocol.UserId;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;

/// The dialog about one member: who it is, whether they are here, and what can be done. Confined to
/// the FX thread.
public final class MemberCard {
  private final DetailsViewModel model;
  private final UserId member;
  private final Runnable close;
  private final Avatar avatar = new Avatar(72);
  private final VBox root;
  private final Subscription watching;

  @FXML private StackPane avatarPlace;
  @FXML private Label name;
  @FXML private Label about;
  @FXML private ErrorLabel error;
  @FXML private VBox commands;
  @FXML private Button write;
  @FXML private Button closing;

  /// Shows a member of the chat in view.
  ///
  /// @param close closes the dialog
  public MemberCard(DetailsViewModel model, MemberCommands offered, UserId member, Runnable close) {
    this.model = model;
    this.member = member;
    this.close = close;
    this.root = ViewLoader.load(this, "card.fxml", VBox.class);
    for (MemberCommands.Command command : offered.of(member)) {
      commands.getChildren().add(button(command));
    }
    this.watching = model.revisionProperty().subscribe(now -> show());
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
    return write.isVisible() ? write : closing;
  }

  @FXML
  void initialize() {
    avatarPlace.getChildren().add(avatar);
    error.textProperty().bind(model.errorProperty());
    write.setVisible(!model.display().isMe(member));
    write.setManaged(write.isVisible());
  }

  @FXML
  void write() {
    model.openDirect(member, close);
  }

  @FXML
  void close() {
    close.run();
  }

  private Button button(MemberCommands.Command command) {
    Button button = new Button(command.label());
    button.getStyleClass().add("wide");
    if (command.harm()) {
      button.getStyleClass().add("danger");
    }
    button.setMaxWidth(Double.MAX_VALUE);
    button.setOnAction(
        press -> {
          close.run();
          command.act().run();
        });
    return button;
  }

  private void show() {
    avatar.show(model.display().name(member), Tone.of(member, model.display()));
    avatar.showPresence(model.display().presenceNow(member));
    String shown = model.display().name(member);
    name.setText(model.display().isMe(member) ? Messages.get("member.you", shown) : shown);
    about.setText(model.about(member));
  }

  private void end() {
    watching.unsubscribe();
    model.clearError();
  }
}
