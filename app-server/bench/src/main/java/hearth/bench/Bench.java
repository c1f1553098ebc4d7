package hearth.bench;

import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// One run against a server: connects the crowd, measures the server's memory before and after,
/// generates the load, and checks every receiver. Confined to one thread.
final class Bench {
  /// The server loads its classes while the first connections come; memory is measured over the
  /// others.
  private static final int MEASURED_OF_TEN = 9;

  private static final Duration QUIET = Duration.ofMillis(300);
  private static final Duration TIMEOUT = Duration.ofSeconds(30);

  private final CrowdPlan crowdPlan;
  private final LoadPlan loadPlan;
  private final ProgressLog progress;

  Bench(CrowdPlan crowdPlan, LoadPlan loadPlan, ProgressLog progress) {
    this.crowdPlan = crowdPlan;
    this.loadPlan = loadPlan;
    this.progress = progress;
  }

  /// @throws BenchException if the run cannot be completed
  BenchResult run(InetSocketAddress server, ProcessMeter meter) {
    try (SelectorLoop loop = new SelectorLoop(crowdPlan.tls())) {
      InFlightPosts posts = new InFlightPosts();
      RampUp rampUp = new RampUp(crowdPlan, server, loop, posts, progress);
      int measured = crowdPlan.connections() * MEASURED_OF_TEN / 10;
      rampUp.connectUpTo(crowdPlan.connections() - measured);
      Optional<Memory> before = memory(loop, meter);
      rampUp.connectUpTo(crowdPlan.connections());
      Optional<Memory> after = memory(loop, meter);

      Measurement window = load(server, rampUp, loop, posts, meter);
      Findings findings =
          rampUp.crowd().stream()
              .map(SimulatedMember::findings)
              .reduce(Findings.NONE, Findings::plus);
      Optional<Memory> memory =
          measured == 0
              ? Optional.empty()
              : before.flatMap(b -> after.map(a -> Memory.perConnection(b, a, measured)));
      return new BenchResult(crowdPlan, loadPlan, window, posts, memory, findings);
    }
  }

  private Measurement load(
      InetSocketAddress server,
      RampUp rampUp,
      SelectorLoop loop,
      InFlightPosts posts,
      ProcessMeter meter) {
    try (AbusiveClients abusive = new AbusiveClients(server, crowdPlan)) {
      if (crowdPlan.disturbed()) {
        abusive.start();
      }
      rampUp.enterChats();
      loop.settle(QUIET, TIMEOUT);
      List<SimulatedMember> senders = rampUp.crowd().subList(0, crowdPlan.senders());
      LoadGenerator generator = new LoadGenerator(loadPlan, loop, posts, senders, progress);
      generator.postOnceEach();
      return generator.run(meter);
    }
  }

  private static Optional<Memory> memory(SelectorLoop loop, ProcessMeter meter) {
    loop.settle(QUIET, TIMEOUT);
    return meter.memory();
  }
}
