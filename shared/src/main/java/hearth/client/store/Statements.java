package hearth.client.store;

import hearth.client.LocalStore.StoreException;
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
import java.util.function.Supplier;

/// The statements of one local store, each prepared once. The first write begins a transaction that
/// lasts until [#commit]; reads between transactions leave none open, so that the write-ahead log
/// can be moved into the file. Every failure becomes a [StoreException] and rolls the transaction
/// back. Confined to one thread at a time.
final class Statements implements AutoCloseable {
  private static final Duration BUSY = Duration.ofSeconds(2);

  private final Connection connection;
  private final Transaction transaction;
  private final Map<String, Query> prepared = new HashMap<>();
  private boolean dirty;

  private Statements(Connection connection, Transaction transaction) {
    this.connection = connection;
    this.transaction = transaction;
  }

  /// Opens the file with all tables, and makes it if there is none.
  static Statements open(Path file) {
    try {
      Connection connection =
          new DatabaseFile(file, BUSY)
              .open(ConnectionOption.WRITE_AHEAD_LOG, ConnectionOption.SYNCHRONOUS_FULL);
      try {
        Transaction transaction = new Transaction(connection);
        Schema.MIGRATIONS.migrate(connection, transaction);
        return new Statements(connection, transaction);
      } catch (SqliteException failed) {
        DatabaseFile.close(connection);
        throw failed;
      }
    } catch (SqliteException failed) {
      throw new StoreException("cannot open " + file + ": " + failed.getMessage(), failed);
    }
  }

  void update(String sql, Object... values) {
    run(
        () -> {
          if (!dirty) {
            transaction.begin();
            dirty = true;
          }
          return prepare(sql).update(values);
        });
  }

  <T> List<T> query(String sql, Query.Row<T> row, Object... values) {
    return run(() -> prepare(sql).list(row, values));
  }

  void commit() {
    if (dirty) {
      run(
          () -> {
            transaction.commit();
            dirty = false;
            return true;
          });
    }
  }

  @Override
  public void close() {
    try {
      commit();
    } finally {
      run(
          () -> {
            DatabaseFile.close(connection);
            return true;
          });
    }
  }

  private Query prepare(String sql) {
    return prepared.computeIfAbsent(sql, text -> new Query(connection, text));
  }

  private <T> T run(Supplier<T> work) {
    try {
      return work.get();
    } catch (SqliteException failed) {
      if (dirty) {
        dirty = false;
        transaction.rollBack();
      }
      throw new StoreException(String.valueOf(failed.getMessage()), failed);
    }
  }
}
