package hearth.server.store;

import hearth.sqlite.DatabaseFile;
import hearth.sqlite.Query;
import hearth.sqlite.SqliteException;
import java.sql.Connection;
import java.util.concurrent.Semaphore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Moves SQLite's write-ahead log into the file, so that it does not grow for ever. The bulk is
/// moved by a thread and a connection of its own while commits go on; the commit thread then moves
/// the short rest, after which the log begins anew.
///
/// [#committed] is confined to the commit thread.
final class Checkpointer {
  private static final Logger LOG = LoggerFactory.getLogger(Checkpointer.class);
  private static final int WRITES_BETWEEN = 4_000;

  private final Connection connection;
  private final Query rest;
  private final Query bulk;
  private final Semaphore due = new Semaphore(0);
  private final Thread thread;
  private long writes;
  private volatile boolean bulkMoved;
  private volatile boolean ending;

  Checkpointer(Database database, Connection writer) {
    connection = database.checkpointer();
    bulk = new Query(connection, "PRAGMA wal_checkpoint(PASSIVE)");
    rest = new Query(writer, "PRAGMA wal_checkpoint(PASSIVE)");
    thread = Thread.ofPlatform().daemon().name("checkpoint").start(this::run);
  }

  /// Counts what was committed, and does its share when it is time.
  void committed(int count) {
    writes += count;
    if (bulkMoved) {
      bulkMoved = false;
      move(rest);
    } else if (writes >= WRITES_BETWEEN) {
      writes = 0;
      due.release();
    }
  }

  void close() {
    ending = true;
    due.release();
    try {
      thread.join();
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
    DatabaseFile.close(connection);
  }

  private void run() {
    while (true) {
      due.acquireUninterruptibly();
      if (ending) {
        return;
      }
      move(bulk);
      bulkMoved = true;
    }
  }

  private static void move(Query checkpoint) {
    try {
      checkpoint.exists();
    } catch (SqliteException failed) {
      LOG.warn("The write-ahead log could not be moved: {}", failed.getMessage());
    }
  }
}
