package hearth.bench;

import hearth.protocol.Limits;
import java.time.Duration;

/// What is posted.
///
/// @param inFlight how many posts may be unanswered; ignored if there is a rate
/// @param rate posts per second, however long each takes; 0 to send one whenever one is answered
/// @param payload the length of a text in bytes
/// @param warmup how long to post before measuring
/// @param window how long to measure
record LoadPlan(int inFlight, double rate, int payload, Duration warmup, Duration window) {
  /// Checks that such a load is possible.
  ///
  /// @throws IllegalArgumentException with a sentence for the person who asked for it
  LoadPlan {
    Preconditions.check(inFlight > 0, "At least one post must be in flight.");
    Preconditions.check(
        inFlight < InFlightPosts.CAPACITY,
        "At most " + (InFlightPosts.CAPACITY - 1) + " posts can be in flight.");
    Preconditions.check(rate >= 0, "The rate must not be negative.");
    Preconditions.check(
        payload >= NumberedTexts.DIGITS && payload <= Limits.TEXT,
        "A text has " + NumberedTexts.DIGITS + " to " + Limits.TEXT + " bytes.");
    Preconditions.check(
        !warmup.isNegative() && window.isPositive(), "The durations must be positive.");
  }

  Pace pace(long start) {
    return rate > 0 ? Pace.rate(rate, start) : Pace.window(inFlight);
  }
}
