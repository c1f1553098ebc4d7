package hearth.server;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import hearth.protocol.Limits;
import hearth.protocol.Notification.UserChanged;
import hearth.protocol.Presence;
import hearth.protocol.Request;
import hearth.protocol.Sign;
import hearth.server.policy.Rate;
import hearth.server.policy.RateCategory;
import hearth.server.policy.RateLimits;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What a server says in its log of a day on which much happens.
class DayInTheLogIT {
  private static final int CONNECTIONS = 8;
  private static final int FLOOD = 200;
  private static final Pattern BURST =
      Pattern.compile("(.*): (\\d+)(?: in the last \\d+ s)?( \\(.*\\))?(?: in the last \\d+ s)?");
  private static final String SECRET = "the cellar is damp";

  @TempDir Path folder;

  @Test
  void whatHappenedIsSaidOnceAndNothingOfAnybodyIsTold() throws Exception {
    Path log = folder.resolve("log");
    Process server = start(log);
    int port = Integer.parseInt(server.inputReader().readLine());
    try (Peer ann = Peer.join(port, "Annabella")) {
      await(log, "People joined: 1");
      ann.post(SECRET);
      flood(ann);
      String lost = tryTokens(port);
      beTooSlow(port, ann);
      comeByAnotherName(port);
      crowd(port);
      server.getOutputStream().close();
      assertThat(server.waitFor(30, TimeUnit.SECONDS)).isTrue();

      List<String> said = Files.readAllLines(log);
      Map<String, Integer> counted = new TreeMap<>();
      for (String line : said) {
        count(line.replaceAll("^\\S+ \\[.*?] ", ""), counted);
      }
      assertThat(counted)
          .containsOnlyKeys(
              "INFO HearthServer - Started: port " + port + ", plain",
              "INFO HearthServer - People joined",
              "INFO HearthServer - Requests refused with RATE_LIMITED",
              "INFO HearthServer - Requests refused with TOKEN_UNKNOWN",
              "INFO HearthServer - Connections closed, their clients read too slowly",
              "INFO HearthServer - Connections refused, for a host that is none of this server's"
                  + " names (chat.example.org)",
              "INFO HearthServer - Connections refused, too many from one address",
              "INFO HearthServer - Stopped")
          .containsEntry("INFO HearthServer - People joined", 2)
          .containsEntry("INFO HearthServer - Requests refused with RATE_LIMITED", 195)
          .containsEntry("INFO HearthServer - Requests refused with TOKEN_UNKNOWN", FLOOD);
      assertThat(said).as("bursts are one line each").hasSizeLessThan(20);
      assertThat(String.join("\n", said))
          .doesNotContainIgnoringCase(
              "Annabella", "Benedict", SECRET, lost, ann.token(), "127.0.0");
    } finally {
      server.destroyForcibly().waitFor();
    }
  }

  /// Adds what a line counts to what was counted before: how many lines a burst makes depends on
  /// how long it takes.
  private static void count(String line, Map<String, Integer> counted) {
    Matcher burst = BURST.matcher(line);
    if (burst.matches()) {
      String what = burst.group(1) + Objects.requireNonNullElse(burst.group(3), "");
      counted.merge(what, Integer.valueOf(burst.group(2)), Integer::sum);
    } else {
      counted.merge(line, 1, Integer::sum);
    }
  }

  private static void flood(Peer ann) {
    List<CompletableFuture<?>> asked = new ArrayList<>();
    for (int i = 0; i < FLOOD; i++) {
      asked.add(
          ann.ask(new Request.ShowSign(Peer.LOBBY, Sign.TYPING)).handle((_, refused) -> refused));
    }
    asked.forEach(CompletableFuture::join);
  }

  /// @return a token that was tried
  private static String tryTokens(int port) {
    String token = Peer.newToken();
    try (Peer stranger = Peer.connect(port)) {
      for (int i = 0; i < FLOOD; i++) {
        stranger.refused(new Request.Resume(token));
      }
    }
    return token;
  }

  private static void beTooSlow(int port, Peer ann) {
    try (Peer ben = Peer.join(port, "Benedict")) {
      ben.stopReading();
      CompletableFuture<UserChanged> gone = new CompletableFuture<>();
      ann.onNotification(
          told -> {
            if (told instanceof UserChanged changed
                && changed.user().presence() == Presence.OFFLINE) {
              gone.complete(changed);
            }
          });
      while (!gone.isDone()) {
        ann.post("🔥".repeat(Limits.TEXT));
      }
      ben.goOnReading();
    }
  }

  private static void comeByAnotherName(int port) throws IOException {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      String request =
          """
          GET / HTTP/1.1
          Host: chat.example.org
          Upgrade: websocket
          Connection: Upgrade
          Sec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==
          Sec-WebSocket-Version: 13
          Sec-WebSocket-Protocol: %s

          """
              .formatted(Limits.SUBPROTOCOL)
              .replace("\n", "\r\n");
      socket.getOutputStream().write(request.getBytes(UTF_8));
      assertThat(new String(socket.getInputStream().readAllBytes(), UTF_8)).contains("421");
    }
  }

  /// Each is refused before a byte is read, when there are enough.
  private static void crowd(int port) throws IOException {
    List<Socket> crowd = new ArrayList<>();
    try {
      boolean refused = false;
      while (!refused) {
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), port);
        crowd.add(socket);
        refused = crowd.size() >= CONNECTIONS && hasEnded(socket);
      }
    } finally {
      for (Socket socket : crowd) {
        socket.close();
      }
    }
  }

  private static boolean hasEnded(Socket socket) {
    try {
      return socket.getInputStream().read() < 0;
    } catch (IOException reset) {
      return true;
    }
  }

  private static void await(Path log, String line) throws IOException {
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
    while (!Files.readString(log).contains(line)) {
      assertThat(System.nanoTime()).as(line).isLessThan(deadline);
      Thread.onSpinWait();
    }
  }

  private Process start(Path log) throws IOException {
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:TieredStopAtLevel=1",
            "-XX:+UseSerialGC",
            "--enable-native-access=ALL-UNNAMED",
            "-cp",
            System.getProperty("java.class.path"),
            Small.class.getName(),
            folder.resolve("data").toString())
        .redirectError(log.toFile())
        .start();
  }

  /// A server of small limits, which ends with its input.
  static final class Small {
    private Small() {}

    public static void main(String[] arguments) throws Exception {
      RateLimits signs = new RateLimits(Map.of(RateCategory.SIGNS, new Rate(5, 0.000_1)), Map.of());
      try (HearthServer server =
          HearthServer.start(
              ServerFixture.config(Path.of(arguments[0]))
                  .withWriteQueueBytes(1 << 20)
                  .withConnectionsOfAddress(CONNECTIONS)
                  .with(signs))) {
        System.out.println(server.port());
        System.in.transferTo(OutputStream.nullOutputStream());
      }
    }
  }
}
