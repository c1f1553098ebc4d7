package hearth.server.net;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.OptionalInt;
import javax.net.ssl.SSLException;

/// A client that sends whatever bytes a test wants, frames or not. Confined to the test's thread.
public final class RawPeer implements AutoCloseable {
  private static final int PATIENCE_MILLIS = 15_000;
  private static final byte[] MASK = {11, 22, 33, 44};

  private final Socket socket;
  private final DataInputStream in;
  private final OutputStream out;

  private RawPeer(Socket socket) throws IOException {
    this.socket = socket;
    socket.setSoTimeout(PATIENCE_MILLIS);
    socket.setTcpNoDelay(true);
    in = new DataInputStream(new BufferedInputStream(socket.getInputStream()));
    out = socket.getOutputStream();
  }

  /// Over a socket that is connected already.
  public static RawPeer over(Socket socket) throws IOException {
    return new RawPeer(socket);
  }

  /// Connects and says nothing.
  public static RawPeer connect(int port) throws IOException {
    return connectFrom("127.0.0.1", port);
  }

  /// Connects from one of the machine's loopback addresses.
  public static RawPeer connectFrom(String source, int port) throws IOException {
    Socket socket = new Socket();
    socket.bind(new InetSocketAddress(InetAddress.ofLiteral(source), 0));
    socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
    return new RawPeer(socket);
  }

  /// Connects and shakes hands.
  public static RawPeer open(int port) throws IOException {
    RawPeer peer = connect(port);
    String status = peer.handshake("");
    if (!status.contains("101")) {
      throw new IOException(status);
    }
    return peer;
  }

  /// Asks for a WebSocket and reads the answer.
  ///
  /// @param more further header lines, each with its line end
  /// @return the status line; empty where the server closes without an answer
  public String handshake(String more) throws IOException {
    ask(more);
    return answer();
  }

  /// Asks for a WebSocket.
  void ask(String more) throws IOException {
    send(request(more).getBytes(UTF_8));
  }

  /// What asks for a WebSocket.
  static String request(String more) {
    return "GET / HTTP/1.1\r\nHost: 127.0.0.1:7420\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
        + "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nSec-WebSocket-Version: 13\r\n"
        + "Sec-WebSocket-Protocol: hearth.v1\r\n"
        + more
        + "\r\n";
  }

  /// Reads what comes before the frames, and says its first line.
  String answer() throws IOException {
    return head().lines().findFirst().orElse("");
  }

  /// Reads what comes before the frames.
  String head() throws IOException {
    StringBuilder head = new StringBuilder();
    for (String line = line(); !line.isEmpty(); line = line()) {
      head.append(line).append('\n');
    }
    return head.toString();
  }

  private String line() throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    try {
      for (int next = in.read(); next >= 0 && next != '\n'; next = in.read()) {
        if (next != '\r') {
          line.write(next);
        }
      }
    } catch (SocketException reset) {
      return "";
    }
    return line.toString(UTF_8);
  }

  public void send(byte[] bytes) throws IOException {
    out.write(bytes);
    out.flush();
  }

  /// Sends a whole masked text.
  public void text(String text) throws IOException {
    send(frame(0x81, text.getBytes(UTF_8)));
  }

  /// A masked frame.
  ///
  /// @param first the first byte: the bit that says it is the last, reserved bits, opcode
  public static byte[] frame(int first, byte... payload) {
    byte[] header = header(first, payload.length);
    byte[] frame = Arrays.copyOf(header, header.length + payload.length);
    for (int i = 0; i < payload.length; i++) {
      frame[header.length + i] = (byte) (payload[i] ^ MASK[i % MASK.length]);
    }
    return frame;
  }

  /// A masked frame's header, for a payload of that length.
  public static byte[] header(int first, long length) {
    byte[] bytes = new byte[14];
    ByteBuffer header = ByteBuffer.wrap(bytes).put((byte) first);
    if (length >= 0 && length < 126) {
      header.put((byte) (0x80 | length));
    } else if (length >= 0 && length < 0x1_0000) {
      header.put((byte) (0x80 | 126)).putShort((short) length);
    } else {
      header.put((byte) (0x80 | 127)).putLong(length);
    }
    return Arrays.copyOf(bytes, header.put(MASK).position());
  }

  /// The next frame from the server.
  ///
  /// @throws EOFException where there is none any more
  public Received read() throws IOException {
    try {
      int first = in.readUnsignedByte();
      int length = in.readUnsignedByte();
      if (length == 126) {
        length = in.readUnsignedShort();
      } else if (length == 127) {
        length = Math.toIntExact(in.readLong());
      }
      byte[] payload = new byte[length];
      in.readFully(payload);
      return new Received(first & 0xF, ByteBuffer.wrap(payload));
    } catch (SocketException reset) {
      throw (EOFException) new EOFException().initCause(reset);
    }
  }

  /// The next text from the server.
  public String readText() throws IOException {
    Received frame = read();
    while (frame.opcode() != 1) {
      frame = read();
    }
    return UTF_8.decode(frame.payload()).toString();
  }

  /// Reads until the server has closed.
  ///
  /// @return the code it said, if it said one
  public OptionalInt awaitClosed() throws IOException {
    OptionalInt code = OptionalInt.empty();
    try {
      while (true) {
        Received frame = read();
        if (frame.opcode() == 8) {
          code = OptionalInt.of(Short.toUnsignedInt(frame.payload().getShort(0)));
        }
      }
    } catch (EOFException end) {
      return code;
    }
  }

  /// Reads until the server has closed, whatever comes.
  public void awaitEnd() throws IOException {
    try {
      while (in.read() >= 0) {
        // Not of interest.
      }
    } catch (SocketException | SSLException cutOff) {
      // An end, too.
    }
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }

  /// A frame from the server.
  public record Received(int opcode, ByteBuffer payload) {}
}
