package hearth.desktop.timeline;

import hearth.client.model.ChatItem;
import hearth.desktop.text.ActionText;
import hearth.desktop.text.Messages;
import hearth.protocol.Action;
import hearth.protocol.ChatId;
import hearth.protocol.Row;
import java.util.List;
import java.util.function.LongConsumer;
import javafx.collections.ListChangeListener;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import org.kordamp.ikonli.javafx.FontIcon;

/// The pinned messages of the open chat, above its timeline, one at a time. Pressing it goes to the
/// message in view and shows the one that was pinned before it. Takes no room while nothing is
/// pinned. Confined to the FX thread.
final class PinBar extends HBox implements AutoCloseable {
  private final TimelineViewModel model;
  private final LongConsumer jump;
  private final Label heading = new Label();
  private final Label text = new Label();
  private final ListChangeListener<TimelineItem> changed = this::rowsChanged;
  private final Subscription subscriptions;
  private List<Long> pins = List.of();
  private int place;

  /// The bar of a timeline's chat.
  ///
  /// @param jump goes to the message with a seq
  PinBar(TimelineViewModel model, LongConsumer jump) {
    this.model = model;
    this.jump = jump;
    setId("pins");
    getStyleClass().add("header");
    heading.getStyleClass().add("secondary");
    VBox words = new VBox(heading, text);
    words.setMinWidth(0);
    getChildren().addAll(new FontIcon("fth-bookmark"), words);
    setAccessibleRole(AccessibleRole.BUTTON);
    setFocusTraversable(true);
    setOnMouseClicked(
        click -> {
          if (click.getButton() == MouseButton.PRIMARY) {
            press();
          }
        });
    setOnKeyPressed(
        press -> {
          if (press.getCode() == KeyCode.ENTER || press.getCode() == KeyCode.SPACE) {
            press();
            press.consume();
          }
        });
    model.items().addListener(changed);
    subscriptions =
        Subscription.combine(
            model.chatProperty().subscribe(now -> forget()),
            model.server().revisionProperty().subscribe(now -> refresh()));
  }

  @Override
  public void close() {
    model.items().removeListener(changed);
    subscriptions.unsubscribe();
  }

  private void forget() {
    pins = List.of();
    refresh();
  }

  private void refresh() {
    ChatItem item = model.item();
    List<Long> now = item == null ? List.of() : item.chat().settings().pins();
    setVisible(!now.isEmpty());
    setManaged(!now.isEmpty());
    if (!now.equals(pins)) {
      pins = now;
      show(pins.size() - 1);
    }
  }

  private void press() {
    if (!pins.isEmpty()) {
      jump.accept(pins.get(place));
      show(place == 0 ? pins.size() - 1 : place - 1);
    }
  }

  private void show(int at) {
    place = at;
    if (pins.isEmpty()) {
      return;
    }
    heading.setText(
        pins.size() == 1
            ? Messages.get("pins.one")
            : Messages.get("pins.place", at + 1, pins.size()));
    say("…");
    long seq = pins.get(at);
    ChatId chat = model.chat();
    model
        .server()
        .whenDone(
            model.server().client().row(chat, seq),
            found ->
                found
                    .filter(row -> isShown(seq) && chat.equals(model.chat()))
                    .ifPresent(this::show),
            failure -> {});
  }

  private boolean isShown(long seq) {
    return !pins.isEmpty() && pins.get(place) == seq;
  }

  private void show(Row row) {
    show(row.entry().action());
  }

  private void show(Action action) {
    say(new ActionText(model.display()).preview(action));
  }

  private void say(String words) {
    text.setText(words);
    setAccessibleText(heading.getText() + " " + words);
  }

  /// An edit of the message in view is shown at once.
  private void rowsChanged(ListChangeListener.Change<? extends TimelineItem> change) {
    while (change.next()) {
      change.getAddedSubList().stream()
          .map(TimelineItem::row)
          .filter(row -> row.seq() > 0 && isShown(row.seq()))
          .forEach(row -> show(row.action()));
    }
  }
}
