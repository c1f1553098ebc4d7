package hearth.bench.conformance;

import hearth.bench.conformance.Case.Broken;
import hearth.client.link.Address;
import hearth.client.link.PinnedKey;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLSocket;

/// A WebSocket connection that sends what it is told to, right or wrong. A thread of its own reads;
/// the rest is confined to the suite's thread.
final class Wire implements AutoCloseable {
  static final int TEXT = 0x81;

  private static final int TIMEOUT_SECONDS = 10;
  private static final int PING = 0x89;
  private static final int PONG = 0x8A;
  private static final int CLOSE = 0x88;
  private static final int LOST = 1006;

  private final Socket socket;
  private final OutputStream out;
  private final DataInputStream in;
  private final BlockingQueue<String> messages = new LinkedBlockingQueue<>();
  private final CompletableFuture<Integer> closed = new CompletableFuture<>();
  private String head = "";

  private Wire(Socket socket) throws IOException {
    this.socket = socket;
    out = socket.getOutputStream();
    in = new DataInputStream(socket.getInputStream());
  }

  /// Connects and shakes hands.
  static Wire open(Address server) throws IOException {
    Wire wire = shakeHands(server, "Sec-WebSocket-Protocol: hearth.v1\r\n");
    Case.need(wire.status() == 101, "the handshake was answered with " + wire.status());
    Thread.ofVirtual().start(wire::read);
    return wire;
  }

  /// Connects and asks for a WebSocket.
  ///
  /// @param headers further ones, each with its line end
  static Wire shakeHands(Address server, String headers) throws IOException {
    Socket plain = new Socket();
    plain.connect(new InetSocketAddress(server.host(), server.port()), TIMEOUT_SECONDS * 1_000);
    plain.setTcpNoDelay(true);
    plain.setSoTimeout(TIMEOUT_SECONDS * 1_000);
    Wire wire = new Wire(server.plain() ? plain : encrypted(plain, server));
    wire.head = wire.ask(server, headers);
    plain.setSoTimeout(0);
    return wire;
  }

  private static Socket encrypted(Socket plain, Address server) throws IOException {
    SSLSocket socket =
        (SSLSocket)
            new PinnedKey(server.key())
                .context()
                .getSocketFactory()
                .createSocket(plain, server.host(), server.port(), true);
    socket.startHandshake();
    return socket;
  }

  private String ask(Address server, String headers) throws IOException {
    String request =
        "GET / HTTP/1.1\r\nHost: %s:%d\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
                .formatted(server.host(), server.port())
            + "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nSec-WebSocket-Version: 13\r\n"
            + headers
            + "\r\n";
    out.write(request.getBytes(StandardCharsets.US_ASCII));
    ByteArrayOutputStream answer = new ByteArrayOutputStream();
    for (int next = in.read(); next >= 0; next = in.read()) {
      answer.write(next);
      if (answer.toString(StandardCharsets.US_ASCII).endsWith("\r\n\r\n")) {
        break;
      }
    }
    return answer.toString(StandardCharsets.US_ASCII);
  }

  /// The HTTP status of the handshake; 0 if there was none.
  int status() {
    String[] words = head.split(" ", 3);
    return words.length < 2 ? 0 : Integer.parseInt(words[1]);
  }

  /// The head of the answer to the handshake, in lower case.
  String head() {
    return head.toLowerCase(Locale.ROOT);
  }

  /// The fingerprint of the key that the server showed; empty without TLS.
  Optional<String> serverKey() throws IOException {
    if (!(socket instanceof SSLSocket encrypted)) {
      return Optional.empty();
    }
    try {
      byte[] key = encrypted.getSession().getPeerCertificates()[0].getPublicKey().getEncoded();
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(key);
      return Optional.of(HexFormat.of().formatHex(digest));
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException("every Java has SHA-256", impossible);
    }
  }

  void text(String text) throws IOException {
    frame(TEXT, text.getBytes(StandardCharsets.UTF_8), true);
  }

  /// Sends one frame.
  ///
  /// @param first its first byte: FIN, the reserved bits and the opcode
  void frame(int first, byte[] payload, boolean masked) throws IOException {
    ByteBuffer frame = ByteBuffer.allocate(payload.length + 14);
    int mask = masked ? 0x80 : 0;
    frame.put((byte) first);
    if (payload.length <= 125) {
      frame.put((byte) (mask | payload.length));
    } else if (payload.length <= 0xFFFF) {
      frame.put((byte) (mask | 126)).putShort((short) payload.length);
    } else {
      frame.put((byte) (mask | 127)).putLong(payload.length);
    }
    if (masked) {
      frame.putInt(0); // a mask of zeros leaves the bytes unchanged
    }
    frame.put(payload);
    try {
      out.write(frame.array(), 0, frame.position());
    } catch (IOException _) {
      closed.complete(LOST); // whoever waits for an answer hears of it
    }
  }

  /// The next message.
  ///
  /// @throws Broken if none comes
  String next() {
    try {
      String message = messages.poll(TIMEOUT_SECONDS, TimeUnit.SECONDS);
      if (message == null) {
        throw new Broken(closed.isDone() ? "the connection was closed" : "nothing came");
      }
      return message;
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new Broken("interrupted");
    }
  }

  /// The code by which the server closed the connection; 1006 if it did so without one.
  ///
  /// @throws Broken if it is not closed
  int closeCode() {
    try {
      return closed.get(TIMEOUT_SECONDS, TimeUnit.SECONDS);
    } catch (TimeoutException _) {
      throw new Broken("the connection stayed open");
    } catch (InterruptedException | ExecutionException _) {
      throw new Broken("interrupted");
    }
  }

  boolean isOpen() {
    return !closed.isDone();
  }

  private void read() {
    ByteArrayOutputStream message = new ByteArrayOutputStream();
    try {
      while (true) {
        int first = in.readUnsignedByte();
        byte[] payload = new byte[length(in.readUnsignedByte())];
        in.readFully(payload);
        switch (first) {
          case PING -> frame(PONG, payload, true);
          case PONG -> {}
          case CLOSE ->
              closed.complete(
                  payload.length < 2 ? 1005 : ByteBuffer.wrap(payload).getShort() & 0xFFFF);
          default -> {
            message.write(payload);
            if ((first & 0x80) != 0) {
              messages.add(message.toString(StandardCharsets.UTF_8));
              message.reset();
            }
          }
        }
      }
    } catch (IOException _) {
      closed.complete(LOST);
    }
  }

  private int length(int second) throws IOException {
    return switch (second & 0x7F) {
      case 126 -> in.readUnsignedShort();
      case 127 -> Math.toIntExact(in.readLong());
      default -> second & 0x7F;
    };
  }

  @Override
  public void close() {
    try {
      socket.close();
    } catch (IOException _) {
      // It is of no use any more.
    }
  }
}
