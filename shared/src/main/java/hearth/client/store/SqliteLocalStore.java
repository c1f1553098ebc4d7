package hearth.client.store;

import hearth.client.Identity;
import hearth.client.LocalStore;
import hearth.client.Row;
import hearth.client.link.Address;
import hearth.protocol.ChatId;
import hearth.protocol.ChatOverview;
import hearth.protocol.Event;
import hearth.protocol.Fault;
import hearth.protocol.SendId;
import hearth.protocol.ServerInfo;
import hearth.protocol.User;
import hearth.protocol.UserId;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The [LocalStore] of one server in one SQLite file. Log entries, chats and people are kept as the
/// events of the protocol that would tell them ([Frames]). Confined to one thread at a time.
final class SqliteLocalStore implements LocalStore {
  /// Entries kept of each chat; older ones are asked from the server again.
  private static final int KEPT = 20_000;

  private final Statements sql;
  private Identity identity;

  private SqliteLocalStore(Statements sql, Identity identity) {
    this.sql = sql;
    this.identity = identity;
  }

  /// Opens a file made before; empty where it holds no identity.
  static Optional<SqliteLocalStore> open(Path file) {
    Statements sql = Statements.open(file);
    Identity identity = readIdentity(sql);
    if (identity == null) {
      sql.close();
      return Optional.empty();
    }
    return Optional.of(new SqliteLocalStore(sql, identity));
  }

  /// Opens or makes the file for an identity just given by the server.
  static SqliteLocalStore create(Path file, Identity identity) {
    Statements sql = Statements.open(file);
    Identity old = readIdentity(sql);
    var store = new SqliteLocalStore(sql, identity);
    if (old != null && !old.me().equals(identity.me())) {
      store.forgetAnotherPersonsLog();
    }
    store.saveIdentity(identity);
    store.commit();
    return store;
  }

  /// Lets go of entries that are older than what is kept.
  void prune() {
    for (ChatOverview chat : chats()) {
      ChatId id = chat.chat().id();
      long oldest = tail(id) - KEPT;
      if (oldest > 0) {
        sql.update("DELETE FROM entry WHERE chat = ? AND seq <= ?", id.value(), oldest);
      }
    }
    sql.commit();
  }

  /// The person joined anew: markers and windows were another person's, drafts and outbox are this
  /// one's who wrote them.
  private void forgetAnotherPersonsLog() {
    sql.update("DELETE FROM entry");
    sql.update("DELETE FROM chat");
  }

  @Override
  public Identity identity() {
    return identity;
  }

  @Override
  public void saveIdentity(Identity now) {
    identity = now;
    String put =
        "INSERT INTO meta(key, value) VALUES (?, ?) ON CONFLICT(key) DO UPDATE SET value ="
            + " excluded.value";
    sql.update(put, "server", now.server().id());
    sql.update(put, "serverName", now.server().name());
    sql.update(put, "address", now.address().toString());
    sql.update(put, "me", Long.toString(now.me().value()));
    sql.update(put, "name", now.name());
    sql.update(put, "token", now.token());
  }

  private static @Nullable Identity readIdentity(Statements sql) {
    Map<String, String> meta = new HashMap<>();
    sql.query(
        "SELECT key, value FROM meta",
        row -> {
          meta.put(row.getString(1), row.getString(2));
          return true;
        });
    String server = meta.get("server");
    String serverName = meta.get("serverName");
    Address address = Address.parse(meta.getOrDefault("address", "")).orElse(null);
    String me = meta.get("me");
    String name = meta.get("name");
    String token = meta.get("token");
    if (server == null
        || serverName == null
        || address == null
        || me == null
        || name == null
        || token == null) {
      return null;
    }
    return new Identity(
        new ServerInfo(server, serverName), address, new UserId(Long.parseLong(me)), name, token);
  }

  @Override
  public List<User> people() {
    return sql.query("SELECT frame FROM person ORDER BY id", row -> Frames.user(row.getString(1)));
  }

  @Override
  public void savePeople(Collection<User> people) {
    for (User user : people) {
      sql.update(
          "INSERT INTO person(id, frame) VALUES (?, ?) ON CONFLICT(id) DO UPDATE SET frame ="
              + " excluded.frame",
          user.id().value(),
          Frames.of(user));
    }
  }

  @Override
  public List<ChatOverview> chats() {
    return sql.query("SELECT frame FROM chat ORDER BY id", row -> Frames.chat(row.getString(1)));
  }

  @Override
  public void saveChats(Collection<ChatOverview> chats) {
    for (ChatOverview chat : chats) {
      sql.update(
          "INSERT INTO chat(id, frame) VALUES (?, ?) ON CONFLICT(id) DO UPDATE SET frame ="
              + " excluded.frame",
          chat.chat().id().value(),
          Frames.of(chat));
    }
  }

  @Override
  public long tail(ChatId chat) {
    return sql.query(
            "SELECT coalesce(max(seq), 0) FROM entry WHERE chat = ?",
            row -> row.getLong(1),
            chat.value())
        .getFirst();
  }

  private long low(ChatId chat) {
    return sql.query(
            "SELECT coalesce(min(seq), 0) FROM entry WHERE chat = ?",
            row -> row.getLong(1),
            chat.value())
        .getFirst();
  }

  @Override
  public List<Event.Logged> entries(ChatId chat, long before, int limit) {
    List<Event.Logged> newestFirst =
        sql.query(
            "SELECT frame FROM entry WHERE chat = ? AND seq < ? ORDER BY seq DESC LIMIT ?",
            row -> Frames.entry(row.getString(1)),
            chat.value(),
            before,
            limit);
    Collections.reverse(newestFirst);
    return newestFirst;
  }

  /// Keeps the window free of gaps even after a write that failed: a stretch that does not touch
  /// what is there replaces it.
  @Override
  public void saveEntries(ChatId chat, List<Event.Logged> entries) {
    if (entries.isEmpty()) {
      return;
    }
    long tail = tail(chat);
    boolean touches =
        entries.getFirst().seq() <= tail + 1 && entries.getLast().seq() >= low(chat) - 1;
    if (tail > 0 && !touches) {
      forgetEntries(chat);
    }
    for (Event.Logged entry : entries) {
      sql.update(
          "INSERT OR REPLACE INTO entry(chat, seq, frame) VALUES (?, ?, ?)",
          chat.value(),
          entry.seq(),
          Frames.of(entry));
    }
  }

  @Override
  public void forgetEntries(ChatId chat) {
    sql.update("DELETE FROM entry WHERE chat = ?", chat.value());
  }

  @Override
  public List<Row.Pending> outbox() {
    return sql.query(
        "SELECT chat, send_id, at, text, fault FROM outbox ORDER BY place",
        row -> {
          int fault = row.getInt(5);
          return new Row.Pending(
              new ChatId(row.getLong(1)),
              SendId.parse(row.getString(2)),
              Instant.ofEpochMilli(row.getLong(3)),
              row.getString(4),
              fault == 0 ? null : Fault.ofCode(fault).orElse(Fault.INTERNAL));
        });
  }

  @Override
  public void saveOutbox(Row.Pending pending) {
    Fault failure = pending.failure();
    sql.update(
        "INSERT INTO outbox(send_id, chat, at, text, fault) VALUES (?, ?, ?, ?, ?)"
            + " ON CONFLICT(send_id) DO UPDATE SET fault = excluded.fault",
        pending.sendId().toString(),
        pending.chat().value(),
        pending.at().toEpochMilli(),
        pending.text(),
        failure == null ? 0 : failure.code());
  }

  @Override
  public void removeOutbox(SendId sendId) {
    sql.update("DELETE FROM outbox WHERE send_id = ?", sendId.toString());
  }

  @Override
  public Map<ChatId, String> drafts() {
    Map<ChatId, String> drafts = new HashMap<>();
    sql.query(
        "SELECT chat, text FROM draft",
        row -> drafts.put(new ChatId(row.getLong(1)), row.getString(2)) == null);
    return drafts;
  }

  @Override
  public void saveDraft(ChatId chat, String draft) {
    if (draft.isEmpty()) {
      sql.update("DELETE FROM draft WHERE chat = ?", chat.value());
    } else {
      sql.update("INSERT OR REPLACE INTO draft(chat, text) VALUES (?, ?)", chat.value(), draft);
    }
  }

  @Override
  public void commit() {
    sql.commit();
  }

  @Override
  public void close() {
    sql.close();
  }
}
