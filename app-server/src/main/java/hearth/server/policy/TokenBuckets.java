package hearth.server.policy;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;

/// Token buckets of one rate, one per key. Safe from any thread, without a shared lock.
///
/// A bucket is one number: the time at which it will be full again (the generic cell rate
/// algorithm). So nothing has to refill it, and a full bucket need not be kept.
final class TokenBuckets<K> {
  /// New buckets after which the full ones are removed.
  private static final int SWEEP = 1_024;

  private final long interval;
  private final long tolerance;
  private final int max;
  private final LongSupplier nanos;
  private final Map<K, AtomicLong> fullAt = new ConcurrentHashMap<>();
  private final AtomicLong created = new AtomicLong();

  /// Starts with full buckets.
  ///
  /// @param max how many buckets are kept; over it all are removed, because it is better to allow
  ///   too much than to refuse the wrong ones
  /// @param nanos a clock like `System.nanoTime`
  TokenBuckets(Rate rate, int max, LongSupplier nanos) {
    this.interval = rate.interval();
    this.tolerance = rate.tolerance();
    this.max = max;
    this.nanos = nanos;
  }

  /// Takes tokens if there are as many. More than a bucket holds is a full bucket, so nothing waits
  /// for ever.
  ///
  /// @param tokens 0 asks only whether the bucket is in debt
  /// @return zero, or the time until there are as many
  Duration take(K key, int tokens) {
    long price = price(tokens);
    long now = nanos.getAsLong();
    AtomicLong bucket = bucket(key, now);
    while (true) {
      long seen = bucket.get();
      long ahead = Math.max(0, seen - now);
      long missing = ahead + price - interval - tolerance;
      if (missing > 0) {
        return Duration.ofNanos(missing);
      }
      if (bucket.compareAndSet(seen, now + ahead + price)) {
        return Duration.ZERO;
      }
    }
  }

  /// Takes tokens for what was done already: the bucket may be in debt afterwards, and gives
  /// nothing until that is made up for. More than a bucket holds is a full bucket, as above.
  void charge(K key, int tokens) {
    long now = nanos.getAsLong();
    bucket(key, now).getAndUpdate(seen -> now + Math.max(0, seen - now) + price(tokens));
  }

  private long price(int tokens) {
    return Math.min(interval * tokens, tolerance + interval);
  }

  private AtomicLong bucket(K key, long now) {
    AtomicLong bucket = fullAt.get(key);
    if (bucket == null) {
      removeFull(now);
      bucket = fullAt.computeIfAbsent(key, _ -> new AtomicLong(now));
    }
    return bucket;
  }

  /// A token taken from a bucket while it is removed is not counted.
  private void removeFull(long now) {
    if (created.incrementAndGet() % SWEEP == 0) {
      fullAt.values().removeIf(time -> time.get() - now <= 0);
      if (fullAt.size() >= max) {
        fullAt.clear();
      }
    }
  }

  /// How many buckets are kept.
  int size() {
    return fullAt.size();
  }
}
