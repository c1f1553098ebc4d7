package hearth.desktop.details;

import hearth.desktop.fx.Avatar;
import hearth.desktop.fx.Texts;
import hearth.protocol.UserId;
import javafx.geometry.Pos;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
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
    VBox words = new VBox(name, presence);
    words.setAlignment(Pos.CENTER_LEFT);
    words.setMinWidth(0);
    row = new HBox(10, avatar, words);
    row.setAlignment(Pos.CENTER_LEFT);
    setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
    setPrefWidth(0);
    setOnMouseClicked(
        click -> {
          if (getItem() != null) {
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
    avatar.show(model.words().name(id), model.words().tone(id));
    avatar.showPresence(model.words().dot(id));
    name.setText(model.words().nameOrYou(id));
    presence.setText(model.words().presence(id));
    presence.setManaged(!presence.getText().isEmpty());
    setAccessibleText(Texts.of("details.spoken", name.getText(), presence.getText()));
    setGraphic(row);
  }
}
