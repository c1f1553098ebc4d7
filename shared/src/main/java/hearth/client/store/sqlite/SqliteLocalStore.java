package hearth.client.store.sqlite;

import hearth.client.store.Identity;
import hearth.client.store.LocalStore;
import hearth.client.store.LogWindow;
import hearth.client.store.Pending;
import hearth.protocol.ChatId;
import hearth.protocol.ChatOverview;
import hearth.protocol.Entry;
import hearth.protocol.Fault;
import hearth.protocol.Row;
import hearth.protocol.SendId;
import hearth.protocol.User;
import hearth.protocol.json.Actions;
import hearth.protocol.json.CodecException;
import hearth.protocol.json.JsonType;
import hearth.protocol.json.Values;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The [LocalStore] of one server in one SQLite file. Rows, chats, people and actions are kept as
/// the JSON that the protocol has for them. Confined to one thread at a time.
final class SqliteLocalStore implements LocalStore {
  /// Places of each chat's log that are kept; older rows are asked from the server again.
  private static final int KEPT = 20_000;

  /// Entries of newer versions that are looked at again at most; each stands for its whole chat.
  private static final int UNKNOWN = 10_000;

  private final ClientDatabase sql;
  private Identity identity;

  private SqliteLocalStore(ClientDatabase sql, Identity identity) {
    this.sql = sql;
    this.identity = identity;
  }

  /// Opens a file made before; empty where it holds no identity.
  static Optional<SqliteLocalStore> open(Path file) {
    ClientDatabase sql = ClientDatabase.open(file);
    Optional<Identity> identity = MetaTable.identity(sql);
    if (identity.isEmpty()) {
      sql.close();
    }
    return identity.map(known -> new SqliteLocalStore(sql, known));
  }

  /// Makes the file for an identity just given by the server.
  static SqliteLocalStore create(Path file, Identity identity) {
    var store = new SqliteLocalStore(ClientDatabase.open(file), identity);
    store.saveIdentity(identity);
    store.commit();
    return store;
  }

  /// Lets go of rows that are older than what is kept.
  void prune() {
    for (ChatOverview chat : chats()) {
      ChatId id = chat.chat().id();
      LogWindow window = window(id).orElse(null);
      if (window != null && window.to() - window.from() >= KEPT) {
        long low = window.to() - KEPT + 1;
        sql.update("DELETE FROM row WHERE chat = ? AND seq < ?", id.value(), low);
        saveWindow(id, window.extendedFrom(low));
      }
    }
    sql.commit();
  }

  @Override
  public Identity identity() {
    return identity;
  }

  @Override
  public void saveIdentity(Identity now) {
    identity = now;
    MetaTable.save(sql, now);
  }

  @Override
  public Optional<String> epoch() {
    return MetaTable.epoch(sql);
  }

  @Override
  public void saveEpoch(String epoch) {
    MetaTable.saveEpoch(sql, epoch);
  }

  @Override
  public List<User> people() {
    return sql.list(
        "SELECT json FROM user ORDER BY id", row -> read(Values.USER, row.getString(1)));
  }

  @Override
  public void savePeople(Collection<User> people) {
    for (User user : people) {
      sql.update(
          "INSERT INTO user(id, json) VALUES (?, ?) ON CONFLICT(id) DO UPDATE SET json ="
              + " excluded.json",
          user.id().value(),
          Values.USER.toJson(user));
      if (user.deleted()) {
        sql.erase();
      }
    }
  }

  @Override
  public List<ChatOverview> chats() {
    return sql.list(
        "SELECT json FROM overview ORDER BY id",
        row -> read(Values.CHAT_OVERVIEW, row.getString(1)));
  }

  @Override
  public void saveChats(Collection<ChatOverview> chats) {
    for (ChatOverview chat : chats) {
      sql.update(
          "INSERT INTO overview(id, json) VALUES (?, ?) ON CONFLICT(id) DO UPDATE SET json ="
              + " excluded.json",
          chat.chat().id().value(),
          Values.CHAT_OVERVIEW.toJson(chat));
      eraseIf(chat.last());
    }
  }

  @Override
  public void removeChat(ChatId chat) {
    forgetRows(chat);
    removeUnknown(chat);
    sql.update("DELETE FROM overview WHERE id = ?", chat.value());
    sql.update("DELETE FROM action WHERE chat = ?", chat.value());
    sql.update("DELETE FROM draft WHERE chat = ?", chat.value());
    sql.erase();
  }

  @Override
  public Optional<LogWindow> window(ChatId chat) {
    return sql.first(
        "SELECT low, high, at, stale FROM window WHERE chat = ?",
        row -> {
          long millis = row.getLong(3);
          Instant at = row.wasNull() ? null : Instant.ofEpochMilli(millis);
          return new LogWindow(row.getLong(1), row.getLong(2), at, row.getBoolean(4));
        },
        chat.value());
  }

  @Override
  public void saveWindow(ChatId chat, LogWindow window) {
    Instant at = window.at();
    sql.update(
        "INSERT OR REPLACE INTO window(chat, low, high, at, stale) VALUES (?, ?, ?, ?, ?)",
        chat.value(),
        window.from(),
        window.to(),
        at == null ? null : at.toEpochMilli(),
        window.stale() ? 1 : 0);
  }

  @Override
  public List<Row> rowsBefore(ChatId chat, long before, int limit) {
    return sql.list(
            "SELECT json FROM row WHERE chat = ? AND seq < ? ORDER BY seq DESC LIMIT ?",
            row -> read(Values.ROW, row.getString(1)),
            chat.value(),
            before,
            limit)
        .reversed();
  }

  @Override
  public List<Row> rowsFrom(ChatId chat, long from, int limit) {
    return sql.list(
        "SELECT json FROM row WHERE chat = ? AND seq >= ? ORDER BY seq LIMIT ?",
        row -> read(Values.ROW, row.getString(1)),
        chat.value(),
        from,
        limit);
  }

  @Override
  public Optional<Row> row(ChatId chat, long seq) {
    return sql.first(
        "SELECT json FROM row WHERE chat = ? AND seq = ?",
        row -> read(Values.ROW, row.getString(1)),
        chat.value(),
        seq);
  }

  @Override
  public void saveRows(ChatId chat, Collection<Row> rows) {
    for (Row row : rows) {
      sql.update(
          "INSERT OR REPLACE INTO row(chat, seq, json) VALUES (?, ?, ?)",
          chat.value(),
          row.seq(),
          Values.ROW.toJson(row));
      eraseIf(row);
    }
  }

  private void eraseIf(@Nullable Row row) {
    if (row != null && row.erased()) {
      sql.erase();
    }
  }

  @Override
  public void forgetRows(ChatId chat) {
    sql.update("DELETE FROM row WHERE chat = ?", chat.value());
    sql.update("DELETE FROM window WHERE chat = ?", chat.value());
  }

  @Override
  public void saveUnknown(Entry entry) {
    sql.update(
        "INSERT OR REPLACE INTO unknown_entry(chat, seq, json) VALUES (?, ?, ?)",
        entry.chat().value(),
        entry.seq(),
        Values.ENTRY.toJson(entry));
  }

  @Override
  public List<Entry> unknown() {
    return sql.list(
        "SELECT json FROM unknown_entry ORDER BY chat, seq LIMIT ?",
        row -> read(Values.ENTRY, row.getString(1)),
        UNKNOWN);
  }

  @Override
  public void removeUnknown(ChatId chat) {
    sql.update("DELETE FROM unknown_entry WHERE chat = ?", chat.value());
  }

  @Override
  public List<Pending> outbox() {
    return sql.list(
        "SELECT chat, send_id, at, json, fault FROM action ORDER BY place",
        row -> {
          int fault = row.getInt(5);
          return new Pending(
              new ChatId(row.getLong(1)),
              SendId.parse(row.getString(2)),
              Instant.ofEpochMilli(row.getLong(3)),
              read(Actions.ACTION, row.getString(4)),
              fault == 0 ? null : Fault.ofCode(fault).orElse(Fault.UNKNOWN));
        });
  }

  /// A fault of a newer version has no code here, and is kept as a failure of this one's own.
  @Override
  public void saveOutbox(Pending pending) {
    Fault failure = pending.failure();
    int code = failure == null ? 0 : failure.code();
    sql.update(
        "INSERT INTO action(send_id, chat, at, json, fault) VALUES (?, ?, ?, ?, ?)"
            + " ON CONFLICT(send_id) DO UPDATE SET fault = excluded.fault",
        pending.sendId().toString(),
        pending.chat().value(),
        pending.at().toEpochMilli(),
        Actions.ACTION.toJson(pending.action()),
        failure != null && code == 0 ? Fault.INTERNAL.code() : code);
  }

  @Override
  public void removeOutbox(SendId sendId) {
    sql.update("DELETE FROM action WHERE send_id = ?", sendId.toString());
  }

  @Override
  public Map<ChatId, String> drafts() {
    Map<ChatId, String> drafts = new HashMap<>();
    sql.list(
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

  private static <T> T read(JsonType<T> type, String json) {
    try {
      return type.fromJson(json);
    } catch (CodecException broken) {
      throw new StoreException("the local store holds a broken row", broken);
    }
  }
}
