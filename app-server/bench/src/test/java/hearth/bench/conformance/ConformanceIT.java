package hearth.bench.conformance;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import hearth.client.link.Address;
import hearth.server.HearthServer;
import hearth.server.config.Encryption;
import hearth.server.config.ServerConfig;
import hearth.server.policy.RateLimits;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConformanceIT {
  @TempDir Path data;

  @Test
  void ourServerKeepsEveryPromise() throws Exception {
    assertThat(failures(new Encryption.OwnKey())).isEmpty();
  }

  @Test
  void ourServerKeepsEveryPromiseWithoutTls() throws Exception {
    assertThat(failures(new Encryption.None())).isEmpty();
  }

  @Test
  void aServerThatCannotBeReachedIsAFailure() {
    assertThat(ConformanceMain.run("ws://127.0.0.1:1")).isEqualTo(1);
    assertThat(ConformanceMain.run("not an address")).isEqualTo(2);
    assertThat(ConformanceMain.run()).isEqualTo(2);
  }

  /// Between the suite and our server, somebody changes one code.
  @Test
  void aServerThatBreaksOnePromiseIsFoundOut() throws Exception {
    try (HearthServer server = HearthServer.start(config(new Encryption.None()));
        ServerSocket spoiler = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
      Thread.startVirtualThread(() -> spoil(spoiler, server.port()));
      StringWriter printed = new StringWriter();
      Address address = new Address("127.0.0.1", spoiler.getLocalPort(), true, null);
      assertThat(Suite.run(address, new PrintWriter(printed, true))).isEqualTo(1);
      assertThat(printed.toString()).containsOnlyOnce("FAIL  the same sendId again: ");
    }
  }

  private static void spoil(ServerSocket spoiler, int port) {
    try {
      while (true) {
        Socket client = spoiler.accept();
        Socket server = new Socket(InetAddress.getLoopbackAddress(), port);
        Thread.startVirtualThread(() -> carry(client, server));
        Thread.startVirtualThread(() -> carry(server, client));
      }
    } catch (IOException _) {
      // The test is over.
    }
  }

  private static void carry(Socket from, Socket to) {
    byte[] chunk = new byte[64 * 1024];
    try (from;
        to) {
      for (int n = from.getInputStream().read(chunk);
          n >= 0;
          n = from.getInputStream().read(chunk)) {
        String text = new String(chunk, 0, n, ISO_8859_1);
        to.getOutputStream()
            .write(text.replace("\"code\":1022", "\"code\":1023").getBytes(ISO_8859_1));
      }
    } catch (IOException _) {
      // One of the two has gone.
    }
  }

  private ServerConfig config(Encryption encryption) {
    return new ServerConfig(data, "Workshop")
        .withBind("127.0.0.1")
        .withPort(0)
        .with(encryption)
        .with(RateLimits.NONE);
  }

  private List<String> failures(Encryption encryption) throws Exception {
    StringWriter printed = new StringWriter();
    try (HearthServer server = HearthServer.start(config(encryption))) {
      boolean plain = encryption instanceof Encryption.None;
      Address address = new Address("127.0.0.1", server.port(), plain, null);
      int broken = Suite.run(address, new PrintWriter(printed, true));
      List<String> lines = printed.toString().lines().toList();
      assertThat(lines).hasSize(Suite.cases().size() + broken + 1);
      return lines.stream().filter(line -> !line.startsWith("pass  ")).limit(broken * 2L).toList();
    }
  }
}
