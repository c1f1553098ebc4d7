package hearth.server.store.sqlite;

import hearth.sqlite.DatabaseFile;
import hearth.sqlite.Query;
import hearth.sqlite.SqliteException;
import java.sql.Connection;
import java.util.concurrent.Semaphore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Checkpoints SQLite's write-ahead log, so that it does not grow for ever. A thread with its own
/// connection copies most of the log while commits go on; the commit thread then copies the short
/// rest, after which SQLite starts the log from the beginning.
///
/// [#committed] and [#eraseAfterCommit] are confined to the commit thread.
final class Checkpointer {
  private static final Logger LOG = LoggerFactory.getLogger(Checkpointer.class);
  private static final int WRITES_BETWEEN = 4_000;

  private final Connection connection;
  private final Query rest;
  private final Query most;
  private final Query truncate;
  private final EntryTable entries;
  private final EpochFile epochFile;
  private final Semaphore due = new Semaphore(0);
  private final Thread thread;
  private long writes;
  private boolean erased;
  private volatile boolean mostCopied;
  private volatile boolean truncating;
  private volatile boolean ending;

  Checkpointer(Database database, Connection writer, EpochFile epochFile) {
    this.epochFile = epochFile;
    connection = database.checkpointer();
    most = new Query(connection, "PRAGMA wal_checkpoint(PASSIVE)");
    truncate = new Query(connection, "PRAGMA wal_checkpoint(TRUNCATE)");
    entries = new EntryTable(connection);
    rest = new Query(writer, "PRAGMA wal_checkpoint(PASSIVE)");
    thread = Thread.ofPlatform().daemon().name("checkpoint").start(this::run);
  }

  /// What the open transaction overwrites is to leave the write-ahead log soon after its commit.
  void eraseAfterCommit() {
    erased = true;
  }

  /// Counts committed writes, and does the commit thread's share when it is due.
  void committed(int count) {
    writes += count;
    if (erased) {
      erased = false;
      truncating = true;
      due.release();
    }
    if (mostCopied) {
      mostCopied = false;
      checkpoint(rest);
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
      checkpoint(most);
      if (truncating) {
        truncating = false;
        checkpoint(truncate);
      } else {
        mostCopied = true;
      }
      epochFile.reached(entries.highestId());
    }
  }

  private static void checkpoint(Query pragma) {
    try {
      pragma.exists();
    } catch (SqliteException failed) {
      LOG.warn("The write-ahead log could not be checkpointed: {}", failed.getMessage());
    }
  }
}
