package hearth.server.bench;

import java.util.Optional;

/// What a run has found.
///
/// @param memory of one connection, where it could be measured
record Result(
    CrowdPlan crowd,
    LoadPlan load,
    Sample window,
    Flights flights,
    Optional<Memory> memory,
    Findings findings) {
  /// Whether every receiver got every message, once and in order.
  boolean sound() {
    return findings.sound();
  }
}
