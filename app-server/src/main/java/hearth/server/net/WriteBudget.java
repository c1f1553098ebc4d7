package hearth.server.net;

import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;

/// Bounds the bytes that wait for all connections together. Bytes that several connections share
/// count for each of them, so the memory taken is at most this. Safe from any thread.
final class WriteBudget {
  private final long max;
  private final Runnable exceeded;
  private final AtomicLong waiting = new AtomicLong();
  private final AtomicBoolean told = new AtomicBoolean();

  /// A budget.
  ///
  /// @param exceeded run when it is exceeded, and not again until [#noted]; must not wait
  WriteBudget(long max, Runnable exceeded) {
    this.max = max;
    this.exceeded = exceeded;
  }

  /// What waits for a connection has changed.
  void add(long bytes) {
    if (waiting.addAndGet(bytes) > max && told.compareAndSet(false, true)) {
      exceeded.run();
    }
  }

  /// Bytes that wait.
  long waiting() {
    return waiting.get();
  }

  /// Whether there is too much now.
  boolean isExceeded() {
    return waiting.get() > max;
  }

  /// What is done about it begins: tells the next time that it is exceeded.
  void noted() {
    told.set(false);
  }
}
