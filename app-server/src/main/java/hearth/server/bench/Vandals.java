package hearth.server.bench;

import hearth.client.link.PinnedKey;
import hearth.protocol.Codec;
import hearth.protocol.Frame;
import hearth.protocol.Request;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.OptionalLong;
import java.util.SplittableRandom;
import javax.net.SocketFactory;
import org.jspecify.annotations.Nullable;

/// Two who behave badly while the others are measured: one joins and never reads, one connects over
/// and over to send garbage, some hundred times a second. What happens to them is not measured.
///
/// [#begin] and [#close] are confined to one thread; each vandal has a thread of its own.
final class Vandals implements AutoCloseable {
  private static final Duration BREATH = Duration.ofMillis(10);
  private static final int GARBAGE_BYTES = 2_000;

  private final InetSocketAddress server;
  private final SocketFactory sockets;
  private final SplittableRandom random = new SplittableRandom();
  private volatile boolean ended;
  private @Nullable Socket deaf;

  Vandals(InetSocketAddress server, CrowdPlan plan) {
    this.server = server;
    sockets =
        plan.tls() ? new PinnedKey(null).context().getSocketFactory() : SocketFactory.getDefault();
  }

  void begin() {
    try {
      Socket socket = connect();
      var join = new Request.Join("Deaf " + Integer.toHexString(random.nextInt()));
      String text = Codec.encode(new Frame.Call(OptionalLong.of(1), join));
      byte[] payload = text.getBytes(StandardCharsets.UTF_8);
      socket.getOutputStream().write(Connection.frame(FrameParser.TEXT, payload).array());
      deaf = socket;
    } catch (IOException failed) {
      throw new BenchException("The deaf one could not join: " + failed.getMessage() + ".", failed);
    }
    Thread.ofPlatform().name("vandal").daemon().start(this::throwGarbage);
  }

  private void throwGarbage() {
    byte[] garbage = new byte[GARBAGE_BYTES];
    while (!ended) {
      random.nextBytes(garbage);
      try (Socket socket = connect()) {
        socket.getOutputStream().write(garbage);
        InputStream in = socket.getInputStream();
        while (in.read(garbage) >= 0) {
          // The server says why it closes; it is not listened to.
        }
        Thread.sleep(BREATH);
      } catch (IOException thrownOut) {
        // As it should be.
      } catch (InterruptedException interrupted) {
        return; // nobody does this; the thread just ends
      }
    }
  }

  /// A connection that has shaken hands as it should.
  private Socket connect() throws IOException {
    Socket socket = sockets.createSocket(server.getAddress(), server.getPort());
    socket.setTcpNoDelay(true);
    socket.getOutputStream().write(Connection.upgrade(server).getBytes(StandardCharsets.US_ASCII));
    InputStream in = socket.getInputStream();
    int ends = 0;
    while (ends < 2) {
      int next = in.read();
      if (next < 0) {
        throw new IOException("the server did not answer");
      }
      ends = next == '\n' ? ends + 1 : next == '\r' ? ends : 0;
    }
    return socket;
  }

  @Override
  public void close() {
    ended = true;
    Socket last = deaf;
    if (last != null) {
      try {
        last.close();
      } catch (IOException gone) {
        // It was going to be closed anyway.
      }
    }
  }
}
