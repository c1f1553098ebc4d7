package hearth.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Lets the power fail at hundreds of moments of a server's life, its first start and checkpoints
/// included. Takes long, so only `mvn -Psoak verify` runs it. `-Dhearth.soak.moments=N` changes how
/// often; `-Dhearth.soak.seed=N` repeats the choices of a run.
class PowerLossSoak {
  private static final int MOMENTS = Integer.getInteger("hearth.soak.moments", 1_000);
  private static final long SEED = Long.getLong("hearth.soak.seed", System.nanoTime());
  private static final int ROUNDS = 45;
  private static final int MARKS = 60;

  @TempDir Path folder;

  @Test
  void whatWasToldSurvivesThePowerFailingAtHundredsOfMoments() throws Exception {
    assumeTrue(TracedServer.isPossible(), "strace cannot be used here; the trace needs it");
    System.out.println("seed " + SEED);
    Path data = Files.createDirectory(folder.resolve("data")).toRealPath();
    Path trace = folder.resolve("trace");
    TracedLoad load = new TracedLoad();
    try (TracedServer server = TracedServer.start(data, trace)) {
      load.run(server.port(), ROUNDS, MARKS);
      server.kill();
    }
    PowerFailures failures = new PowerFailures(trace, data, load.answered(), new Random(SEED));
    var findings = failures.at(MOMENTS);
    System.out.printf(
        "the power failed at %d of %d moments, %d actions answered: %d findings%n",
        MOMENTS, failures.calls(), load.answered().size(), findings.size());
    assertThat(findings).isEmpty();
    assertThat(failures.withoutSyncs().at(MOMENTS))
        .as("a disk that lies is found out")
        .isNotEmpty();
  }
}
