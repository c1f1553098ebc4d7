package hearth.desktop.details;

import hearth.desktop.fx.Avatar;
import hearth.desktop.fx.Tone;
import hearth.desktop.text.Messages;
import hearth.protocol.UserId;
import javafx.geometry.Pos;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// Draws one member of a chat.
final class MemberCell extends ListCell<UserId> {
  private final DetailsViewModel model;
  private final Avatar avatar = new Avatar(32);
  private final Label name = new Label();
  private final Label presence = new Label();
  private final HBox row;

  MemberCell(DetailsViewModel model) {
    this.model = model;
    getStyleClass().add("person-cell");
    presence.getStyleClass().add("secondary");
    VBox lines = new VBox(name, presence);
    lines.setAlignment(Pos.CENTER_LEFT);
    lines.setMinWidth(0);
    row = new HBox(10, avatar, lines);
    row.setAlignment(Pos.CENTER_LEFT);
    setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
    setPrefWidth(0);
    setOnMouseClicked(
        click -> {
          if (getItem() != null && click.getButton() == MouseButton.PRIMARY) {
            model.press(getItem());
          }
        });
  }

  @Override
  protected void updateItem(@Nullable UserId id, boolean empty) {
    super.updateItem(id, empty);
    if (empty || id == null) {
      setGraphic(null);
      setAccessibleText(null);
      return;
    }
    avatar.show(model.display().name(id), Tone.of(id));
    avatar.showPresence(model.display().presenceNow(id));
    name.setText(model.display().nameOrYou(id));
    presence.setText(model.display().presence(id));
    presence.setManaged(!presence.getText().isEmpty());
    setAccessibleText(Messages.get("spoken.person", name.getText(), presence.getText()));
    setGraphic(row);
  }
}
