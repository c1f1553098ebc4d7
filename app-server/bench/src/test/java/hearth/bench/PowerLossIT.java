package hearth.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What a killed process wrote is still in the system's cache; what is on the disk is less. The
/// soak in short: [PowerLossSoak] lets the power fail more often, and through checkpoints.
class PowerLossIT {
  private static final long SEED = 42;
  private static final int ROUNDS = 8;
  private static final int MOMENTS = 60;

  @TempDir Path folder;

  @Test
  void whatWasToldSurvivesThePowerFailingAtAnyMoment() throws Exception {
    assumeTrue(TracedServer.isPossible(), "strace cannot be used here; the trace needs it");
    Path data = Files.createDirectory(folder.resolve("data")).toRealPath();
    Path trace = folder.resolve("trace");
    TracedLoad load = new TracedLoad();
    try (TracedServer server = TracedServer.start(data, trace)) {
      load.run(server.port(), ROUNDS, 0);
      server.kill();
    }
    PowerFailures failures = new PowerFailures(trace, data, load.answered(), new Random(SEED));
    assertThat(load.answered()).hasSizeGreaterThan(ROUNDS * 20);
    assertThat(failures.told())
        .as("the trace has every answer")
        .isGreaterThanOrEqualTo(load.answered().keySet().stream().max(Long::compare).orElseThrow());
    assertThat(failures.at(MOMENTS)).isEmpty();
    assertThat(failures.withoutSyncs().at(MOMENTS))
        .as("a disk that lies is found out")
        .isNotEmpty();
  }
}
