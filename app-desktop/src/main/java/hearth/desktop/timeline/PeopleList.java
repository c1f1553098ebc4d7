package hearth.desktop.timeline;

import hearth.client.model.TimelineRow;
import hearth.desktop.fx.Avatar;
import hearth.desktop.fx.Tone;
import hearth.desktop.text.DisplayText;
import hearth.desktop.text.Messages;
import hearth.protocol.UserId;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// Who has read a message of one's own, who has it but has not, and who reacted to it.
final class PeopleList {
  private static final int SHOWN_AT_MOST = 8;

  private final DisplayText display;
  private final VBox root = new VBox();

  PeopleList(DisplayText display, Receipts receipts, TimelineRow.Committed message) {
    this.display = display;
    root.getStyleClass().add("popup-box");
    if (display.isMe(message.row().author())) {
      List<UserId> readBy = receipts.readBy(message);
      List<UserId> deliveredTo = receipts.deliveredTo(message);
      add(Messages.get("timeline.read-by.read", readBy.size()), readBy);
      add(Messages.get("timeline.read-by.delivered", deliveredTo.size()), deliveredTo);
    }
    message
        .row()
        .reactions()
        .forEach(
            reaction -> add(reaction.emoji() + " " + reaction.users().size(), reaction.users()));
    if (root.getChildren().isEmpty()) {
      root.getChildren().add(secondary(Messages.get("timeline.read-by.nobody")));
    }
  }

  Region root() {
    return root;
  }

  private void add(String title, List<UserId> people) {
    if (people.isEmpty()) {
      return;
    }
    Label heading = new Label(title);
    heading.getStyleClass().add("section");
    root.getChildren().add(heading);
    people.stream().limit(SHOWN_AT_MOST).map(this::line).forEach(root.getChildren()::add);
    if (people.size() > SHOWN_AT_MOST) {
      root.getChildren()
          .add(secondary(Messages.get("timeline.read-by.more", people.size() - SHOWN_AT_MOST)));
    }
  }

  private static Label secondary(String text) {
    Label label = new Label(text);
    label.getStyleClass().add("secondary");
    return label;
  }

  private Node line(UserId person) {
    Avatar avatar = new Avatar(24);
    avatar.show(display.name(person), Tone.of(person).masked(display.isAlias(person)));
    HBox line = new HBox(8, avatar, new Label(display.nameOrYou(person)));
    line.setAlignment(Pos.CENTER_LEFT);
    return line;
  }
}
