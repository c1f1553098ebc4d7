package hearth.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class BenchIT {
  private final PrintStream standardOut = System.out;
  private final ByteArrayOutputStream printed = new ByteArrayOutputStream();

  @AfterEach
  void restoreStandardOut() {
    System.setOut(standardOut);
  }

  @Test
  void aSmallCrowdInGroupsIsHostedWithoutLoss() {
    int code =
        bench("--members 20 --connections 30 --chats 3 --in-flight 8 --warmup 0.2 --seconds 1");
    Map<String, Double> found = lastLine();
    assertThat(code).isZero();
    assertThat(found).containsKeys("fanout_p50_ms", "fanout_p99_ms", "kb_per_connection");
    for (String measured : List.of("deliveries_per_s", "acked_per_s", "cpu_us_per_delivery")) {
      assertThat(found).hasEntrySatisfying(measured, value -> assertThat(value).isPositive());
    }
    assertThat(found)
        .containsEntry("lost", 0.0)
        .containsEntry("duplicated", 0.0)
        .containsEntry("gaps", 0.0);
  }

  @Test
  void aServerThatCannotBeReachedIsAFailure() {
    assertThat(bench("--server 127.0.0.1:1")).isEqualTo(1);
    assertThat(printed.toString(StandardCharsets.UTF_8)).isEmpty();
  }

  @Test
  void anImpossiblePlanIsRefusedAtOnce() {
    assertThat(bench("--members 3 --chats 4")).isEqualTo(2);
  }

  private int bench(String arguments) {
    System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
    return BenchMain.run(arguments.split(" "));
  }

  private Map<String, Double> lastLine() {
    String last = printed.toString(StandardCharsets.UTF_8).lines().toList().getLast();
    return Arrays.stream(last.split(" "))
        .map(pair -> pair.split("="))
        .collect(Collectors.toMap(pair -> pair[0], pair -> Double.valueOf(pair[1])));
  }
}
