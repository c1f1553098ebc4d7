package hearth.bench;

import hearth.client.link.PinnedKey;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.util.Arrays;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLException;

/// TLS handshakes that stop after the server's answer. They need next to no processor: the same
/// bytes are sent each time, and the server has to sign.
final class HandshakeFlood implements Abuse {
  private static final int PER_SECOND = Integer.getInteger("hearth.flood.rate", 284);

  private final byte[] hello;

  HandshakeFlood() throws SSLException {
    SSLEngine engine = new PinnedKey(null).context().createSSLEngine();
    engine.setUseClientMode(true);
    ByteBuffer bytes = ByteBuffer.allocate(engine.getSession().getPacketBufferSize());
    engine.wrap(ByteBuffer.allocate(0), bytes);
    hello = Arrays.copyOf(bytes.array(), bytes.position());
  }

  @Override
  public void begin(HostileMachine machine) {
    machine.repeat(PER_SECOND, () -> machine.start(() -> one(machine)));
  }

  private void one(HostileMachine machine) throws IOException {
    try (Socket socket = new Socket()) {
      socket.bind(new InetSocketAddress(HostileMachine.address(), 0));
      socket.connect(machine.server());
      socket.getOutputStream().write(hello);
      if (socket.getInputStream().read() >= 0) {
        machine.count("answered", 1);
      }
    }
  }
}
