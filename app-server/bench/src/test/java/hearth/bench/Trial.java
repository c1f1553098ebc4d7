package hearth.bench;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// What abuses cost the ordinary people of one server: how long their posts take while nothing else
/// happens, and right afterwards during an abuse. Confined to one thread.
final class Trial {
  private static final int POSTS = 480;
  private static final int SETTLING = POSTS / 4;

  private final ChildServer server;
  private final Crowd crowd;

  Trial(ChildServer server) throws Exception {
    this.server = server;
    crowd = new Crowd(server.address());
    crowd.times(POSTS);
  }

  /// The times during an abuse beside those before it.
  record Ratios(double p50, double p99) {
    /// Prints a line of what several rounds of it gave.
    static void print(String name, List<Ratios> rounds) {
      double[] p50 = rounds.stream().mapToDouble(Ratios::p50).sorted().toArray();
      double[] p99 = rounds.stream().mapToDouble(Ratios::p99).sorted().toArray();
      System.out.printf(
          "abuse=%s rounds=%d p99 ratio median %.2f (%.2f to %.2f), p50 %.2f (%.2f to %.2f)%n",
          name,
          rounds.size(),
          p99[p99.length / 2],
          p99[0],
          p99[p99.length - 1],
          p50[p50.length / 2],
          p50[0],
          p50[p50.length - 1]);
    }
  }

  /// What an abuse cost.
  ///
  /// @param deeds all that it did
  record Outcome(Ratios ratios, Map<String, Long> deeds) {}

  /// Carries it out once, and prints what it cost.
  Outcome run(String name, Abuse abuse) throws IOException, InterruptedException {
    crowd.times(SETTLING); // what the last one left is over
    Phase quiet = measure();
    Phase abused;
    Map<String, Long> before;
    Map<String, Long> during;
    HostileMachine machine = new HostileMachine(server.address());
    try (machine) {
      abuse.begin(machine);
      crowd.times(POSTS); // the first go ahead, as a classroom does
      before = machine.deeds();
      abused = measure();
      during = new TreeMap<>(machine.deeds());
    }
    before.forEach((deed, times) -> during.merge(deed, -times, Long::sum));
    Ratios ratios = new Ratios((double) abused.p50 / quiet.p50, (double) abused.p99 / quiet.p99);
    System.out.printf(
        "%s: p50 %.2f -> %.2f ms, p99 %.2f -> %.2f ms (%.2f x), CPU of the server %d -> %d ms, of"
            + " the bench %d -> %d ms; meanwhile %s%n",
        name,
        quiet.p50 / 1e6,
        abused.p50 / 1e6,
        quiet.p99 / 1e6,
        abused.p99 / 1e6,
        ratios.p99,
        quiet.serverCpu.toMillis(),
        abused.serverCpu.toMillis(),
        quiet.ownCpu.toMillis(),
        abused.ownCpu.toMillis(),
        during);
    return new Outcome(ratios, machine.deeds());
  }

  private Phase measure() {
    Duration server = serverCpu();
    Duration own = ProcessMeter.ownCpu();
    long[] times = crowd.times(POSTS);
    return new Phase(
        times[POSTS / 2],
        times[POSTS * 99 / 100],
        serverCpu().minus(server),
        ProcessMeter.ownCpu().minus(own));
  }

  private Duration serverCpu() {
    return server.meter().cpu().orElse(Duration.ZERO);
  }

  private record Phase(long p50, long p99, Duration serverCpu, Duration ownCpu) {}
}
