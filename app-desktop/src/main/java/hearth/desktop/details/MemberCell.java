package hearth.desktop.details;

import hearth.desktop.fx.Avatar;
import hearth.desktop.fx.Tone;
import hearth.desktop.text.Messages;
import hearth.protocol.UserId;
import java.util.function.Consumer;
import javafx.event.Event;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.Tooltip;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;

/// Draws one member of a chat.
final class MemberCell extends ListCell<UserId> {
  private final DetailsViewModel model;
  private final Avatar avatar = new Avatar(32);
  private final Label name = new Label();
  private final Label status = new Label();
  private final Label presence = new Label();
  private final Button more = new Button("", new FontIcon("fth-more-horizontal"));
  private final HBox row;

  /// @param open called for the member who is clicked
  MemberCell(DetailsViewModel model, MemberMenu menu, Consumer<UserId> open) {
    this.model = model;
    getStyleClass().add("person-cell");
    presence.getStyleClass().add("secondary");
    status.getStyleClass().add("secondary");
    name.setMinWidth(Region.USE_PREF_SIZE);
    VBox lines = new VBox(new HBox(8, name, status), presence);
    lines.setAlignment(Pos.CENTER_LEFT);
    lines.setMinWidth(0);
    HBox.setHgrow(lines, Priority.ALWAYS);
    more.getStyleClass().addAll("icon-button", "more");
    more.setAccessibleText(Messages.get("member.more"));
    more.setTooltip(new Tooltip(Messages.get("member.more")));
    more.setFocusTraversable(false); // the keyboard opens the menu of the chosen member
    more.setOnAction(press -> menu.showUnder(getItem(), more));
    more.setOnMouseClicked(Event::consume); // a click on the row opens the card
    row = new HBox(10, avatar, lines, more);
    row.setAlignment(Pos.CENTER_LEFT);
    setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
    setPrefWidth(0);
    setOnMouseClicked(
        click -> {
          if (getItem() != null && click.getButton() == MouseButton.PRIMARY) {
            open.accept(getItem());
          }
        });
    setOnContextMenuRequested(
        request -> {
          if (getItem() != null) {
            menu.showAt(getItem(), this, request.getScreenX(), request.getScreenY());
            request.consume();
          }
        });
  }

  /// Presence, name or rights may be others. The cell stays, so that a press that has begun on it
  /// ends on it.
  void showAgain() {
    updateItem(getItem(), isEmpty());
  }

  @Override
  protected void updateItem(@Nullable UserId id, boolean empty) {
    super.updateItem(id, empty);
    if (empty || id == null) {
      setGraphic(null);
      setAccessibleText(null);
      return;
    }
    avatar.show(model.display().name(id), Tone.of(id, model.display()));
    avatar.showPresence(model.display().presenceNow(id));
    name.setText(model.display().nameOrYou(id));
    status.setText(model.display().status(id));
    presence.setText(model.standing(id));
    presence.setManaged(!presence.getText().isEmpty());
    setAccessibleText(Messages.get("spoken.person", name.getText(), model.about(id)));
    boolean managed = model.mayRemove(id) || model.mayMakeOwner(id) || model.mayDeleteUser(id);
    more.setVisible(managed);
    more.setManaged(managed);
    setGraphic(row);
  }
}
