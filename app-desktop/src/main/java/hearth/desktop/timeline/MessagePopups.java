package hearth.desktop.timeline;

import hearth.client.model.TimelineRow;
import hearth.desktop.emoji.EmojiHabits;
import hearth.desktop.text.DisplayText;
import javafx.geometry.Bounds;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.Region;
import javafx.stage.Popup;
import javafx.stage.PopupWindow;

/// What opens beside a message: emoji to choose from, earlier versions, people. One at a time.
/// Confined to the FX thread.
final class MessagePopups {
  private final MessageActions actions;
  private final EmojiHabits habits;
  private final DisplayText display;
  private final TimelineViewModel timeline;
  private final MarkedText marked;
  private final Popup popup = new Popup();

  MessagePopups(
      MessageActions actions, TimelineViewModel timeline, MarkedText marked, EmojiHabits habits) {
    this.actions = actions;
    this.marked = marked;
    this.habits = habits;
    this.display = timeline.display();
    this.timeline = timeline;
    popup.setAutoHide(true);
    popup.setHideOnEscape(true);
    popup.setAnchorLocation(PopupWindow.AnchorLocation.CONTENT_BOTTOM_RIGHT);
  }

  boolean isShowing() {
    return popup.isShowing();
  }

  void emoji(MessageTarget target) {
    EmojiChoice choice =
        new EmojiChoice(
            habits,
            emoji -> {
              hide();
              actions.toggle(target.row(), emoji);
            });
    show(choice.root(), target);
    choice.first().requestFocus();
  }

  void versions(MessageTarget target) {
    VersionList list = new VersionList(display);
    actions.versions(target.row(), list::show, list::refuse);
    show(list.root(), target);
  }

  void people(MessageTarget target) {
    if (target.row() instanceof TimelineRow.Committed message) {
      PeopleList list = new PeopleList(display, timeline.receipts(), message);
      actions.receipts(message, list::show);
      show(list.root(), target);
    }
  }

  void remind(MessageTarget target) {
    ReminderChoice choice =
        new ReminderChoice(
            display.times(),
            actions.reminder(target.row()),
            at -> {
              hide();
              actions.remind(target.row(), at);
            });
    show(choice.root(), target);
    choice.first().requestFocus();
  }

  void copy(MessageTarget target) {
    RowBody body = target.frame().body();
    if (marked.isAcross(target.row())) {
      copy(marked.text());
      return;
    }
    copy(body.marked().isEmpty() ? body.text() : body.marked());
  }

  static void copy(String text) {
    ClipboardContent content = new ClipboardContent();
    content.putString(text);
    Clipboard.getSystemClipboard().setContent(content);
  }

  private void show(Region content, MessageTarget target) {
    hide();
    popup.getContent().setAll(content);
    Bounds at = target.frame().anchor();
    popup.show(target.frame(), at.getMaxX(), at.getMinY() - 4);
  }

  void hide() {
    popup.hide();
  }
}
