package hearth.server.bench;

import java.time.Duration;

/// What is posted.
///
/// @param inFlight how many posts may be unanswered; of no matter where there is a rate
/// @param rate posts a second, however long each takes; 0 for a new one whenever one is answered
/// @param payload the length of a text in bytes
/// @param warmup how long before anything is measured
/// @param window how long is measured
record LoadPlan(int inFlight, double rate, int payload, Duration warmup, Duration window) {
  Pace pace(long start) {
    return rate > 0 ? Pace.rate(rate, start) : Pace.window(inFlight);
  }
}
