package hearth.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Kills a server under load a thousand times. Takes long, so only `mvn -Psoak verify` runs it.
/// `-Dhearth.soak.kills=N` changes the number of kills; `-Dhearth.soak.seed=N` repeats the choices
/// of a run.
class RestartSoak {
  private static final int KILLS = Integer.getInteger("hearth.soak.kills", 1_000);
  private static final long SEED = Long.getLong("hearth.soak.seed", System.nanoTime());
  private static final int ANSWERS_BEFORE_KILL = 400;
  private static final int KILLS_PER_LINE = 25;

  @TempDir Path data;

  @Test
  void nothingAnsweredIsLostAndNothingIsThereTwiceAfterAThousandKills() throws Exception {
    System.out.println("seed " + SEED);
    KillLoop loop = new KillLoop(data, ANSWERS_BEFORE_KILL, SEED);
    long start = System.nanoTime();
    for (int kill = 1; kill <= KILLS; kill++) {
      loop.kill();
      if (kill % KILLS_PER_LINE == 0 || kill == KILLS) {
        Duration elapsed = Duration.ofNanos(System.nanoTime() - start);
        System.out.printf(
            "%d of %d kills in %d s, %d messages, %d answered%n",
            kill, KILLS, elapsed.toSeconds(), loop.messages(), loop.answered());
      }
    }
    loop.finish();
    System.out.printf(
        "%d kills, %d messages: each there once, none missing, one order for all%n",
        KILLS, loop.messages());
    assertThat(loop.messages()).isGreaterThan(KILLS);
  }
}
