package hearth.server.store.sqlite;

import hearth.protocol.Fault;
import hearth.protocol.FaultException;
import hearth.server.store.Completion;
import hearth.server.store.Write;
import hearth.server.store.WriteTransaction;
import hearth.sqlite.SqliteException;
import hearth.sqlite.Transaction;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The one thread that writes (group commit). It applies all waiting writes in one transaction, so
/// that it waits for the disk once per batch, and then delivers their results.
///
/// [#submit] is safe from any thread and never waits.
final class CommitLoop {
  private static final Logger LOG = LoggerFactory.getLogger(CommitLoop.class);
  private static final int MAX_BATCH = 512;

  /// How long a batch waits for clients that the last batch answered: less than a commit takes, and
  /// not at all if the last batch was a single write.
  private static final long LINGER_NANOS = 50_000;

  private final Transaction transaction;
  private final WriteTransaction tx;
  private final ChatCounters counters;
  private final Checkpointer checkpointer;
  private final Consumer<Runnable> publisher;
  private final BlockingQueue<Pending<?>> queue;
  private final Pending<Boolean> end = new Pending<>(_ -> true, new Ignored<>());
  private final Thread thread;
  private boolean failing;
  private volatile boolean ending;

  CommitLoop(
      Transaction transaction,
      WriteTransaction tx,
      ChatCounters counters,
      Checkpointer checkpointer,
      Consumer<Runnable> publisher,
      int capacity) {
    this.transaction = transaction;
    this.tx = tx;
    this.counters = counters;
    this.checkpointer = checkpointer;
    this.publisher = publisher;
    this.queue = new ArrayBlockingQueue<>(capacity);
    this.thread = Thread.ofPlatform().daemon().name("commit").unstarted(this::run);
  }

  void start() {
    thread.start();
  }

  <R> void submit(Write<R> write, Completion<R> then) {
    if (ending) {
      throw new FaultException(Fault.SERVER_STOPPING);
    }
    if (!queue.offer(new Pending<>(write, then))) {
      throw new FaultException(Fault.SERVER_BUSY);
    }
  }

  /// Commits the waiting writes and ends the thread.
  void drain() throws InterruptedException {
    if (!ending) {
      ending = true;
      queue.put(end);
    }
    thread.join();
  }

  private void run() {
    try {
      List<Pending<?>> batch = new ArrayList<>();
      boolean last = false;
      while (!last) {
        int before = batch.size();
        batch = new ArrayList<>();
        batch.add(queue.take());
        fill(batch, before / 2);
        last = batch.remove(end);
        commit(batch);
        checkpointer.committed(batch.size());
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt(); // nobody does this; the thread ends
    }
  }

  /// Takes all waiting writes. A client that was just answered sends its next write a moment later:
  /// without lingering, small and large batches would alternate, and a small one waits for the disk
  /// as long as a large one.
  private void fill(List<Pending<?>> batch, int expected) {
    queue.drainTo(batch, MAX_BATCH - batch.size());
    long deadline = System.nanoTime() + LINGER_NANOS;
    while (batch.size() < expected && System.nanoTime() < deadline) {
      Thread.onSpinWait();
      queue.drainTo(batch, MAX_BATCH - batch.size());
    }
  }

  private void commit(List<Pending<?>> batch) {
    List<Pending<?>> remaining = new ArrayList<>(batch);
    boolean done = false;
    while (!done) {
      done = tryCommit(remaining);
    }
    publisher.accept(() -> batch.forEach(Pending::deliver));
  }

  /// Commits the writes in one transaction. If one of them fails by itself, it is removed; if the
  /// disk fails, all of them fail.
  ///
  /// @return false if the rest is to be tried again
  private boolean tryCommit(List<Pending<?>> writes) {
    Pending<?> current = null;
    try {
      transaction.begin();
      for (Pending<?> pending : writes) {
        current = pending;
        pending.apply(tx);
      }
      current = null;
      transaction.commit();
      counters.commit();
      logFailing(null);
      return true;
    } catch (RuntimeException | Error failed) {
      transaction.rollBack();
      counters.rollBack();
      if (current != null && isWritesFault(failed)) {
        LOG.error("A bug in a write", failed);
        current.fail(new FaultException(Fault.INTERNAL));
        writes.remove(current);
        return writes.isEmpty();
      }
      logFailing(failed);
      writes.forEach(pending -> pending.fail(new FaultException(Fault.STORE_FAILED)));
      return true;
    }
  }

  /// Logs when commits start to fail and when they work again, not each failure: a full disk must
  /// not be filled with logs.
  private void logFailing(@Nullable Throwable failed) {
    if (failed != null && !failing) {
      LOG.error("Writes fail and are refused: {}", failed.getMessage());
    } else if (failed == null && failing) {
      LOG.warn("Writes succeed again");
    }
    failing = failed != null;
  }

  /// Whether the write itself failed, so that the others may succeed without it.
  private static boolean isWritesFault(Throwable failed) {
    return !(failed instanceof SqliteException sqlite) || sqlite.isConstraint();
  }

  /// A waiting write and its result.
  private static final class Pending<R> {
    private final Write<R> write;
    private final Completion<R> then;
    private @Nullable R result;
    private @Nullable FaultException refusal;

    Pending(Write<R> write, Completion<R> then) {
      this.write = write;
      this.then = then;
    }

    void apply(WriteTransaction tx) {
      try {
        refusal = null;
        result = write.apply(tx);
      } catch (FaultException refused) {
        refusal = refused;
      }
    }

    void fail(FaultException why) {
      refusal = why;
    }

    void deliver() {
      R made = result;
      if (refusal != null) {
        then.refused(refusal);
      } else if (made != null) {
        then.committed(made);
      }
    }
  }

  private record Ignored<R>() implements Completion<R> {
    @Override
    public void committed(R result) {}

    @Override
    public void refused(FaultException why) {}
  }
}
