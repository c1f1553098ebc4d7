package hearth.server.metrics;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;

/// Something that happens now and then, and is said in the log: the first time soon, and from then
/// on once per minute with its number. A burst is said only where many come within a minute, and at
/// its end.
///
/// [#happened] is safe from any thread; all else is confined to the holder of the lock of
/// [Metrics].
public final class Event {
  private static final long WINDOW = TimeUnit.MINUTES.toNanos(1);

  private final String sentence;
  private final int burst;
  private final LongAdder count = new LongAdder();
  private volatile @Nullable String detail;
  private long said;
  private long since;
  private boolean open;

  /// An event that has not happened.
  ///
  /// @param sentence what has happened, before a colon and the number
  /// @param burst how many within a minute are worth a line; 1 for each
  Event(String sentence, int burst) {
    this.sentence = sentence;
    this.burst = burst;
  }

  public void happened() {
    count.increment();
  }

  /// As above; the last detail is said beside the number.
  ///
  /// @param what nothing that a person wrote, is named or is found by
  public void happened(String what) {
    detail = what;
    count.increment();
  }

  /// How often it has happened.
  long count() {
    return count.sum();
  }

  /// What is to be said now; null for nothing.
  ///
  /// @param now on the clock of `System.nanoTime`
  @Nullable String due(long now) {
    boolean first = !open;
    if (open ? now - since < WINDOW : count() == said) {
      return null;
    }
    if (first && burst > 1) {
      open = true;
      since = now;
      return null;
    }
    return line(now, first);
  }

  /// What has not been said yet.
  @Nullable String rest(long now) {
    return line(now, !open);
  }

  private @Nullable String line(long now, boolean first) {
    long seconds = Math.max(1, TimeUnit.NANOSECONDS.toSeconds(now - since));
    long all = count();
    long more = all - said;
    said = all;
    since = now;
    open = more > 0 && burst == 1;
    if (more < burst) {
      return null;
    }
    String what = detail;
    return sentence
        + ": "
        + more
        + (first ? "" : " in the last " + seconds + " s")
        + (what == null ? "" : " (" + what + ")");
  }
}
