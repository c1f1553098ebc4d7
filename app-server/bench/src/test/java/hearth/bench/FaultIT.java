package hearth.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The soak in short: every trouble of [FaultSoak] once, those left out that this machine cannot
/// make.
class FaultIT {
  private static final Duration PAUSE = Duration.ofMillis(1_200);
  private static final int REST_MILLIS = 20;
  private static final long SEED = 42;
  private static final List<Trouble> ALL =
      List.of(
          Trouble.PARTITION,
          Trouble.KILL,
          Trouble.CLOCK,
          Trouble.FULL_DISK,
          Trouble.PAUSE,
          Trouble.FAILING_SYNC,
          Trouble.KILL);

  @TempDir Path data;

  @Test
  void theHistoryOfABadDayHasNoAnomalies() throws Exception {
    try (FaultRun run = new FaultRun(data, PAUSE, REST_MILLIS, SEED)) {
      for (Trouble trouble : ALL) {
        if (FaultRun.isPossible(trouble)) {
          run.meet(trouble);
        }
      }
      assertThat(run.judge()).isEmpty();
    }
  }
}
