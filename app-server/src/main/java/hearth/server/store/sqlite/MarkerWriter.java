package hearth.server.store.sqlite;

import hearth.protocol.Chat;
import hearth.protocol.ChatId;
import hearth.protocol.Fault;
import hearth.protocol.FaultException;
import hearth.protocol.Limits;
import hearth.protocol.Marker;
import hearth.protocol.UserId;
import hearth.server.store.WriteTransaction.Marking;
import hearth.server.store.sqlite.ChatCounters.Properties;
import hearth.server.store.sqlite.MemberTable.Place;
import java.time.Instant;

/// Moves the markers of members: in small chats with the time, in the same statement. Confined to
/// the commit thread.
final class MarkerWriter {
  private final Tables tables;
  private final ChatCounters counters;

  MarkerWriter(Tables tables, ChatCounters counters) {
    this.tables = tables;
    this.counters = counters;
  }

  /// Moves a marker forward, not beyond the head of the log. It stays where it is in a direct chat
  /// with somebody whom the member has blocked, who is to see nothing of how far they are.
  Marking mark(ChatId chat, UserId user, long delivered, long read, Instant now) {
    Properties known = counters.of(chat).orElseThrow(MarkerWriter::chatUnknown);
    return known.members() <= Limits.RECEIPTS
        ? markInSmall(chat, known.kind(), new Marker(user, delivered, read), now)
        : markInLarge(chat, new Marker(user, delivered, read));
  }

  private Marking markInSmall(ChatId chat, Chat.Kind kind, Marker wanted, Instant now) {
    Place old = tables.members().place(chat, wanted.user()).orElseThrow(MarkerWriter::chatUnknown);
    if (kind == Chat.Kind.DIRECT && tables.personal().blocks().has(wanted.user(), chat)) {
      return new Marking(old.marker(), false, false);
    }
    Marking marking = marking(chat, old.marker(), wanted);
    if (marking.deliveredMoved() || marking.readMoved()) {
      tables.members().movePlace(chat, old, marking.marker(), now);
    }
    return marking;
  }

  private Marking markInLarge(ChatId chat, Marker wanted) {
    Marker old =
        tables.members().marker(chat, wanted.user()).orElseThrow(MarkerWriter::chatUnknown);
    Marking marking = marking(chat, old, wanted);
    if (marking.deliveredMoved() || marking.readMoved()) {
      tables.members().moveMarker(chat, marking.marker());
    }
    return marking;
  }

  private Marking marking(ChatId chat, Marker old, Marker wanted) {
    long head = counters.head(chat);
    long read = Math.max(old.read(), Math.min(wanted.read(), head));
    long delivered = Math.max(Math.max(old.delivered(), Math.min(wanted.delivered(), head)), read);
    return new Marking(
        new Marker(old.user(), delivered, read), delivered > old.delivered(), read > old.read());
  }

  private static FaultException chatUnknown() {
    return new FaultException(Fault.CHAT_UNKNOWN);
  }
}
