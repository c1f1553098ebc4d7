package hearth.bench;

import hearth.protocol.Limits;
import hearth.server.net.PlainTransport;
import hearth.server.net.TlsTransport;
import hearth.server.net.Transport;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Queue;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;

/// A WebSocket client's connection that costs as little as possible: no thread, no object per
/// frame, and memory only for the part of an incomplete frame.
///
/// Confined to the thread of the [SelectorLoop].
final class BenchConnection implements FrameParser.Sink {
  /// Receives messages. The bytes are valid only during the call.
  interface Listener {
    void opened();

    /// A message has arrived.
    ///
    /// @param now when it was read, as `System.nanoTime` gives it
    void text(byte[] bytes, int from, int to, long now);
  }

  private static final int CHUNK = 128 * 1024;
  private static final byte[] NOTHING = {};
  private static final ByteBuffer[] NO_BYTES = {ByteBuffer.wrap(NOTHING)};
  private static final byte[] HEADERS_END = ascii("\r\n\r\n");
  private static final byte[] ACCEPTED = ascii("HTTP/1.1 101");

  private final Transport transport;
  private final SelectionKey key;
  private final Listener listener;
  private final Queue<ByteBuffer> unwritten = new ArrayDeque<>(0);
  private byte[] kept = NOTHING;
  private boolean open;
  private long now;

  private BenchConnection(
      SocketChannel socket, Transport transport, Selector selector, Listener listener)
      throws IOException {
    this.transport = transport;
    this.listener = listener;
    key = socket.register(selector, SelectionKey.OP_READ, this);
  }

  /// A buffer that all connections of one thread may share: the longest frame fits, and what is
  /// read after it.
  static byte[] newBuffer() {
    return new byte[Limits.FRAME_TO_CLIENT + 2 * CHUNK];
  }

  /// Connects and starts the handshake.
  ///
  /// @param tls null for a connection without TLS
  static BenchConnection open(
      Selector selector,
      InetAddress from,
      InetSocketAddress server,
      @Nullable SSLContext tls,
      Listener listener)
      throws IOException {
    SocketChannel socket = SocketChannel.open();
    try {
      socket.setOption(StandardSocketOptions.TCP_NODELAY, true);
      socket.bind(new InetSocketAddress(from, 0));
      socket.connect(server);
      socket.configureBlocking(false);
      Transport transport =
          tls == null ? new PlainTransport(socket) : TlsTransport.client(socket, tls);
      BenchConnection connection = new BenchConnection(socket, transport, selector, listener);
      connection.write(ByteBuffer.wrap(ascii(upgrade(server))));
      return connection;
    } catch (IOException failed) {
      socket.close();
      throw failed;
    }
  }

  static String upgrade(InetSocketAddress server) {
    return """
    GET / HTTP/1.1\r
    Host: %s:%d\r
    Upgrade: websocket\r
    Connection: Upgrade\r
    Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r
    Sec-WebSocket-Version: 13\r
    Sec-WebSocket-Protocol: %s\r
    \r
    """
        .formatted(server.getHostString(), server.getPort(), Limits.SUBPROTOCOL);
  }

  void send(String text) {
    sendFrame(FrameParser.TEXT, text.getBytes(StandardCharsets.UTF_8));
  }

  /// Reads and writes what the socket is ready for.
  void ready(byte[] buffer) {
    try {
      if (key.isReadable()) {
        read(buffer);
      }
      if (key.isValid() && key.isWritable()) {
        writeOn();
      }
    } catch (IOException failed) {
      throw new BenchException("A connection broke: " + failed.getMessage() + ".", failed);
    }
  }

  private void read(byte[] buffer) throws IOException {
    do {
      readOnce(buffer);
      if (transport.hasToWrite() || !unwritten.isEmpty()) {
        writeOn();
      }
    } while (transport.hasMore());
  }

  private void readOnce(byte[] buffer) throws IOException {
    System.arraycopy(kept, 0, buffer, 0, kept.length);
    int read = transport.read(ByteBuffer.wrap(buffer, kept.length, CHUNK));
    if (read < 0) {
      throw new BenchException("The server closed a connection.");
    }
    now = System.nanoTime();
    int end = kept.length + read;
    int at = open ? 0 : handshake(buffer, end);
    if (open) {
      at = FrameParser.parse(buffer, at, end, this);
    }
    kept = at == end ? NOTHING : Arrays.copyOfRange(buffer, at, end);
  }

  /// Where the frames begin; 0 while the answer is incomplete.
  private int handshake(byte[] bytes, int end) {
    for (int at = HEADERS_END.length; at <= end; at++) {
      if (endsWith(bytes, at, HEADERS_END)) {
        if (!endsWith(bytes, ACCEPTED.length, ACCEPTED)) {
          throw new BenchException("The server did not accept a WebSocket connection.");
        }
        open = true;
        listener.opened();
        return at;
      }
    }
    return 0;
  }

  private static boolean endsWith(byte[] bytes, int end, byte[] expected) {
    return Arrays.equals(bytes, end - expected.length, end, expected, 0, expected.length);
  }

  @Override
  public void frame(int opcode, byte[] bytes, int from, int to) {
    switch (opcode) {
      case FrameParser.TEXT -> listener.text(bytes, from, to, now);
      case FrameParser.PING -> sendFrame(FrameParser.PONG, Arrays.copyOfRange(bytes, from, to));
      case FrameParser.CLOSE -> throw closed(bytes, from, to);
      default ->
          throw new BenchException("The server sent a frame with the opcode " + opcode + ".");
    }
  }

  private static BenchException closed(byte[] bytes, int from, int to) {
    String why =
        to - from < Short.BYTES
            ? "without a reason"
            : ByteBuffer.wrap(bytes).getShort(from)
                + ", "
                + new String(bytes, from + 2, to - from - 2, StandardCharsets.UTF_8);
    return new BenchException("The server closed a connection: " + why + ".");
  }

  /// A client's frame must be masked; a mask of zeros leaves the bytes unchanged.
  static ByteBuffer frame(int opcode, byte[] payload) {
    boolean small = payload.length <= 125;
    ByteBuffer frame = ByteBuffer.allocate(payload.length + (small ? 6 : 8));
    frame.put((byte) (0x80 | opcode));
    if (small) {
      frame.put((byte) (0x80 | payload.length));
    } else {
      frame.put((byte) (0x80 | 126)).putShort((short) payload.length);
    }
    return frame.putInt(0).put(payload).flip();
  }

  private void sendFrame(int opcode, byte[] payload) {
    try {
      write(frame(opcode, payload));
    } catch (IOException failed) {
      throw new BenchException("A connection broke: " + failed.getMessage() + ".", failed);
    }
  }

  private void write(ByteBuffer bytes) throws IOException {
    unwritten.add(bytes);
    if (unwritten.size() == 1) {
      writeOn();
    }
  }

  private void writeOn() throws IOException {
    boolean full = false;
    while (!full && (transport.hasToWrite() || !unwritten.isEmpty())) {
      ByteBuffer next = unwritten.peek();
      transport.write(next == null ? NO_BYTES : new ByteBuffer[] {next});
      full = transport.hasToWrite() || (next != null && next.hasRemaining());
      if (next != null && !next.hasRemaining()) {
        unwritten.remove();
      }
    }
    boolean waits = transport.hasToWrite() || (transport.isReady() && !unwritten.isEmpty());
    key.interestOps(waits ? SelectionKey.OP_READ | SelectionKey.OP_WRITE : SelectionKey.OP_READ);
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }
}
