package hearth.server.store.sqlite;

import hearth.server.metrics.Event;
import hearth.server.metrics.Supervision;
import hearth.sqlite.DatabaseFile;
import hearth.sqlite.Query;
import hearth.sqlite.SqliteException;
import java.sql.Connection;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/// Checkpoints SQLite's write-ahead log, so that it does not grow for ever. A thread with its own
/// connection copies most of the log while commits go on; the commit thread then copies the short
/// rest, after which SQLite starts the log from the beginning.
///
/// What was deleted must leave the log too, so a deletion has the log emptied soon after. That
/// needs a moment without readers, in which nobody can write: it is tried for a short time only,
/// and again a little later.
///
/// [#committed] and [#eraseAfterCommit] are confined to the commit thread.
final class Checkpointer {
  private static final int WRITES_BETWEEN = 4_000;

  /// Between two attempts to empty the log.
  private static final Duration PAUSE = Duration.ofMillis(200);

  private final Connection connection;
  private final Query rest;
  private final Query most;
  private final Query truncate;
  private final EntryTable entries;
  private final EpochFile epochFile;
  private final Event failed;
  private final Semaphore due = new Semaphore(0);
  private final Thread thread;
  private final CountDownLatch ended = new CountDownLatch(1);
  private long writes;
  private boolean erased;
  private volatile boolean mostCopied;
  private volatile boolean truncateDue;

  /// Starts the thread.
  ///
  /// @param crashed whether the log is one that a crash has left
  /// @param supervision told when it has ended by itself
  Checkpointer(
      Database database,
      Connection writer,
      EpochFile epochFile,
      boolean crashed,
      Supervision supervision) {
    this.epochFile = epochFile;
    failed =
        supervision
            .metrics()
            .event("checkpoints.failed", "Checkpoints of the write-ahead log that failed");
    truncateDue = crashed;
    connection = database.checkpointer();
    most = new Query(connection, "PRAGMA wal_checkpoint(PASSIVE)");
    truncate = new Query(connection, "PRAGMA wal_checkpoint(TRUNCATE)");
    entries = new EntryTable(connection);
    rest = new Query(writer, "PRAGMA wal_checkpoint(PASSIVE)");
    thread =
        Thread.ofPlatform()
            .daemon()
            .name("checkpoint")
            .uncaughtExceptionHandler(supervision.failures())
            .start(this::run);
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
      truncateDue = true;
      due.release();
    }
    if (mostCopied) {
      mostCopied = false;
      run(rest);
    } else if (writes >= WRITES_BETWEEN) {
      writes = 0;
      due.release();
    }
  }

  void close() {
    ended.countDown();
    due.release();
    try {
      thread.join();
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
    DatabaseFile.close(connection);
  }

  private void run() {
    try {
      boolean running = true;
      while (running) {
        if (!truncateDue) {
          due.acquire();
        }
        due.drainPermits();
        running = ended.getCount() > 0;
        if (running && truncateDue) {
          emptyLog();
          running = !ended.await(PAUSE.toMillis(), TimeUnit.MILLISECONDS);
        } else if (running) {
          run(most);
          mostCopied = true;
        }
        noteProgress();
      }
    } catch (InterruptedException interrupted) {
      throw new IllegalStateException("interrupted", interrupted); // nobody does this
    }
  }

  /// The bulk goes first, while others write.
  private void emptyLog() {
    truncateDue = false;
    run(most);
    if (!run(truncate)) {
      truncateDue = true;
    }
  }

  private void noteProgress() {
    try {
      epochFile.reached(entries.highestId());
    } catch (SqliteException unreadable) {
      failed.happened(String.valueOf(unreadable.getMessage()));
    }
  }

  /// Whether nothing was in the way.
  private boolean run(Query pragma) {
    try {
      return pragma.only(row -> row.getInt(1) == 0);
    } catch (SqliteException refused) {
      failed.happened(String.valueOf(refused.getMessage()));
      return false;
    }
  }
}
