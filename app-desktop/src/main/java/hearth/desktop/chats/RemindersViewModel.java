package hearth.desktop.chats;

import hearth.client.model.Attention;
import hearth.client.model.ChatItem;
import hearth.desktop.session.ServerViewModel;
import hearth.desktop.text.ActionText;
import hearth.desktop.text.DisplayText;
import hearth.desktop.text.Messages;
import hearth.protocol.Action;
import hearth.protocol.ChatId;
import hearth.protocol.Preferences.Reminder;
import hearth.protocol.Row;
import java.time.Instant;
import java.util.Comparator;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;

/// The reminder that is due, one at a time, the earliest first. Confined to the FX thread.
public final class RemindersViewModel implements AutoCloseable {
  private static final int FIRST_WORDS = 80;

  private final ServerViewModel server;
  private final DisplayText display;
  private final Jump jump;
  private final Subscription watching;
  private final ReadOnlyStringWrapper sentence = new ReadOnlyStringWrapper("");
  private @Nullable Due due;

  /// The reminders of a server.
  ///
  /// @param jump goes to a message of the chat in view
  public RemindersViewModel(ServerViewModel server, DisplayText display, Jump jump) {
    this.server = server;
    this.display = display;
    this.jump = jump;
    this.watching = server.revisionProperty().subscribe(now -> look());
  }

  /// Goes to a message of the chat in view.
  @FunctionalInterface
  public interface Jump {
    void to(long seq);
  }

  /// What the person is reminded of; empty while nothing is due.
  public ReadOnlyStringProperty sentenceProperty() {
    return sentence.getReadOnlyProperty();
  }

  /// Goes to the message, and ends the reminder.
  void open() {
    Due now = due;
    if (now != null) {
      done();
      server.currentProperty().set(now.chat);
      jump.to(now.seq);
    }
  }

  /// Ends the reminder.
  void done() {
    Due now = due;
    if (now != null) {
      server.append(now.chat, new Action.Remind(now.seq, null));
    }
  }

  private void look() {
    Instant now = display.times().now();
    Due earliest =
        server.chats().stream()
            .filter(item -> !item.own().preferences().reminders().isEmpty())
            .flatMap(item -> Attention.due(item, now).stream().map(one -> new Due(item.id(), one)))
            .min(Comparator.comparing((Due one) -> one.at))
            .orElse(null);
    if (earliest == null) {
      sentence.set("");
    } else if (!earliest.equals(due)) {
      say(earliest);
    }
    due = earliest;
  }

  private void say(Due what) {
    sentence.set(Messages.get("reminder.due", title(what.chat)));
    server.whenDone(
        server.client().row(what.chat, what.seq),
        found ->
            found
                .filter(row -> what.equals(due))
                .ifPresent(row -> sentence.set(Messages.get("reminder.due", words(row)))),
        failure -> {});
  }

  private String title(ChatId chat) {
    return server.chat(chat).map(ChatItem::chat).map(display::title).orElse("");
  }

  private String words(Row row) {
    String said = new ActionText(display).preview(row.entry().action());
    return Messages.get(
        "preview.by", display.nameOrYou(row.author()), ActionText.firstWords(said, FIRST_WORDS));
  }

  @Override
  public void close() {
    watching.unsubscribe();
  }

  private record Due(ChatId chat, long seq, Instant at) {
    Due(ChatId chat, Reminder reminder) {
      this(chat, reminder.seq(), reminder.at());
    }
  }
}
