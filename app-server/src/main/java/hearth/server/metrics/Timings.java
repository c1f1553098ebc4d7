package hearth.server.metrics;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicLongArray;

/// How long something took, in the last minute or two: a histogram whose buckets are a quarter as
/// wide as they are high. Safe from any thread.
public final class Timings {
  /// Buckets per power of two, as a power of two.
  private static final int FINENESS = 2;

  private static final int BUCKETS = Long.SIZE << FINENESS;

  private final AtomicLong all = new AtomicLong();
  private volatile AtomicLongArray current = new AtomicLongArray(BUCKETS);
  private volatile AtomicLongArray last = new AtomicLongArray(BUCKETS);

  /// Nothing was measured.
  Timings() {}

  public void record(long nanos) {
    all.incrementAndGet();
    current.incrementAndGet(bucket(Math.max(1, TimeUnit.NANOSECONDS.toMicros(nanos))));
  }

  /// How many there were since the start.
  long count() {
    return all.get();
  }

  /// The time in microseconds that a share of them took at most, or up to a quarter less; 0 for
  /// none.
  long quantile(double share) {
    AtomicLongArray now = current;
    AtomicLongArray before = last;
    long total = 0;
    for (int i = 0; i < BUCKETS; i++) {
      total += now.get(i) + before.get(i);
    }
    long wanted = (long) Math.ceil(total * share);
    long seen = 0;
    for (int i = 0; i < BUCKETS && wanted > 0; i++) {
      seen += now.get(i) + before.get(i);
      if (seen >= wanted) {
        return upperEnd(i);
      }
    }
    return 0;
  }

  /// Forgets what is older than what was measured since the last call.
  void rotate() {
    last = current;
    current = new AtomicLongArray(BUCKETS);
  }

  private static int bucket(long micros) {
    int high = Long.SIZE - 1 - Long.numberOfLeadingZeros(micros);
    long next = high < FINENESS ? micros << (FINENESS - high) : micros >>> (high - FINENESS);
    return (high << FINENESS) + (int) (next & ((1 << FINENESS) - 1));
  }

  private static long upperEnd(int bucket) {
    int high = bucket >>> FINENESS;
    long next = (1L << FINENESS) + (bucket & ((1 << FINENESS) - 1)) + 1;
    return high < FINENESS ? next >>> (FINENESS - high) : (next << (high - FINENESS)) - 1;
  }
}
