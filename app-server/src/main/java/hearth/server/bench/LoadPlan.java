package hearth.server.bench;

import hearth.protocol.Limits;
import java.time.Duration;

/// What is posted.
///
/// @param inFlight how many posts may be unanswered; of no matter where there is a rate
/// @param rate posts a second, however long each takes; 0 for a new one whenever one is answered
/// @param payload the length of a text in bytes
/// @param warmup how long before anything is measured
/// @param window how long is measured
public record LoadPlan(int inFlight, double rate, int payload, Duration warmup, Duration window) {
  /// Checks that such a load can be made.
  ///
  /// @throws IllegalArgumentException with a sentence for the person who asks for it
  public LoadPlan {
    Fit.check(inFlight > 0, "At least one post must be in flight.");
    Fit.check(inFlight < Flights.CAPACITY, "So many posts cannot be in flight.");
    Fit.check(rate >= 0, "A rate cannot be negative.");
    Fit.check(
        payload >= Texts.DIGITS && payload <= Limits.TEXT,
        "A text has from " + Texts.DIGITS + " to " + Limits.TEXT + " bytes.");
    Fit.check(!warmup.isNegative() && window.isPositive(), "The times must be positive.");
  }

  Pace pace(long start) {
    return rate > 0 ? Pace.rate(rate, start) : Pace.window(inFlight);
  }
}
