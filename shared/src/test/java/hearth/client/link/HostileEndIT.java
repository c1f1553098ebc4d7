package hearth.client.link;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import hearth.protocol.Limits;
import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// A link whose other end plays foul below the messages.
class HostileEndIT {
  private static final int PINGS = 300_000;
  private static final int PAYLOAD = 125;

  private final Heard heard = new Heard();
  private ServerSocket listening;
  private Socket end;

  @BeforeEach
  void connect() throws IOException {
    listening = new ServerSocket();
    listening.setReceiveBufferSize(8 * 1024);
    listening.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
    WebSocketLink.open(new Address("127.0.0.1", listening.getLocalPort(), true, null), null, heard);
    end = listening.accept();
  }

  @AfterEach
  void close() throws IOException {
    end.close();
    listening.close();
  }

  /// What the system holds on the way is a few megabytes; the answers to all would be 39.
  @Test
  void whoAsksWithoutEndAndDoesNotReadGetsNoMoreAnswers() throws Exception {
    InputStream in = new BufferedInputStream(end.getInputStream());
    shakeHands(in);
    byte[] pings = new byte[100 * (2 + PAYLOAD)];
    for (int i = 0; i < 100; i++) {
      pings[i * (2 + PAYLOAD)] = (byte) 0x89;
      pings[i * (2 + PAYLOAD) + 1] = PAYLOAD;
    }
    OutputStream out = end.getOutputStream();
    for (int i = 0; i < PINGS / 100; i++) {
      out.write(pings);
    }
    out.write(new byte[] {(byte) 0x81, 0, (byte) 0x88, 0}); // an empty message, and the end
    assertThat(heard.message.get(60, TimeUnit.SECONDS)).isEmpty();
    assertThat(pongs(in)).isLessThan(PINGS * 2 / 3);
  }

  /// How many come before the end.
  private static int pongs(InputStream in) throws IOException {
    DataInputStream frames = new DataInputStream(in);
    int pongs = 0;
    try {
      while (true) {
        int kind = frames.readUnsignedByte();
        int length = frames.readUnsignedByte() & 0x7F;
        frames.skipNBytes(4L + length);
        if (kind == 0x8A) {
          pongs++;
        } else {
          return pongs;
        }
      }
    } catch (EOFException over) {
      return pongs;
    }
  }

  @Test
  void aHandshakeWithoutEndIsGivenUp() throws Exception {
    byte[] header = "X-More: and more\r\n".repeat(100).getBytes(US_ASCII);
    OutputStream out = end.getOutputStream();
    out.write("HTTP/1.1 101 Switching Protocols\r\n".getBytes(US_ASCII));
    try {
      while (!heard.closed.isDone()) {
        out.write(header);
      }
    } catch (IOException gone) {
      // As it should be.
    }
    assertThat(heard.closed.get(20, TimeUnit.SECONDS)).isEqualTo(Link.Closing.NOT_HEARTH);
  }

  @Test
  void aHandshakeThatStopsIsGivenUp() throws Exception {
    end.getOutputStream().write("HTTP/1.1 101 Switching Protocols\r\nUp".getBytes(US_ASCII));
    assertThat(heard.closed.get(20, TimeUnit.SECONDS)).isEqualTo(Link.Closing.SILENT);
  }

  private void shakeHands(InputStream in) throws Exception {
    String key = "";
    for (String line = line(in); !line.isEmpty(); line = line(in)) {
      if (line.startsWith("Sec-WebSocket-Key: ")) {
        key = line.substring(line.indexOf(' ') + 1);
      }
    }
    byte[] hash =
        MessageDigest.getInstance("SHA-1")
            .digest((key + "258EAFA5-E914-47DA-95CA-C5AB0DC85B11").getBytes(US_ASCII));
    String answer =
        """
        HTTP/1.1 101 Switching Protocols
        Upgrade: websocket
        Connection: Upgrade
        Sec-WebSocket-Accept: %s
        Sec-WebSocket-Protocol: %s

        """
            .formatted(Base64.getEncoder().encodeToString(hash), Limits.SUBPROTOCOL)
            .replace("\n", "\r\n");
    end.getOutputStream().write(answer.getBytes(US_ASCII));
  }

  private static String line(InputStream in) throws IOException {
    StringBuilder line = new StringBuilder();
    for (int c = in.read(); c >= 0 && c != '\n'; c = in.read()) {
      if (c != '\r') {
        line.append((char) c);
      }
    }
    return line.toString();
  }

  private static final class Heard implements Link.Listener {
    private final CompletableFuture<String> message = new CompletableFuture<>();
    private final CompletableFuture<Link.Closing> closed = new CompletableFuture<>();

    @Override
    public void opened(Link link) {}

    @Override
    public void received(Link link, String text) {
      message.complete(text);
    }

    @Override
    public void closed(Link link, Link.Closing why) {
      closed.complete(why);
    }
  }
}
