package hearth.server.policy;

/// How many requests are allowed: a burst, and then a rate per second.
///
/// @param burst at least 1
/// @param perSecond over 0
public record Rate(int burst, double perSecond) {
  /// Faster than anything is asked.
  public static final Rate ANY = new Rate(Integer.MAX_VALUE, 1e9);

  private static final long NANOS = 1_000_000_000;

  public Rate {
    if (burst < 1 || !(perSecond > 0)) {
      throw new IllegalArgumentException("not a rate: " + burst + ", " + perSecond);
    }
  }

  /// Nanoseconds per request.
  public long interval() {
    return Math.max(1, Math.round(NANOS / perSecond));
  }

  /// How far ahead of an even pace a burst may be, in nanoseconds.
  public long tolerance() {
    return interval() * (burst - 1);
  }
}
