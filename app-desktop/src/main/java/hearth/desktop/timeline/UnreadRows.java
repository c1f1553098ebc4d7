package hearth.desktop.timeline;

import hearth.client.model.Change.Reach;
import hearth.client.model.ChatItem.Reading;
import hearth.client.model.TimelineRow;
import hearth.desktop.session.ServerViewModel;
import hearth.protocol.ChatId;
import java.util.List;
import javafx.util.Subscription;

/// What of a chat is unread: where the "New messages" divider stands, and how far the person has
/// read. Confined to the FX thread.
final class UnreadRows {
  private final ServerViewModel server;
  private final ChatId chat;
  private final RowDecorator decorator;
  private final Subscription watching;
  private long readBefore;
  private long divider = RowDecorator.NONE;
  private boolean attended;

  /// The person went to the end over all that came before this seq.
  private long passedTo;

  /// How long the log was when the connection was back: what comes of it was missed.
  private long missedTo;

  private boolean cameBack;

  UnreadRows(ServerViewModel server, ChatId chat, RowDecorator decorator) {
    this.server = server;
    this.chat = chat;
    this.decorator = decorator;
    this.watching =
        Subscription.combine(
            server.connectionProperty().subscribe(now -> cameBack = server.isOnline()),
            server.revisionProperty().subscribe(now -> noteMissed()));
  }

  /// The seq of the row under the divider; [RowDecorator#NONE] for none.
  long divider() {
    return divider;
  }

  /// Other rows are shown of the chat.
  ///
  /// @param begins whether what is unread now is new, and not what was unread before
  void show(List<TimelineRow> rows, boolean begins) {
    if (begins) {
      readBefore = readTo();
    }
    divider = decorator.firstUnread(rows, readBefore);
  }

  /// The divider moves up with older rows, and on to what comes while nobody looks and to what came
  /// while there was no connection.
  void added(List<TimelineRow> rows) {
    noteMissed();
    long before = decorator.firstUnread(rows, readBefore);
    if (before < divider && divider != RowDecorator.NONE) {
      divider = before;
      return;
    }
    long unread = decorator.firstUnread(rows, readTo());
    boolean passed = divider == RowDecorator.NONE || readTo() >= divider;
    if (passed && unread != RowDecorator.NONE && (!attended || unread <= missedTo)) {
      divider = unread;
    }
  }

  /// Whether the person looks at the end, so that what comes is seen as it comes.
  void attend(boolean now) {
    attended = now;
  }

  /// The person wants to come back to this row.
  void mark(long seq) {
    readBefore = seq - 1;
    divider = seq;
  }

  /// The person goes to the end, whatever comes before it.
  void pass() {
    passedTo = head();
  }

  /// The person has seen the row of this seq, and all between the last read one and it: unless they
  /// came there by a jump, and not to the end.
  void seen(long seq, List<TimelineRow> rows, Reach reach) {
    long read = readTo();
    boolean whole = reach.first() || (!rows.isEmpty() && rows.getFirst().seq() <= read + 1);
    boolean passed = passedTo > read && seq >= passedTo;
    if (seq > read && (whole || passed)) {
      server.client().markRead(chat, seq);
    }
  }

  /// The index of the first message that the person has not seen; -1 for none.
  int firstUnseen(List<TimelineRow> rows) {
    long seen = Math.max(readTo(), passedTo);
    int first = -1;
    for (int i = rows.size() - 1; i >= 0; i--) {
      TimelineRow row = rows.get(i);
      if (row.seq() > 0 && row.seq() <= seen) {
        break;
      }
      if (decorator.isUnread(row, seen)) {
        first = i;
      }
    }
    return first;
  }

  /// Whether the person has not seen one of these.
  boolean isAny(List<TimelineRow> rows) {
    long seen = Math.max(readTo(), passedTo);
    return rows.stream().anyMatch(row -> decorator.isUnread(row, seen));
  }

  /// The highest seq of the chat.
  long head() {
    return server.chat(chat).map(item -> item.reading().head()).orElse(0L);
  }

  private long readTo() {
    return server
        .chat(chat)
        .map(item -> item.reading())
        .map(Reading::readTo)
        .orElse(Long.MAX_VALUE);
  }

  /// The overview that came with the connection knows how long the log is.
  private void noteMissed() {
    if (cameBack) {
      cameBack = false;
      missedTo = head();
    }
  }

  void close() {
    watching.unsubscribe();
  }
}
