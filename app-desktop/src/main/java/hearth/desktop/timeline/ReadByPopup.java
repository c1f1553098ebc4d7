package hearth.desktop.timeline;

import hearth.client.Row;
import hearth.desktop.fx.Avatar;
import hearth.desktop.fx.Tone;
import hearth.desktop.text.Messages;
import hearth.protocol.UserId;
import java.util.List;
import javafx.geometry.Bounds;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.stage.Popup;
import javafx.stage.PopupWindow;

/// Who has read a message, and who has it but has not.
final class ReadByPopup {
  private static final int SHOWN_AT_MOST = 8;

  private final TimelineViewModel model;
  private final VBox box = new VBox();

  ReadByPopup(TimelineViewModel model, Row.Entry entry) {
    this.model = model;
    box.getStyleClass().add("popup-box");
    List<UserId> read = model.readBy(entry);
    add(Messages.get("timeline.read-by.read", read.size()), read);
    List<UserId> delivered = model.deliveredTo(entry);
    add(Messages.get("timeline.read-by.delivered", delivered.size()), delivered);
    if (box.getChildren().isEmpty()) {
      Label nobody = new Label(Messages.get("timeline.read-by.nobody"));
      nobody.getStyleClass().add("secondary");
      box.getChildren().add(nobody);
    }
  }

  void showAbove(Node node) {
    Popup popup = new Popup();
    popup.setAutoHide(true);
    popup.setHideOnEscape(true);
    popup.getContent().add(box);
    popup.setAnchorLocation(PopupWindow.AnchorLocation.CONTENT_BOTTOM_RIGHT);
    Bounds at = node.localToScreen(node.getBoundsInLocal());
    popup.show(node, at.getMaxX() + 12, at.getMinY() - 4);
  }

  private void add(String title, List<UserId> people) {
    if (people.isEmpty()) {
      return;
    }
    Label heading = new Label(title);
    heading.getStyleClass().add("section");
    box.getChildren().add(heading);
    people.stream().limit(SHOWN_AT_MOST).map(this::line).forEach(box.getChildren()::add);
    if (people.size() > SHOWN_AT_MOST) {
      Label more = new Label(Messages.get("timeline.read-by.more", people.size() - SHOWN_AT_MOST));
      more.getStyleClass().add("secondary");
      box.getChildren().add(more);
    }
  }

  private Node line(UserId person) {
    Avatar avatar = new Avatar(24);
    avatar.show(model.display().name(person), Tone.of(person));
    HBox line = new HBox(8, avatar, new Label(model.display().name(person)));
    line.setAlignment(Pos.CENTER_LEFT);
    return line;
  }
}
