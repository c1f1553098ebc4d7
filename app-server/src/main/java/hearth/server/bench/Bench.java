package hearth.server.bench;

import hearth.protocol.Reply;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// One run against a server: gathers the crowd, weighs the server before and after, drives the
/// load, and checks every receiver. Confined to one thread.
final class Bench {
  /// The server loads its code while the first ones come; only the others are weighed.
  private static final int WEIGHED_OF_TEN = 9;

  private static final Duration QUIET = Duration.ofMillis(300);
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final CrowdPlan crowdPlan;
  private final LoadPlan loadPlan;
  private final Progress progress;

  Bench(CrowdPlan crowdPlan, LoadPlan loadPlan, Progress progress) {
    this.crowdPlan = crowdPlan;
    this.loadPlan = loadPlan;
    this.progress = progress;
  }

  /// @throws BenchException where the run cannot be brought to its end
  Result run(InetSocketAddress server, Meter meter) {
    try (Loop loop = new Loop(crowdPlan.tls())) {
      Flights flights = new Flights();
      Gathering gathering = new Gathering(crowdPlan, server, loop, flights, progress);
      int weighed = crowdPlan.connections() * WEIGHED_OF_TEN / 10;
      gathering.gather(crowdPlan.connections() - weighed);
      Optional<Memory> before = weigh(loop, meter);
      gathering.gather(crowdPlan.connections());
      Optional<Memory> after = weigh(loop, meter);

      Sample window = drive(server, gathering, loop, flights, meter);
      List<Member> crowd = gathering.crowd();
      Findings findings =
          crowd.stream().map(Member::findings).reduce(Findings.NONE, Findings::plus);
      Optional<Memory> memory =
          weighed == 0
              ? Optional.empty()
              : before.flatMap(b -> after.map(a -> Memory.each(b, a, weighed)));
      return new Result(crowdPlan, loadPlan, window, flights, memory, findings);
    }
  }

  private Sample drive(
      InetSocketAddress server, Gathering gathering, Loop loop, Flights flights, Meter meter) {
    try (Vandals vandals = new Vandals(server, crowdPlan)) {
      if (crowdPlan.disturbed()) {
        vandals.begin();
      }
      gathering.seat();
      loop.settle(QUIET, PATIENCE);
      List<Member> senders = gathering.crowd().subList(0, crowdPlan.senders());
      Load load = new Load(loadPlan, loop, flights, senders, progress);
      load.open();
      return load.run(meter);
    }
  }

  private static Optional<Memory> weigh(Loop loop, Meter meter) {
    loop.settle(QUIET, PATIENCE);
    return meter.memory();
  }

  /// The reply, if it is of the kind that was asked for.
  static <R extends Reply> R expect(Class<R> kind, Reply reply) {
    if (kind.isInstance(reply)) {
      return kind.cast(reply);
    }
    throw new BenchException("The server's answer does not fit the question: " + reply);
  }
}
