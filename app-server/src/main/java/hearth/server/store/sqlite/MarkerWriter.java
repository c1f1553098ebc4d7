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
  /// with somebody whom the member has blocked, who is to see nothing of how far they are. In a
  /// masked chat it is told as far as is read, and no time is kept: when a device was there would
  /// tell whose it is.
  ///
  /// @param person whose marker it is
  /// @param wanted the marker of the person, or of their alias
  Marking mark(ChatId chat, UserId person, Marker wanted, Instant now) {
    Properties known = counters.of(chat).orElseThrow(MarkerWriter::chatUnknown);
    if (known.kind() == Chat.Kind.DIRECT && tables.personal().blocks().has(person, chat)) {
      return new Marking(marker(chat, wanted.user()), false, false);
    }
    if (known.masked()) {
      Marking marking = markUntimed(chat, wanted);
      long read = marking.marker().read();
      return new Marking(new Marker(wanted.user(), read, read), false, marking.readMoved());
    }
    return known.members() <= Limits.RECEIPTS
        ? markTimed(chat, wanted, now)
        : markUntimed(chat, wanted);
  }

  private Marker marker(ChatId chat, UserId user) {
    return tables.members().marker(chat, user).orElseThrow(MarkerWriter::chatUnknown);
  }

  private Marking markTimed(ChatId chat, Marker wanted, Instant now) {
    Place old = tables.members().place(chat, wanted.user()).orElseThrow(MarkerWriter::chatUnknown);
    Marking marking = marking(chat, old.marker(), wanted);
    if (marking.deliveredMoved() || marking.readMoved()) {
      tables.members().movePlace(chat, old, marking.marker(), now);
    }
    return marking;
  }

  private Marking markUntimed(ChatId chat, Marker wanted) {
    Marker old = marker(chat, wanted.user());
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
