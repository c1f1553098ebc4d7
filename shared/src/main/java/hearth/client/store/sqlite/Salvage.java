package hearth.client.store.sqlite;

import hearth.client.store.Identity;
import hearth.client.store.LocalStore.StoreException;
import hearth.client.store.Pending;
import hearth.protocol.ChatId;
import hearth.sqlite.ConnectionOption;
import hearth.sqlite.DatabaseFile;
import hearth.sqlite.Query;
import hearth.sqlite.SqliteException;
import java.nio.file.Path;
import java.sql.Connection;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What can still be read of a database that is damaged or was made by an earlier version, and that
/// no server has. The file is not changed.
///
/// @param pending in the order in which they were made
record Salvage(List<Pending> pending, Map<ChatId, String> drafts) {
  private static final Logger log = LoggerFactory.getLogger(Salvage.class);
  private static final Duration BUSY_TIMEOUT = Duration.ofSeconds(2);

  static Salvage of(Path database) {
    Map<Long, Pending> pending = new TreeMap<>();
    Map<ChatId, String> drafts = new HashMap<>();
    read(
        database,
        connection -> {
          // A page that is damaged ends the walk; what is behind it is found from the other end.
          for (String direction : List.of("ASC", "DESC")) {
            each(
                connection,
                OutboxTable.SELECT + " ORDER BY place " + direction,
                row -> pending.put(row.getLong(OutboxTable.PLACE), OutboxTable.read(row)));
            each(
                connection,
                "SELECT chat, text FROM draft ORDER BY chat " + direction,
                row -> drafts.put(new ChatId(row.getLong(1)), row.getString(2)));
          }
        });
    return new Salvage(List.copyOf(pending.values()), Map.copyOf(drafts));
  }

  /// Who this device is, as versions before the identity had a file kept it.
  ///
  /// @throws StoreException where the disk refuses; damage is no refusal
  static Optional<Identity> identity(Path database) {
    Map<String, String> values = new HashMap<>();
    read(
        database,
        connection ->
            each(
                connection,
                "SELECT key, value FROM meta",
                row -> values.put(row.getString(1), row.getString(2))));
    return IdentityText.read(values, values.get("token"));
  }

  private static void read(Path database, Consumer<Connection> reader) {
    try {
      Connection connection =
          new DatabaseFile(database, BUSY_TIMEOUT).open(ConnectionOption.READ_ONLY);
      try {
        reader.accept(connection);
      } finally {
        DatabaseFile.close(connection);
      }
    } catch (SqliteException refused) {
      if (!refused.isCorruption()) {
        throw new StoreException("cannot read " + database, refused);
      }
      log.warn("{} is damaged: {}", database, refused.getMessage());
    }
  }

  private static void each(Connection connection, String sql, Query.Row<?> row) {
    try {
      new Query(connection, sql)
          .visit(
              found -> {
                try {
                  row.read(found);
                } catch (RuntimeException damaged) {
                  log.warn("a row cannot be rescued: {}", damaged.toString());
                }
                return true;
              });
    } catch (SqliteException damaged) {
      if (!damaged.isDamage()) {
        throw damaged;
      }
      log.warn("not all can be rescued: {}", damaged.getMessage());
    }
  }
}
