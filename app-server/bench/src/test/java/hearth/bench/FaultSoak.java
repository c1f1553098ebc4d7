package hearth.bench;

import static org.assertj.core.api.Assertions.assertThat;

import hearth.bench.history.Anomaly;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Bad days, one after the other, for an hour: each has a fresh server, six people, some troubles
/// and a history that is judged. Only `mvn -Psoak verify` runs it. `-Dhearth.soak.minutes=N`
/// changes how long; `-Dhearth.soak.seed=N` repeats the choices of a run.
class FaultSoak {
  private static final int MINUTES = Integer.getInteger("hearth.soak.minutes", 60);
  private static final Duration PAUSE =
      Duration.ofSeconds(Integer.getInteger("hearth.soak.pause", 30));
  private static final long SEED = Long.getLong("hearth.soak.seed", System.nanoTime());
  private static final int TROUBLES_A_DAY = 6;
  private static final int REST_MILLIS = 100;

  @TempDir Path folder;
  private final Map<Trouble, Integer> met = new EnumMap<>(Trouble.class);
  private final List<Anomaly> findings = new ArrayList<>();

  @Test
  void theHistoriesOfManyBadDaysHaveNoAnomalies() throws Exception {
    System.out.println("seed " + SEED);
    Random random = new Random(SEED);
    List<Trouble> possible = Stream.of(Trouble.values()).filter(FaultRun::isPossible).toList();
    long end = System.nanoTime() + Duration.ofMinutes(MINUTES).toNanos();
    int operations = 0;
    for (int day = 1; System.nanoTime() < end; day++) {
      Path data = Files.createDirectory(folder.resolve("day" + day));
      try (FaultRun run = new FaultRun(data, PAUSE, REST_MILLIS, random.nextLong())) {
        for (int i = 0; i < TROUBLES_A_DAY; i++) {
          Trouble trouble = possible.get(random.nextInt(possible.size()));
          run.meet(trouble);
          met.merge(trouble, 1, Integer::sum);
        }
        findings.addAll(run.judge());
        operations += run.operations();
      }
      System.out.printf(
          "day %d: %s, %d requests, %d findings so far%n", day, met, operations, findings.size());
    }
    assertThat(findings).isEmpty();
  }
}
