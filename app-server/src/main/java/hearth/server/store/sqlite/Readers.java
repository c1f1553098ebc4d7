package hearth.server.store.sqlite;

import hearth.server.store.StoreException;
import hearth.sqlite.DatabaseFile;
import hearth.sqlite.Query;
import hearth.sqlite.SqliteException;
import java.sql.Connection;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.function.Function;

/// A pool of connections for reading. Safe from any thread; waits if all are in use.
final class Readers implements AutoCloseable {
  private static final int COUNT = 4;

  private final BlockingQueue<Reader> free = new ArrayBlockingQueue<>(COUNT);

  Readers(Database database) {
    for (int i = 0; i < COUNT; i++) {
      free.add(new Reader(database.reader()));
    }
  }

  /// Waits for a free connection and reads.
  ///
  /// @throws StoreException if SQLite refuses
  <R> R read(Function<Reader, R> query) {
    Reader reader = take();
    try {
      return query.apply(reader);
    } catch (SqliteException failed) {
      throw new StoreException(failed);
    } finally {
      free.add(reader);
    }
  }

  /// Waits until no connection is in use, and closes all.
  @Override
  public void close() {
    for (int i = 0; i < COUNT; i++) {
      DatabaseFile.close(take().connection);
    }
  }

  private Reader take() {
    try {
      return free.take();
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while waiting to read", interrupted);
    }
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
