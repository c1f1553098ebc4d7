package hearth.bench;

import java.time.Duration;
import java.util.Optional;

/// The counters at one moment; or, as a difference of two, what happened between them.
///
/// @param time in nanoseconds
/// @param serverCpu empty if the server's process is not known
record Measurement(
    long time, long deliveries, long acknowledged, Optional<Duration> serverCpu, Duration ownCpu) {
  static Measurement now(InFlightPosts posts, ProcessMeter meter) {
    return new Measurement(
        System.nanoTime(),
        posts.deliveries(),
        posts.acknowledged(),
        meter.cpu(),
        ProcessMeter.ownCpu());
  }

  Measurement since(Measurement before) {
    return new Measurement(
        time - before.time,
        deliveries - before.deliveries,
        acknowledged - before.acknowledged,
        serverCpu.flatMap(cpu -> before.serverCpu.map(cpu::minus)),
        ownCpu.minus(before.ownCpu));
  }

  double perSecond(long count) {
    return count * 1e9 / time;
  }

  /// Microseconds of CPU per delivery.
  double microsPerDelivery(Duration cpu) {
    return deliveries == 0 ? 0 : cpu.toNanos() / 1e3 / deliveries;
  }

  /// How many cores a CPU time has kept busy.
  double cores(Duration cpu) {
    return (double) cpu.toNanos() / time;
  }
}
