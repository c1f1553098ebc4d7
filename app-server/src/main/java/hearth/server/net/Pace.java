package hearth.server.net;

import hearth.server.policy.Rate;

/// A token bucket as one number: the time at which it will be full (the generic cell rate
/// algorithm). Confined to one thread.
final class Pace {
  private final Rate rate;
  private long fullAt;
  private boolean taken;

  /// A full one.
  Pace(Rate rate) {
    this.rate = rate;
  }

  /// Nanoseconds until there is a token; 0 for now.
  long untilToken(long now) {
    return Math.max(0, ahead(now) - rate.tolerance());
  }

  /// Takes a token that is there.
  void take(long now) {
    fullAt = now + ahead(now) + rate.interval();
    taken = true;
  }

  boolean isFull(long now) {
    return ahead(now) == 0;
  }

  private long ahead(long now) {
    return taken ? Math.max(0, fullAt - now) : 0;
  }
}
