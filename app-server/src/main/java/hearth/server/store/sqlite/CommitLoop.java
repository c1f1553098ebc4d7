package hearth.server.store.sqlite;

import hearth.protocol.Fault;
import hearth.protocol.FaultException;
import hearth.server.store.Completion;
import hearth.server.store.Work;
import hearth.server.store.Write;
import hearth.sqlite.SqliteException;
import hearth.sqlite.Transaction;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/// The one thread that writes (group commit). It applies all waiting writes in one transaction, so
/// that it waits for the disk once per batch, and then delivers their results. A batch is bounded
/// in number and in time.
///
/// [#submit] is safe from any thread and never waits.
final class CommitLoop {
  private static final int MAX_BATCH = 512;

  /// After this time a transaction takes no more writes: what it holds waits for all of it.
  private static final long MAX_WORK_NANOS = 10_000_000;

  /// How long a batch waits for clients that the last batch answered: less than a commit takes, and
  /// not at all if the last batch was a single write.
  private static final long LINGER_NANOS = 50_000;

  private static final Work ERASING = new Work(null, Erasure.PIECE);

  private final Transaction transaction;
  private final SqliteWriteTransaction tx;
  private final Checkpointer checkpointer;
  private final Consumer<Runnable> publisher;
  private final CommitMetrics metrics;
  private final WriteLanes waiting;
  private final PendingWrite<Boolean> end = PendingWrite.nothing();
  private final Thread thread;
  private volatile boolean ending;

  CommitLoop(
      Transaction transaction,
      SqliteWriteTransaction tx,
      Checkpointer checkpointer,
      Environment around) {
    this.transaction = transaction;
    this.tx = tx;
    this.checkpointer = checkpointer;
    this.publisher = around.publisher();
    this.waiting = new WriteLanes(around.capacity());
    this.metrics = new CommitMetrics(around.supervision().metrics(), waiting);
    this.thread = Thread.ofPlatform().daemon().name("commit").unstarted(this::run);
  }

  /// Starts the thread.
  ///
  /// @param failures told when it has ended by itself
  void start(Thread.UncaughtExceptionHandler failures) {
    thread.setUncaughtExceptionHandler(failures);
    thread.start();
  }

  <R> void submit(Work work, Write<R> write, Completion<R> then) {
    if (ending) {
      throw new FaultException(Fault.SERVER_STOPPING);
    }
    if (!waiting.offer(new PendingWrite<>(work, write, then))) {
      throw new FaultException(Fault.SERVER_BUSY);
    }
  }

  /// Commits the waiting writes and ends the thread.
  void drain() throws InterruptedException {
    if (!ending) {
      ending = true;
      waiting.put(end);
    }
    thread.join();
  }

  private void run() {
    try {
      List<PendingWrite<?>> rest = List.of();
      int before = 0;
      boolean last = false;
      eraseMore();
      while (!last || waiting.hasLarge() || !rest.isEmpty()) {
        List<PendingWrite<?>> batch = new ArrayList<>(rest);
        if (rest.isEmpty() && !waiting.hasLarge()) {
          batch.add(waiting.take());
        }
        fill(batch, before / 2);
        before = batch.size();
        last |= batch.remove(end);
        boolean nothing = batch.isEmpty() && !waiting.hasLarge();
        rest = nothing ? List.of() : commit(batch);
        checkpointer.committed(batch.size() - rest.size());
        if (!last) {
          eraseMore();
        }
      }
    } catch (InterruptedException interrupted) {
      throw new IllegalStateException("interrupted", interrupted); // nobody does this
    }
  }

  /// Queues the next piece of what is to be erased, among the large writes of others.
  private void eraseMore() {
    Erasure erasure = tx.erasure();
    if (erasure.isDue()
        && waiting.offer(PendingWrite.unanswered(ERASING, _ -> erasure.erasePiece()))) {
      erasure.queued();
    }
  }

  /// Takes all waiting writes. A client that was just answered sends its next write a moment later:
  /// without lingering, small and large batches would alternate, and a small one waits for the disk
  /// as long as a large one.
  private void fill(List<PendingWrite<?>> batch, int expected) {
    waiting.drainSmall(batch, MAX_BATCH);
    long deadline = System.nanoTime() + LINGER_NANOS;
    while (batch.size() < expected && System.nanoTime() < deadline) {
      Thread.onSpinWait();
      waiting.drainSmall(batch, MAX_BATCH);
    }
  }

  /// Commits as many as a transaction may hold in time, and large ones that wait if there is time
  /// left.
  ///
  /// @param batch takes those large ones
  /// @return the others, which are to be committed next
  private List<PendingWrite<?>> commit(List<PendingWrite<?>> batch) {
    List<PendingWrite<?>> remaining = new ArrayList<>(batch);
    List<PendingWrite<?>> rest = new ArrayList<>();
    long begun = metrics.begin();
    boolean done = false;
    while (!done) {
      done = tryCommit(batch, remaining, rest);
    }
    metrics.ended(begun, batch.size() - rest.size());
    List<PendingWrite<?>> committed = new ArrayList<>(batch);
    committed.removeAll(rest);
    publisher.accept(() -> committed.forEach(PendingWrite::deliver));
    return rest;
  }

  /// Commits the writes in one transaction. If one of them fails by itself, it is removed; if the
  /// disk fails, all of them fail.
  ///
  /// @param rest takes the writes that were not begun, because those before them took too long
  /// @return false if the others are to be tried again
  private boolean tryCommit(
      List<PendingWrite<?>> batch, List<PendingWrite<?>> writes, List<PendingWrite<?>> rest) {
    PendingWrite<?> current = null;
    try {
      transaction.begin();
      long deadline = System.nanoTime() + MAX_WORK_NANOS;
      int applied = 0;
      if (writes.isEmpty()) {
        addLarge(batch, writes);
      }
      while (applied < writes.size() && (applied == 0 || System.nanoTime() < deadline)) {
        current = writes.get(applied);
        current.apply(tx);
        applied++;
        if (applied == writes.size() && System.nanoTime() < deadline) {
          addLarge(batch, writes);
        }
      }
      current = null;
      transaction.commit();
      tx.committed();
      metrics.succeeded();
      List<PendingWrite<?>> others = writes.subList(applied, writes.size());
      rest.addAll(others);
      others.clear();
      return true;
    } catch (RuntimeException | Error failed) {
      transaction.rollBack();
      tx.rolledBack();
      if (current != null && isWritesFault(failed)) {
        metrics.bug(failed);
        current.fail(new FaultException(Fault.INTERNAL));
        writes.remove(current);
        return writes.isEmpty();
      }
      metrics.failed(failed);
      writes.forEach(pending -> pending.fail(new FaultException(Fault.STORE_FAILED)));
      return true;
    }
  }

  private void addLarge(List<PendingWrite<?>> batch, List<PendingWrite<?>> writes) {
    PendingWrite<?> large = waiting.takeLarge(batch);
    if (large != null) {
      writes.add(large);
    }
  }

  /// Whether the write itself failed, so that the others may succeed without it.
  private static boolean isWritesFault(Throwable failed) {
    return !(failed instanceof SqliteException sqlite) || sqlite.isConstraint();
  }
}
