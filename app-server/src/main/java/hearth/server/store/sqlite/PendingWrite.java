package hearth.server.store.sqlite;

import hearth.protocol.FaultException;
import hearth.server.store.Completion;
import hearth.server.store.Work;
import hearth.server.store.Write;
import hearth.server.store.WriteTransaction;
import org.jspecify.annotations.Nullable;

/// A waiting write and its result. Confined to the commit thread until it is delivered.
final class PendingWrite<R> {
  private final long since = System.nanoTime();
  private final Work work;
  private final Write<R> write;
  private final Completion<R> then;
  private @Nullable R result;
  private @Nullable FaultException refusal;

  PendingWrite(Work work, Write<R> write, Completion<R> then) {
    this.work = work;
    this.write = write;
    this.then = then;
  }

  /// One that does nothing.
  static PendingWrite<Boolean> nothing() {
    return unanswered(Work.SMALL, _ -> true);
  }

  /// One that nobody waits for.
  static PendingWrite<Boolean> unanswered(Work work, Write<Boolean> write) {
    return new PendingWrite<>(work, write, new Ignored<>());
  }

  Work work() {
    return work;
  }

  /// Whether this write was submitted before another.
  boolean isBefore(PendingWrite<?> other) {
    return since - other.since <= 0;
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

  private record Ignored<R>() implements Completion<R> {
    @Override
    public void committed(R result) {}

    @Override
    public void refused(FaultException why) {}
  }
}
