package hearth.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The soak in short; [RestartSoak] kills the server a thousand times.
class KillLoopIT {
  private static final int KILLS = 5;
  private static final int ANSWERS_BEFORE_KILL = 600;
  private static final long SEED = 42;

  @TempDir Path data;

  @Test
  void nothingAnsweredIsLostAndNothingIsThereTwiceAfterManyKills() throws Exception {
    KillLoop loop = new KillLoop(data, ANSWERS_BEFORE_KILL, SEED);
    for (int i = 0; i < KILLS; i++) {
      loop.kill();
    }
    loop.finish();
    assertThat(loop.messages()).isGreaterThan(KILLS * 50);
  }
}
