package hearth.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Takes long, and is run by `mvn -Psoak verify` alone. `-Dhearth.soak.kills=N` has it take longer,
/// or less long; `-Dhearth.soak.seed=N` repeats a run's choices.
class RestartSoak {
  private static final int KILLS = Integer.getInteger("hearth.soak.kills", 1_000);
  private static final long SEED = Long.getLong("hearth.soak.seed", System.nanoTime());
  private static final int ANSWERS_BEFORE_KILL = 400;
  private static final int BETWEEN_WORDS = 25;

  @TempDir Path data;

  @Test
  void nothingAnsweredIsLostAndNothingStandsTwiceOverAThousandKills() throws Exception {
    System.out.println("seed " + SEED);
    KillLoop loop = new KillLoop(data, ANSWERS_BEFORE_KILL, SEED);
    long begun = System.nanoTime();
    for (int kill = 1; kill <= KILLS; kill++) {
      loop.kill();
      if (kill % BETWEEN_WORDS == 0 || kill == KILLS) {
        Duration passed = Duration.ofNanos(System.nanoTime() - begun);
        System.out.printf(
            "%d of %d kills in %d s, %d messages, %d answered%n",
            kill, KILLS, passed.toSeconds(), loop.messages(), loop.answered());
      }
    }
    loop.finish();
    System.out.printf(
        "%d kills, %d messages: each there once, none left out, one order for all%n",
        KILLS, loop.messages());
    assertThat(loop.messages()).isGreaterThan(KILLS);
  }
}
