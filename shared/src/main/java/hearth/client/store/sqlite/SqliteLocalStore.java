package hearth.client.store.sqlite;

import hearth.client.store.Identity;
import hearth.client.store.LocalStore;
import hearth.client.store.LogWindow;
import hearth.client.store.Pending;
import hearth.protocol.ChatId;
import hearth.protocol.ChatOverview;
import hearth.protocol.Entry;
import hearth.protocol.OwnSettings;
import hearth.protocol.Row;
import hearth.protocol.SendId;
import hearth.protocol.User;
import hearth.protocol.json.Values;
import java.time.Instant;
import java.util.Collection;
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
  private final Keeper keeper;
  private Identity identity;

  SqliteLocalStore(ClientDatabase sql, Identity identity, Keeper keeper) {
    this.sql = sql;
    this.identity = identity;
    this.keeper = keeper;
  }

  /// Opens the memory of one server; the database is made if there is none.
  static SqliteLocalStore open(MemoryFiles files, Identity identity) {
    Keeper keeper =
        new Keeper() {
          @Override
          public void keep(Identity now) {
            files.keep(now);
          }

          @Override
          public void forget() {
            files.delete();
          }
        };
    return new SqliteLocalStore(ClientDatabase.open(files), identity, keeper);
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
    if (!now.equals(identity)) {
      keeper.keep(now);
      identity = now;
    }
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
  public OwnSettings own() {
    return MetaTable.own(sql)
        .map(json -> StoredJson.read(Values.OWN_SETTINGS, json))
        .orElse(OwnSettings.NONE);
  }

  @Override
  public void saveOwn(OwnSettings own) {
    MetaTable.saveOwn(sql, Values.OWN_SETTINGS.toJson(own));
  }

  @Override
  public List<User> people() {
    return sql.list(
        "SELECT json FROM user ORDER BY id", row -> StoredJson.read(Values.USER, row.getString(1)));
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
        row -> StoredJson.read(Values.CHAT_OVERVIEW, row.getString(1)));
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
            row -> StoredJson.read(Values.ROW, row.getString(1)),
            chat.value(),
            before,
            limit)
        .reversed();
  }

  @Override
  public List<Row> rowsFrom(ChatId chat, long from, int limit) {
    return sql.list(
        "SELECT json FROM row WHERE chat = ? AND seq >= ? ORDER BY seq LIMIT ?",
        row -> StoredJson.read(Values.ROW, row.getString(1)),
        chat.value(),
        from,
        limit);
  }

  @Override
  public Optional<Row> row(ChatId chat, long seq) {
    return sql.first(
        "SELECT json FROM row WHERE chat = ? AND seq = ?",
        row -> StoredJson.read(Values.ROW, row.getString(1)),
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
        row -> StoredJson.read(Values.ENTRY, row.getString(1)),
        UNKNOWN);
  }

  @Override
  public void removeUnknown(ChatId chat) {
    sql.update("DELETE FROM unknown_entry WHERE chat = ?", chat.value());
  }

  @Override
  public List<Pending> outbox() {
    return sql.list(OutboxTable.SELECT + " ORDER BY place", OutboxTable::read);
  }

  @Override
  public void saveOutbox(Pending pending) {
    OutboxTable.save(sql, pending);
  }

  @Override
  public void removeOutbox(SendId sendId) {
    sql.update("DELETE FROM action WHERE send_id = ?", sendId.toString());
  }

  @Override
  public Map<ChatId, String> drafts() {
    return DraftTable.all(sql);
  }

  @Override
  public void saveDraft(ChatId chat, String draft) {
    DraftTable.save(sql, chat, draft);
  }

  @Override
  public Optional<Replaced> takeReplaced() {
    return sql.takeReplaced();
  }

  @Override
  public void commit() {
    sql.commit();
  }

  @Override
  public void forget() {
    try {
      sql.close();
    } finally {
      keeper.forget();
    }
  }

  @Override
  public void close() {
    keeper.closing(this);
    sql.close();
  }

  /// Keeps what is not in the database.
  interface Keeper {
    void keep(Identity identity);

    /// Forgets everything, in the database and beside it, which is closed.
    void forget();

    /// The store can be read for the last time.
    default void closing(LocalStore store) {}
  }
}
