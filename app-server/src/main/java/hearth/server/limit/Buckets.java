package hearth.server.limit;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;

/// Token buckets of one rate, one for each who asks. Safe from any thread; no lock is held while
/// others are looked at.
///
/// A bucket is one number: the moment at which it will be full again, when nothing more is taken
/// (the generic cell rate algorithm). So nothing has to refill it, and one whose moment has passed
/// is as good as none.
final class Buckets<K> {
  /// Newcomers after which the full buckets are looked for and forgotten.
  private static final int SWEEP = 1_024;

  private final long interval;
  private final long lead;
  private final int most;
  private final LongSupplier nanos;
  private final Map<K, AtomicLong> fullAt = new ConcurrentHashMap<>();
  private final AtomicLong newcomers = new AtomicLong();

  /// Full buckets.
  ///
  /// @param most how many that are not full are remembered; over it all are forgotten, because it
  ///   is better to let too much pass than to keep the wrong ones out
  /// @param nanos the time, as `System.nanoTime` tells it
  Buckets(Rate rate, int most, LongSupplier nanos) {
    this.interval = rate.interval();
    this.lead = rate.lead();
    this.most = most;
    this.nanos = nanos;
  }

  /// Takes a token if there is one.
  ///
  /// @return zero, or how long it takes until there will be one
  Duration take(K who) {
    long now = nanos.getAsLong();
    AtomicLong bucket = fullAt.get(who);
    if (bucket == null) {
      forgetFull(now);
      bucket = fullAt.computeIfAbsent(who, _ -> new AtomicLong(now));
    }
    while (true) {
      long seen = bucket.get();
      long ahead = Math.max(0, seen - now);
      if (ahead > lead) {
        return Duration.ofNanos(ahead - lead);
      }
      if (bucket.compareAndSet(seen, now + ahead + interval)) {
        return Duration.ZERO;
      }
    }
  }

  /// Whoever takes from a bucket that is being forgotten gets that token for nothing.
  private void forgetFull(long now) {
    if (newcomers.incrementAndGet() % SWEEP == 0) {
      fullAt.values().removeIf(moment -> moment.get() - now <= 0);
      if (fullAt.size() >= most) {
        fullAt.clear();
      }
    }
  }

  /// How many are remembered.
  int size() {
    return fullAt.size();
  }
}
