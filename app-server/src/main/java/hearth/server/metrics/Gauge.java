package hearth.server.metrics;

import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/// A number that is looked at when it is asked for, and is said once when it goes over a bound.
/// Confined to the holder of the lock of [Metrics].
final class Gauge {
  private static final long PAUSE = TimeUnit.MINUTES.toNanos(1);

  private final String name;
  private final LongSupplier value;
  private final long bound;
  private boolean over;
  private boolean said;
  private long saidAt;

  /// A gauge that is within its bound.
  Gauge(String name, LongSupplier value, long bound) {
    this.name = name;
    this.value = value;
    this.bound = bound;
  }

  long value() {
    return value.getAsLong();
  }

  /// What is to be said now; null for nothing.
  @Nullable String due(long now) {
    long current = value();
    boolean wasOver = over;
    over = current > bound;
    if (!over || wasOver) {
      return null;
    }
    if (said && now - saidAt < PAUSE) {
      over = false; // said as soon as it may be, if it lasts
      return null;
    }
    said = true;
    saidAt = now;
    return name + " is " + current + ", over its bound of " + bound;
  }
}
