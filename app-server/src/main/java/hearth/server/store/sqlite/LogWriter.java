package hearth.server.store.sqlite;

import hearth.protocol.Action;
import hearth.protocol.ChatId;
import hearth.protocol.Entry;
import hearth.protocol.Fault;
import hearth.protocol.FaultException;
import hearth.protocol.Role;
import hearth.protocol.SendId;
import hearth.protocol.UserId;
import hearth.server.policy.ChatPolicy;
import hearth.server.policy.ChatPolicy.Actor;
import hearth.server.store.WriteTransaction.Appending;
import java.time.Instant;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/// Appends entries to logs, and knows what every action asks of a chat before it is appended.
/// Confined to the commit thread.
final class LogWriter {
  private final Tables tables;
  private final ChatCounters counters;
  private final InstantSource clock;

  LogWriter(Tables tables, ChatCounters counters, InstantSource clock) {
    this.tables = tables;
    this.counters = counters;
    this.clock = clock;
  }

  /// The chat is as wanted already: its newest entry stands for the one that made it so.
  Appending unchanged(ChatId chat) {
    EntryTable.Place head = tables.entries().head(chat).orElseThrow();
    return Appending.before(head.seq(), head.at());
  }

  /// @param targetAuthor who wrote the message that is changed; null for none
  /// @param memberRole the role of the member whom the action names; null for none
  /// @throws FaultException if the policy refuses it
  void check(By by, Action action, @Nullable UserId targetAuthor, @Nullable Role memberRole) {
    ChatCounters.Properties known = propertiesOf(by.chat);
    ChatPolicy.check(
        action,
        new Actor(by.author, known.kind(), by.role, known.settings(), targetAuthor, memberRole));
  }

  /// @throws FaultException `CHAT_UNKNOWN`
  ChatCounters.Properties propertiesOf(ChatId chat) {
    return counters.of(chat).orElseThrow(() -> new FaultException(Fault.CHAT_UNKNOWN));
  }

  Entry add(By by, @Nullable SendId sendId, Action action) {
    return add(by.chat, by.author, sendId, action);
  }

  /// Appends an entry that was checked before.
  Entry add(ChatId chat, UserId author, @Nullable SendId sendId, Action action) {
    Instant at = counters.next(chat, now());
    Entry entry = new Entry(chat, counters.head(chat) + 1, at, author, sendId, action);
    tables.entries().add(entry);
    counters.advance(chat, entry.seq(), at);
    return entry;
  }

  Instant now() {
    return Instant.ofEpochMilli(clock.millis());
  }

  /// Who acts where, and as what.
  record By(UserId author, ChatId chat, @Nullable SendId sendId, Role role) {}
}
