package hearth.bench;

import hearth.client.link.PinnedKey;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.SplittableRandom;
import javax.net.SocketFactory;
import org.jspecify.annotations.Nullable;

/// Two clients that misbehave while the others are measured: one joins and never reads, one
/// connects over and over to send garbage, about a hundred times per second. What happens to them
/// is not measured.
///
/// [#start] and [#close] are confined to one thread; the client that sends garbage has a thread of
/// its own.
final class AbusiveClients implements AutoCloseable {
  private static final Duration PAUSE = Duration.ofMillis(10);
  private static final int GARBAGE_BYTES = 2_000;

  private final InetSocketAddress server;
  private final SocketFactory sockets;
  private final SplittableRandom random = new SplittableRandom();
  private volatile boolean closed;
  private @Nullable Socket nonReader;

  AbusiveClients(InetSocketAddress server, CrowdPlan plan) {
    this.server = server;
    sockets =
        plan.tls() ? new PinnedKey(null).context().getSocketFactory() : SocketFactory.getDefault();
  }

  void start() {
    try {
      Socket socket = connect();
      String name = "Non-reader " + Integer.toHexString(random.nextInt());
      byte[] join = BenchCodec.join(BenchCodec.SETUP, name).getBytes(StandardCharsets.UTF_8);
      socket.getOutputStream().write(BenchConnection.frame(FrameParser.TEXT, join).array());
      nonReader = socket;
    } catch (IOException failed) {
      throw new BenchException(
          "The client that never reads could not join: " + failed.getMessage() + ".", failed);
    }
    Thread.ofPlatform().name("garbage").daemon().start(this::sendGarbage);
  }

  private void sendGarbage() {
    byte[] garbage = new byte[GARBAGE_BYTES];
    while (!closed) {
      random.nextBytes(garbage);
      try (Socket socket = connect()) {
        socket.getOutputStream().write(garbage);
        InputStream in = socket.getInputStream();
        while (in.read(garbage) >= 0) {
          // The server says why it closes the connection, which is of no interest here.
        }
        Thread.sleep(PAUSE);
      } catch (IOException rejected) {
        // Expected.
      } catch (InterruptedException interrupted) {
        return; // nobody interrupts it; the thread just ends
      }
    }
  }

  /// A connection with a proper handshake.
  private Socket connect() throws IOException {
    Socket socket = sockets.createSocket(server.getAddress(), server.getPort());
    socket.setTcpNoDelay(true);
    socket
        .getOutputStream()
        .write(BenchConnection.upgrade(server).getBytes(StandardCharsets.US_ASCII));
    InputStream in = socket.getInputStream();
    int lineEnds = 0;
    while (lineEnds < 2) {
      int next = in.read();
      if (next < 0) {
        throw new IOException("the server did not answer");
      }
      lineEnds = next == '\n' ? lineEnds + 1 : next == '\r' ? lineEnds : 0;
    }
    return socket;
  }

  @Override
  public void close() {
    closed = true;
    Socket last = nonReader;
    if (last != null) {
      try {
        last.close();
      } catch (IOException gone) {
        // Nothing more is expected of it.
      }
    }
  }
}
