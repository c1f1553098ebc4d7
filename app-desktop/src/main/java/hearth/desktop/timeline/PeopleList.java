package hearth.desktop.timeline;

import hearth.client.model.TimelineRow;
import hearth.desktop.fx.Avatar;
import hearth.desktop.fx.Tone;
import hearth.desktop.text.DisplayText;
import hearth.desktop.text.Messages;
import hearth.protocol.ReceiptTimes;
import hearth.protocol.UserId;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// Who has read a message of one's own, who has it but has not, and who reacted to it; and since
/// when, once the server has said so.
final class PeopleList {
  private static final int SHOWN_AT_MOST = 8;

  private final DisplayText display;
  private final VBox root = new VBox();
  private final Map<UserId, Label> times = new HashMap<>();

  PeopleList(DisplayText display, Receipts receipts, TimelineRow.Committed message) {
    this.display = display;
    root.getStyleClass().add("popup-box");
    if (display.isMe(message.row().author())) {
      List<UserId> readBy = receipts.readBy(message);
      List<UserId> deliveredTo = receipts.deliveredTo(message);
      add(Messages.get("timeline.read-by.read", readBy.size()), readBy, this::timed);
      add(Messages.get("timeline.read-by.delivered", deliveredTo.size()), deliveredTo, this::timed);
    }
    message
        .row()
        .reactions()
        .forEach(
            reaction ->
                add(
                    reaction.emoji() + " " + reaction.users().size(),
                    reaction.users(),
                    this::line));
    if (root.getChildren().isEmpty()) {
      root.getChildren().add(secondary(Messages.get("timeline.read-by.nobody")));
    }
  }

  Region root() {
    return root;
  }

  /// Shows since when they have it.
  void show(List<ReceiptTimes> known) {
    for (ReceiptTimes one : known) {
      Label label = times.get(one.user());
      String said = said(one);
      if (label != null && !said.isEmpty()) {
        label.setText(said);
        label.setVisible(true);
        label.setManaged(true);
      }
    }
  }

  private String said(ReceiptTimes one) {
    Instant read = one.read();
    Instant delivered = one.delivered();
    if (read == null) {
      return delivered == null ? "" : display.times().delivered(delivered);
    }
    return delivered == null || delivered.equals(read)
        ? display.times().read(read)
        : Messages.get(
            "receipt.both", display.times().read(read), display.times().delivered(delivered));
  }

  private void add(String title, List<UserId> people, Function<UserId, Node> line) {
    if (people.isEmpty()) {
      return;
    }
    Label heading = new Label(title);
    heading.getStyleClass().add("section");
    root.getChildren().add(heading);
    people.stream().limit(SHOWN_AT_MOST).map(line).forEach(root.getChildren()::add);
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
    return line(person, new Label(display.nameOrYou(person)));
  }

  /// A line with room for the time.
  private Node timed(UserId person) {
    Label time = secondary("");
    time.setVisible(false);
    time.setManaged(false);
    times.put(person, time);
    return line(person, new VBox(new Label(display.nameOrYou(person)), time));
  }

  private Node line(UserId person, Node words) {
    Avatar avatar = new Avatar(24);
    avatar.show(display.name(person), Tone.of(person, display));
    HBox line = new HBox(8, avatar, words);
    line.setAlignment(Pos.CENTER_LEFT);
    return line;
  }
}
