package hearth.server.limit;

/// How much may come: so many at once, and after that so many a second.
///
/// @param burst at least 1
/// @param perSecond over 0
public record Rate(int burst, double perSecond) {
  private static final long NANOS = 1_000_000_000;

  public Rate {
    if (burst < 1 || !(perSecond > 0)) {
      throw new IllegalArgumentException("not a rate: " + burst + ", " + perSecond);
    }
  }

  /// Nanoseconds in which one more is allowed.
  long interval() {
    return Math.max(1, Math.round(NANOS / perSecond));
  }

  /// How far ahead of an even pace one may be, in nanoseconds.
  long lead() {
    return interval() * (burst - 1);
  }
}
