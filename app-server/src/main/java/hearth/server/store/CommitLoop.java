package hearth.server.store;

import hearth.protocol.Fault;
import hearth.protocol.FaultException;
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

/// The one thread that writes. It takes all that waits into one transaction, so that the disk is
/// waited for once however many people talk, and then hands on what came of each write.
///
/// [#submit] is safe from any thread and never waits.
final class CommitLoop {
  private static final Logger LOG = LoggerFactory.getLogger(CommitLoop.class);
  private static final int MOST_AT_ONCE = 512;

  /// How long a batch waits for those whom the last one has just answered: less than a commit
  /// takes, and not at all where the last one was of one write.
  private static final long PATIENCE_NANOS = 50_000;

  private final Transaction transaction;
  private final Ledger ledger;
  private final Heads heads;
  private final Checkpointer checkpointer;
  private final Consumer<Runnable> outlet;
  private final BlockingQueue<Pending<?>> queue;
  private final Pending<Boolean> end = new Pending<>(_ -> true, new Ignored<>());
  private final Thread thread;
  private boolean failing;
  private volatile boolean ending;

  CommitLoop(
      Transaction transaction,
      Ledger ledger,
      Heads heads,
      Checkpointer checkpointer,
      Consumer<Runnable> outlet,
      int capacity) {
    this.transaction = transaction;
    this.ledger = ledger;
    this.heads = heads;
    this.checkpointer = checkpointer;
    this.outlet = outlet;
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

  /// Commits what waits and ends the thread.
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
        gather(batch, before / 2);
        last = batch.remove(end);
        commit(batch);
        checkpointer.committed(batch.size());
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt(); // nobody does this; the thread just ends
    }
  }

  /// Takes all that waits. Whoever was answered a moment ago and has more to say is a moment away:
  /// without patience batches would be small and large in turn, and a small one costs as long a
  /// wait for the disk as a large one.
  private void gather(List<Pending<?>> batch, int hoped) {
    queue.drainTo(batch, MOST_AT_ONCE - batch.size());
    long patient = System.nanoTime() + PATIENCE_NANOS;
    while (batch.size() < hoped && System.nanoTime() < patient) {
      Thread.onSpinWait();
      queue.drainTo(batch, MOST_AT_ONCE - batch.size());
    }
  }

  private void commit(List<Pending<?>> batch) {
    List<Pending<?>> sound = new ArrayList<>(batch);
    boolean settled = false;
    while (!settled) {
      settled = settle(sound);
    }
    outlet.accept(() -> batch.forEach(Pending::deliver));
  }

  /// Commits the writes in one transaction. If a single one is at fault, it is taken out; if the
  /// disk is, all have failed.
  ///
  /// @return false where it is worth another try without the one
  private boolean settle(List<Pending<?>> writes) {
    Pending<?> current = null;
    try {
      transaction.begin();
      for (Pending<?> pending : writes) {
        current = pending;
        pending.apply(ledger);
      }
      current = null;
      transaction.commit();
      heads.commit();
      say(null);
      return true;
    } catch (RuntimeException | Error failed) {
      transaction.rollBack();
      heads.rollBack();
      if (current != null && blames(failed)) {
        LOG.error("A write failed by itself", failed);
        current.fail(new FaultException(Fault.INTERNAL));
        writes.remove(current);
        return writes.isEmpty();
      }
      say(failed);
      writes.forEach(pending -> pending.fail(new FaultException(Fault.STORE_FAILED)));
      return true;
    }
  }

  /// Says when commits begin to fail, and when no longer: a full disk is not to be filled with
  /// logs.
  private void say(@Nullable Throwable failed) {
    if (failed != null && !failing) {
      LOG.error("Nothing can be stored, and whoever writes is refused: {}", failed.getMessage());
    } else if (failed == null && failing) {
      LOG.warn("Messages are stored again");
    }
    failing = failed != null;
  }

  /// Whether the write itself is at fault and the others may succeed without it.
  private static boolean blames(Throwable failed) {
    return !(failed instanceof SqliteException sqlite) || sqlite.isConstraint();
  }

  /// A write on its way, and what came of it.
  private static final class Pending<R> {
    private final Write<R> write;
    private final Completion<R> then;
    private @Nullable R result;
    private @Nullable FaultException refusal;

    Pending(Write<R> write, Completion<R> then) {
      this.write = write;
      this.then = then;
    }

    void apply(Ledger ledger) {
      try {
        refusal = null;
        result = write.apply(ledger);
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
