package hearth.client;

import java.time.Duration;

/// The pause before something that must not be done in a circle: none at first, then longer each
/// time, up to a bound. Confined to the client thread.
final class GrowingPause {
  private static final Duration LONGEST = Duration.ofMinutes(1);

  private Duration next = Duration.ZERO;

  /// The pause now.
  Duration next() {
    Duration now = next;
    Duration longer = now.multipliedBy(2).plusSeconds(1);
    next = longer.compareTo(LONGEST) < 0 ? longer : LONGEST;
    return now;
  }
}
