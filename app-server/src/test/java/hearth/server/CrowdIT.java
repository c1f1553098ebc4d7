package hearth.server;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.sun.management.UnixOperatingSystemMXBean;
import hearth.server.net.RawPeer;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/// Many who want nothing: a server process lets in as many as it has room for, and serves those who
/// talk.
@EnabledOnOs(value = OS.LINUX, disabledReason = "needs 127.0.0.2 and its neighbours")
class CrowdIT {
  private static final int SILENT = 10_000;
  private static final int SILENT_OF_ADDRESS = 4_000;

  @TempDir Path data;

  @Test
  void tenThousandWhoNeverShakeHandsKeepNobodyFromTalking() throws Exception {
    long files =
        ((UnixOperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
            .getMaxFileDescriptorCount();
    assumeTrue(
        files > SILENT * 1.3, () -> "a process may open only " + files + " files here, too few");
    try (ServerProcess server = ServerProcess.start(data);
        Selector ends = Selector.open()) {
      Peer ann = Peer.join(server.port(), "Ann");
      List<SocketChannel> silent = new ArrayList<>();
      try {
        for (int i = 0; i < SILENT; i++) {
          silent.add(connect(2 + i / SILENT_OF_ADDRESS, server.port()));
          if (i % 2 == 0) {
            silent.getLast().write(ByteBuffer.wrap("GET / HTTP/1.1\r\nHo".getBytes(US_ASCII)));
          }
          if (i % 1_000 == 0) {
            ann.post("with " + i);
          }
        }
        ann.post("with all");
        assertThat(Peer.join(server.port(), "Ben").post("I came later").seq()).isPositive();
        for (SocketChannel one : silent) {
          one.configureBlocking(false).register(ends, SelectionKey.OP_READ);
        }
        awaitAllEnded(ends);
        ann.post("and without them");
      } finally {
        for (SocketChannel one : silent) {
          one.close();
        }
      }
    }
  }

  private static void awaitAllEnded(Selector ends) throws IOException {
    ByteBuffer nothing = ByteBuffer.allocate(1);
    long deadline = System.nanoTime() + 30_000_000_000L;
    while (!ends.keys().isEmpty()) {
      assertThat(System.nanoTime()).as("all cut off in time").isLessThan(deadline);
      ends.select(
          key -> {
            assertThat(read((SocketChannel) key.channel(), nothing)).isEqualTo(-1);
            key.cancel();
          },
          1_000);
    }
  }

  private static int read(SocketChannel socket, ByteBuffer target) {
    try {
      return socket.read(target);
    } catch (IOException reset) {
      return -1;
    }
  }

  private static SocketChannel connect(int source, int port) throws IOException {
    SocketChannel socket = SocketChannel.open();
    socket.bind(new InetSocketAddress(InetAddress.ofLiteral("127.0.0." + source), 0));
    socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
    return socket;
  }

  @Test
  void aProcessThatMayOpenFewFilesLetsInFewAndServesThem() throws Exception {
    List<String> cramped = List.of("/bin/sh", "-c", "ulimit -n 256 && exec \"$@\"", "sh");
    List<RawPeer> crowd = new ArrayList<>();
    try (ServerProcess server = ServerProcess.start(data, cramped)) {
      Peer ann = Peer.join(server.port(), "Ann");
      for (int i = 0; i < 400; i++) {
        crowd.add(RawPeer.connect(server.port()));
        if (i % 50 == 0) {
          ann.post("with " + i);
        }
      }
      crowd.getLast().awaitEnd(); // there was no room
      ann.post("still here");
      for (RawPeer one : crowd) {
        one.close();
      }
      crowd.clear();
      for (int i = 0; i < 3; i++) {
        ann.post("and with room again");
      }
      assertThat(joinsWhenThereIsRoom(server.port())).isTrue();
    } finally {
      for (RawPeer one : crowd) {
        one.close();
      }
    }
  }

  /// A place is free a moment after whoever had it has gone.
  private static boolean joinsWhenThereIsRoom(int port) throws IOException {
    long deadline = System.nanoTime() + 15_000_000_000L;
    boolean open = false;
    while (!open && System.nanoTime() < deadline) {
      try (RawPeer peer = RawPeer.connect(port)) {
        open = peer.handshake("").contains("101");
      }
    }
    return open;
  }
}
