package hearth.client.link;

import java.time.Duration;

/// When to try again: exponential backoff with jitter, so that many clients do not come back at
/// once. Pure: no clock, no thread, no state.
///
/// The factor follows what gRPC's connection backoff uses (1.6, jitter 0.2); the times are shorter,
/// because a server on the same network is back as soon as its window is.
final class Reconnect {
  private static final double FIRST_MILLIS = 250;
  private static final double MOST_MILLIS = 5_000;
  private static final double FACTOR = 1.6;
  private static final double JITTER = 0.2;

  private static final Duration FIRST_AFTER_BREACH = Duration.ofSeconds(5);
  private static final Duration MOST_AFTER_BREACH = Duration.ofMinutes(5);

  private Reconnect() {}

  /// The pause before the next try.
  ///
  /// @param failures how many tries have failed in a row, from 1
  /// @param random evenly distributed in 0..1
  static Duration pause(int failures, double random) {
    double base = Math.min(MOST_MILLIS, FIRST_MILLIS * Math.pow(FACTOR, failures - 1.0));
    double spread = 1 + JITTER * (2 * random - 1);
    return Duration.ofMillis(Math.round(base * spread));
  }

  /// The least pause before a server is tried again that broke the protocol: twice as long each
  /// time.
  ///
  /// @param breaches how many there were, from 1
  static Duration afterBreach(int breaches) {
    Duration pause = FIRST_AFTER_BREACH.multipliedBy(1L << Math.min(breaches - 1, 10));
    return pause.compareTo(MOST_AFTER_BREACH) < 0 ? pause : MOST_AFTER_BREACH;
  }
}
