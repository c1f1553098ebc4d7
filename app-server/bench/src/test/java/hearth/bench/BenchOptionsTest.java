package hearth.bench;

import static org.assertj.core.api.Assertions.assertThat;

import hearth.server.cli.UsageException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class BenchOptionsTest {
  /// Checks the options of a valid command line.
  private interface Check {
    void of(BenchOptions options) throws UsageException;
  }

  @Test
  void withoutOptionsThereAreDefaults() {
    check(
        options -> {
          assertThat(options.crowd()).isEqualTo(new CrowdPlan(100, 100, 1, 1, false, false));
          assertThat(options.load())
              .isEqualTo(new LoadPlan(8, 0, 130, Duration.ofSeconds(5), Duration.ofSeconds(10)));
          assertThat(options.server()).isEmpty();
          assertThat(options.jvm()).isEmpty();
        });
  }

  @Test
  void everyOptionArrives() {
    check(
        options -> {
          assertThat(options.crowd()).isEqualTo(new CrowdPlan(20, 30, 3, 4, true, true));
          assertThat(options.load())
              .isEqualTo(
                  new LoadPlan(9, 2.5, 99, Duration.ofMillis(200), Duration.ofMillis(1_500)));
          assertThat(options.server())
              .contains(new InetSocketAddress(InetAddress.getLoopbackAddress(), 7));
          assertThat(options.jvm()).containsExactly("-Xmx1g", "-XX:+UseG1GC");
        },
        "--members=20",
        "--connections=30",
        "--chats=3",
        "--senders=4",
        "--tls",
        "--disturbed",
        "--in-flight=9",
        "--rate=2.5",
        "--payload=99",
        "--warmup=0.2",
        "--seconds=1.5",
        "--server=127.0.0.1:7",
        "--jvm",
        "-Xmx1g",
        "--jvm=-XX:+UseG1GC");
  }

  @Test
  void connectionsAndSendersFollowMembersAndChats() {
    check(
        options -> assertThat(options.crowd()).isEqualTo(new CrowdPlan(9, 9, 3, 3, false, false)),
        "--members=9",
        "--chats=3");
  }

  @Test
  void anIdleCrowdGetsAPostNowAndThen() {
    check(options -> assertThat(options.load().rate()).isEqualTo(2), "--idle");
    check(options -> assertThat(options.load().rate()).isEqualTo(7), "--idle", "--rate=7");
  }

  private static void check(Check check, String... typed) {
    int code =
        BenchOptions.COMMAND.run(
            said -> {
              check.of(new BenchOptions(said));
              return 0;
            },
            List.of(typed));
    assertThat(code).isZero();
  }
}
