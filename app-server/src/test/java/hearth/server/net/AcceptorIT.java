package hearth.server.net;

import static org.assertj.core.api.Assertions.assertThat;

import hearth.protocol.Fault;
import hearth.protocol.FaultException;
import hearth.protocol.Frame;
import hearth.server.metrics.Supervision;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/// What nothing should bring about, and other parts of a process may: no file can be opened any
/// more, not even for a connection.
class AcceptorIT {
  private static final int FILES = 200;

  @TempDir Path folder;

  @Test
  @DisabledOnOs(value = OS.WINDOWS, disabledReason = "needs a shell that bounds open files")
  void acceptingGoesOnAfterThereWasNoFileLeftForAConnection() throws Exception {
    Path errors = folder.resolve("errors");
    Process process = start(errors);
    List<RawPeer> crowd = new ArrayList<>();
    try {
      int port = Integer.parseInt(process.inputReader().readLine());
      RawPeer inside = RawPeer.open(port);
      crowd.add(inside);
      assertServed(inside); // and has every class loaded
      for (int i = 0; i < FILES + 50; i++) {
        crowd.add(RawPeer.connect(port)); // the last ones wait at the door
      }
      RawPeer last = crowd.getLast();
      last.ask("");
      assertServed(inside);
      while (!Files.readString(errors).contains("could not be accepted")) {
        assertServed(inside);
      }
      for (RawPeer one : crowd.subList(1, crowd.size() - 1)) {
        one.close();
      }
      assertThat(last.answer()).contains("101");
      assertServed(last);
      assertServed(inside);
    } finally {
      for (RawPeer one : crowd) {
        one.close();
      }
      process.destroyForcibly().waitFor();
    }
  }

  private static void assertServed(RawPeer peer) throws IOException {
    peer.text("hello");
    assertThat(peer.readText()).contains("hello");
  }

  private static Process start(Path errors) throws IOException {
    return new ProcessBuilder(
            "/bin/sh",
            "-c",
            "ulimit -n " + FILES + " && exec \"$@\"",
            "sh",
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:TieredStopAtLevel=1",
            "-XX:+UseSerialGC",
            "-cp",
            System.getProperty("java.class.path"),
            Cramped.class.getName())
        .redirectError(errors.toFile())
        .start();
  }

  /// A server that believes it may have as many connections as it likes.
  static final class Cramped {
    private Cramped() {}

    public static void main(String[] arguments) throws Exception {
      Duration hour = Duration.ofHours(1);
      int any = Integer.MAX_VALUE;
      Endpoint endpoint =
          Endpoint.listen(
              new InetSocketAddress(InetAddress.getLoopbackAddress(), 0),
              null,
              new ConnectionLimits(
                  1 << 20, 1 << 30, any, any, new ConnectionLimits.Times(hour, hour, hour, hour)),
              new HostNames(List.of()),
              Echo::new,
              Supervision.uncounted((_, failed) -> failed.printStackTrace()));
      System.out.println(endpoint.address().getPort());
      Thread.currentThread().join();
    }
  }

  private record Echo(ClientConnection connection) implements Receiver {
    @Override
    public void received(String text) {
      connection.send(
          Packet.of(
              new Frame.ErrorFrame(
                  OptionalLong.empty(), new FaultException(Fault.INTERNAL, text))));
    }

    @Override
    public void closed() {}
  }
}
