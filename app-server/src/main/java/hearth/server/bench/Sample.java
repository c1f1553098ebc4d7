package hearth.server.bench;

import java.time.Duration;
import java.util.Optional;

/// What had happened by a moment; or, as a difference of two, what happened between them.
///
/// @param time in nanoseconds
/// @param serverCpu empty where the server's process is not known
record Sample(
    long time, long deliveries, long acknowledged, Optional<Duration> serverCpu, Duration ownCpu) {
  static Sample now(Flights flights, Meter meter) {
    return new Sample(
        System.nanoTime(),
        flights.deliveries(),
        flights.acknowledged(),
        meter.cpu(),
        Meter.ownCpu());
  }

  Sample since(Sample before) {
    return new Sample(
        time - before.time,
        deliveries - before.deliveries,
        acknowledged - before.acknowledged,
        serverCpu.flatMap(cpu -> before.serverCpu.map(cpu::minus)),
        ownCpu.minus(before.ownCpu));
  }

  double perSecond(long count) {
    return count * 1e9 / time;
  }

  /// Microseconds of CPU for one delivery.
  double microsEach(Duration cpu) {
    return deliveries == 0 ? 0 : cpu.toNanos() / 1e3 / deliveries;
  }

  /// Which share of one core a CPU time is.
  double cores(Duration cpu) {
    return (double) cpu.toNanos() / time;
  }
}
