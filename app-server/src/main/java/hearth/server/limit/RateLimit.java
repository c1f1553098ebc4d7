package hearth.server.limit;

import hearth.protocol.FaultException;
import hearth.protocol.UserId;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/// Refuses what comes too fast, by person and by address. A person is the same on every connection
/// and device, so coming back does not help. Safe from any thread.
public final class RateLimit {
  /// How many askers of one kind are remembered at most.
  private static final int MOST = 1 << 16;

  private final Map<Kind, Buckets<UserId>> persons;
  private final Map<Kind, Buckets<Origin>> origins;

  /// Nothing has been asked yet.
  ///
  /// @param nanos the time, as `System.nanoTime` tells it
  public RateLimit(RateLimits limits, LongSupplier nanos) {
    persons = buckets(limits.person(), nanos);
    origins = buckets(limits.address(), nanos);
  }

  private static <K> Map<Kind, Buckets<K>> buckets(Map<Kind, Rate> rates, LongSupplier nanos) {
    Map<Kind, Buckets<K>> buckets = new EnumMap<>(Kind.class);
    rates.forEach((kind, rate) -> buckets.put(kind, new Buckets<>(rate, MOST, nanos)));
    return buckets;
  }

  /// Counts a request. What a person is refused is not counted against the address, which others
  /// may share.
  ///
  /// @param who null for who has not joined yet
  /// @throws FaultException `RATE_LIMITED`, with how long to wait
  public void count(Kind kind, @Nullable UserId who, Origin from) {
    if (who != null) {
      take(persons.get(kind), who);
    }
    take(origins.get(kind), from);
  }

  private static <K> void take(@Nullable Buckets<K> buckets, K who) {
    Duration wait = buckets == null ? Duration.ZERO : buckets.take(who);
    if (wait.isPositive()) {
      throw FaultException.tooSoon(wait);
    }
  }
}
