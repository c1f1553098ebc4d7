package hearth.client.store.sqlite;

import hearth.client.store.LocalStore.StoreException;
import hearth.sqlite.ConnectionOption;
import hearth.sqlite.DatabaseFile;
import hearth.sqlite.Query;
import hearth.sqlite.SqliteException;
import hearth.sqlite.Transaction;
import java.nio.file.Path;
import java.sql.Connection;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// One local store's file. The first write begins a transaction that lasts until [#commit]; reads
/// between transactions leave none open, so that the write-ahead log can be folded back. SQL faults
/// become [StoreException], and roll the transaction back. Confined to one thread at a time.
final class ClientDatabase implements AutoCloseable {
  private static final Duration BUSY_TIMEOUT = Duration.ofSeconds(2);

  private final Connection connection;
  private final Transaction transaction;
  private final Map<String, Query> queries = new HashMap<>();
  private boolean writing;
  private boolean erasing;

  private ClientDatabase(Connection connection) {
    this.connection = connection;
    transaction = new Transaction(connection);
  }

  /// Opens the file, made if need be, with all steps of the schema taken.
  static ClientDatabase open(Path file) {
    try {
      Connection connection =
          new DatabaseFile(file, BUSY_TIMEOUT)
              .open(
                  ConnectionOption.WRITE_AHEAD_LOG,
                  ConnectionOption.SYNCHRONOUS_FULL,
                  ConnectionOption.SECURE_DELETE);
      try {
        ClientDatabase database = new ClientDatabase(connection);
        ProfileSchema.MIGRATIONS.migrate(connection, database.transaction);
        return database;
      } catch (SqliteException refused) {
        DatabaseFile.close(connection);
        throw refused;
      }
    } catch (SqliteException refused) {
      throw new StoreException("cannot open " + file + ": " + refused.getMessage(), refused);
    }
  }

  void update(String sql, @Nullable Object... values) {
    guarded(
        () -> {
          if (!writing) {
            transaction.begin();
            writing = true;
          }
          return query(sql).update(values);
        });
  }

  <T> List<T> list(String sql, Query.Row<T> row, @Nullable Object... values) {
    return guarded(() -> query(sql).list(row, values));
  }

  <T> Optional<T> first(String sql, Query.Row<T> row, @Nullable Object... values) {
    return guarded(() -> query(sql).first(row, values));
  }

  private Query query(String sql) {
    return queries.computeIfAbsent(sql, text -> new Query(connection, text));
  }

  /// What this transaction overwrites must not survive in the write-ahead log either.
  void erase() {
    erasing = true;
  }

  void commit() {
    guarded(
        () -> {
          if (writing) {
            transaction.commit();
            writing = false;
          }
          if (erasing) {
            erasing = false;
            query("PRAGMA wal_checkpoint(TRUNCATE)").exists();
          }
          return true;
        });
  }

  @Override
  public void close() {
    try {
      commit();
    } finally {
      guarded(
          () -> {
            DatabaseFile.close(connection);
            return true;
          });
    }
  }

  private <T> T guarded(Supplier<T> work) {
    try {
      return work.get();
    } catch (SqliteException refused) {
      if (writing) {
        writing = false;
        transaction.rollBack();
      }
      throw new StoreException(String.valueOf(refused.getMessage()), refused);
    }
  }
}
