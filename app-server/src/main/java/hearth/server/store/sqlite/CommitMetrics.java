package hearth.server.store.sqlite;

import hearth.server.metrics.Event;
import hearth.server.metrics.Metrics;
import hearth.server.metrics.Timings;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What is counted of commits. Confined to the commit thread.
final class CommitMetrics {
  private static final Logger LOG = LoggerFactory.getLogger(CommitMetrics.class);
  private static final long PAUSE = TimeUnit.MINUTES.toNanos(1);

  /// A commit that takes longer is noticed by everybody.
  private static final long STALL = TimeUnit.SECONDS.toNanos(1);

  private final Metrics metrics;
  private final Timings commits;
  private final LongAdder writes;
  private final LongAdder failed;
  private final Event stalls;
  private boolean failing;
  private boolean said;
  private long saidAt;

  /// Names them.
  CommitMetrics(Metrics metrics, WriteLanes waiting) {
    this.metrics = metrics;
    commits = metrics.timings("commits");
    writes = metrics.counter("commits.writes");
    failed = metrics.counter("commits.failed");
    stalls = metrics.event("commits.stalled", "Commits that took longer than a second");
    metrics.gauge("commits.queue", waiting::small);
    metrics.gauge("commits.queue.large", waiting::large);
  }

  /// The time when a batch begins to be committed.
  long begin() {
    return metrics.nanos();
  }

  /// A batch is on disk, or has failed.
  void ended(long begun, int committed) {
    long took = metrics.nanos() - begun;
    commits.record(took);
    writes.add(committed);
    if (took > STALL) {
      stalls.happened("the last one " + TimeUnit.NANOSECONDS.toMillis(took) + " ms");
    }
  }

  /// A write has failed by itself.
  void bug(Throwable bug) {
    metrics.bug("A bug in a write", bug);
  }

  /// The disk has refused a batch. Logs when commits start to fail and when they work again, not
  /// each failure: a full disk must not be filled with logs.
  void failed(Throwable why) {
    failed.increment();
    long now = metrics.nanos();
    if (!failing && (!said || now - saidAt > PAUSE)) {
      LOG.error("Writes fail and are refused: {}", why.getMessage());
      failing = true;
      said = true;
      saidAt = now;
    }
  }

  /// A batch is on disk.
  void succeeded() {
    if (failing) {
      LOG.warn("Writes succeed again");
      failing = false;
    }
  }
}
