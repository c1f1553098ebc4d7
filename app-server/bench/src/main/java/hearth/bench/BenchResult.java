package hearth.bench;

import java.util.Optional;

/// What a run has measured.
///
/// @param memory per connection, if it could be measured
record BenchResult(
    CrowdPlan crowd,
    LoadPlan load,
    Measurement window,
    InFlightPosts posts,
    Optional<Memory> memory,
    Findings findings) {
  /// Whether every receiver got every message once and in order.
  boolean sound() {
    return findings.sound();
  }
}
