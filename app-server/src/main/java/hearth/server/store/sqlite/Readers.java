package hearth.server.store.sqlite;

import hearth.server.store.StoreException;
import hearth.sqlite.DatabaseFile;
import hearth.sqlite.Query;
import hearth.sqlite.SqliteException;
import java.sql.Connection;
import java.util.Deque;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.Semaphore;
import java.util.function.Function;

/// A pool of connections for reading, of which all but the first are opened when they are needed: a
/// start need not wait for them. Safe from any thread; waits if all are in use.
final class Readers implements AutoCloseable {
  private static final int COUNT = 4;

  private final Database database;
  private final Semaphore permits = new Semaphore(COUNT, true);
  private final Deque<Reader> idle = new ConcurrentLinkedDeque<>();

  Readers(Database database) {
    this.database = database;
    idle.push(new Reader(database.reader()));
  }

  /// Waits for a free connection and reads.
  ///
  /// @throws StoreException if SQLite refuses
  <R> R read(Function<Reader, R> query) {
    permits.acquireUninterruptibly();
    try {
      Reader free = idle.poll();
      Reader reader = free == null ? new Reader(database.reader()) : free;
      try {
        return query.apply(reader);
      } finally {
        idle.push(reader);
      }
    } catch (SqliteException failed) {
      throw new StoreException(failed);
    } finally {
      permits.release();
    }
  }

  /// Waits until no connection is in use, and closes all.
  @Override
  public void close() {
    permits.acquireUninterruptibly(COUNT);
    idle.forEach(reader -> DatabaseFile.close(reader.connection));
  }

  /// One connection and its statements. Confined to the thread that took it.
  static final class Reader {
    private final Connection connection;
    private final Query begin;
    private final Query end;
    final Tables tables;
    final History history;
    final Overviews overviews;

    Reader(Connection connection) {
      this.connection = connection;
      begin = new Query(connection, "BEGIN");
      end = new Query(connection, "COMMIT");
      tables = Tables.of(connection);
      history = new History(tables);
      overviews = new Overviews(connection, tables);
    }

    /// Runs a query in one transaction, so that all it reads is from one point in time.
    <R> R inSnapshot(Function<Reader, R> query) {
      begin.update();
      try {
        return query.apply(this);
      } finally {
        end.update();
      }
    }
  }
}
