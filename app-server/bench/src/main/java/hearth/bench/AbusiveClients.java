package hearth.bench;

import hearth.client.link.PinnedKey;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.SplittableRandom;
import java.util.UUID;
import javax.net.ssl.SSLContext;
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
  private final @Nullable SSLContext tls;
  private final SplittableRandom random = new SplittableRandom();
  private volatile boolean closed;
  private @Nullable RawSocket nonReader;

  AbusiveClients(InetSocketAddress server, CrowdPlan plan) {
    this.server = server;
    tls = plan.tls() ? new PinnedKey(null).context() : null;
  }

  void start() {
    try {
      RawSocket socket = connect();
      String name = "Non-reader " + Integer.toHexString(random.nextInt());
      socket.send(
          RawSocket.message(BenchCodec.join(BenchCodec.SETUP, name, UUID.randomUUID().toString())));
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
      try (RawSocket socket = connect()) {
        socket.send(garbage);
        while (true) {
          socket.read(); // why the server closes the connection is of no interest here
        }
      } catch (IOException closedByServer) {
        // Expected.
      }
      try {
        Thread.sleep(PAUSE);
      } catch (InterruptedException interrupted) {
        return; // nobody interrupts it; the thread just ends
      }
    }
  }

  private RawSocket connect() throws IOException {
    return RawSocket.open(null, server, tls, RawSocket.USUAL_BUFFER);
  }

  @Override
  public void close() {
    closed = true;
    RawSocket last = nonReader;
    if (last != null) {
      try {
        last.close();
      } catch (IOException gone) {
        // Nothing more is expected of it.
      }
    }
  }
}
