package hearth.server;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import hearth.server.config.Encryption;
import hearth.server.net.RawPeer;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// A server that has lost a thread does not go on as if nothing had happened.
class VitalThreadsIT {
  @TempDir Path data;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "commit",
        "publisher",
        "checkpoint",
        "accept",
        "tls-handshake",
        "WebSocketSelector"
      })
  void theEndOfAVitalThreadIsToldAndTheServerCanBeClosed(String name) throws Exception {
    Set<Thread> before = Thread.getAllStackTraces().keySet();
    BlockingQueue<String> told = new LinkedBlockingQueue<>();
    HearthServer server =
        HearthServer.start(
            ServerFixture.config(data).with(new Encryption.OwnKey()), failed -> told.add(failed));
    try (server) {
      RawPeer.connect(server.port()).close(); // the library accepts the first connection
      Thread thread = await(name, before);
      thread.interrupt();
      String first = told.poll(15, TimeUnit.SECONDS);
      // The selector closes the socket as it ends, and the accepting thread may be the first to say
      // so.
      assertThat(first)
          .matches(name.equals("WebSocketSelector") ? name + ".*|accept" : name + ".*");
    }
    assertThat(told).isEmpty();
    HearthServer.start(ServerFixture.config(data)).close();
  }

  @Test
  void aServerThatIsClosedTellsNothing() throws Exception {
    BlockingQueue<String> told = new LinkedBlockingQueue<>();
    HearthServer server =
        HearthServer.start(ServerFixture.config(data), failed -> told.add(failed));
    RawPeer.open(server.port()).close();
    server.close();
    assertThat(told).isEmpty();
  }

  @Test
  void theProcessEndsWithAnExitCodeAndASentence() throws Exception {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                Broken.class.getName(),
                data.toString())
            .start();
    try {
      assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
      assertThat(process.exitValue()).isEqualTo(70);
      assertThat(new String(process.getErrorStream().readAllBytes(), UTF_8))
          .contains("The server cannot go on: its thread \"commit\" has ended.");
    } finally {
      process.destroyForcibly();
    }
  }

  /// The new thread of that name.
  private static Thread await(String name, Set<Thread> before) {
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(15);
    while (true) {
      Set<Thread> found = new HashSet<>(Thread.getAllStackTraces().keySet());
      found.removeAll(before);
      found.removeIf(thread -> !thread.getName().startsWith(name));
      if (!found.isEmpty()) {
        return found.iterator().next();
      }
      assertThat(System.nanoTime()).as("in time").isLessThan(deadline);
      Thread.onSpinWait();
    }
  }

  /// A server that loses its commit thread as soon as it runs.
  static final class Broken {
    private Broken() {}

    public static void main(String[] arguments) {
      Thread.ofPlatform()
          .daemon()
          .start(
              () -> {
                await("WebSocketSelector", Set.of());
                await("commit", Set.of()).interrupt();
              });
      System.exit(
          ServerMain.run("--data", arguments[0], "--bind", "127.0.0.1", "--port", "0", "--plain"));
    }
  }
}
