package hearth.bench;

import java.io.EOFException;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;

/// Connections to one server, whatever its protocol: a message is recognised by a byte that occurs
/// in each exactly once, so that every server's messages are counted by the same few instructions.
/// Confined to one thread.
final class Receivers implements AutoCloseable {
  /// Occurs once in each message and nowhere else.
  static final char MARK = '^';

  private static final long QUIET_MILLIS = 500;

  private final InetSocketAddress server;
  private final Selector selector = Selector.open();
  private final List<SocketChannel> sockets = new ArrayList<>();
  private final byte[] bytes = new byte[256 * 1024];
  private final ByteBuffer buffer = ByteBuffer.wrap(bytes);
  private int marks;

  Receivers(InetSocketAddress server) throws IOException {
    this.server = server;
  }

  InetSocketAddress server() {
    return server;
  }

  /// Opens one more connection, which is used by [#ask] until [#begin].
  SocketChannel connect() throws IOException {
    SocketChannel socket = SocketChannel.open(server);
    socket.setOption(StandardSocketOptions.TCP_NODELAY, true);
    sockets.add(socket);
    return socket;
  }

  /// Sends something and waits until the answer contains this.
  void ask(SocketChannel socket, String request, String answer) throws IOException {
    socket.write(ByteBuffer.wrap(ascii(request)));
    String received = "";
    while (!received.contains(answer)) {
      received += read(socket);
    }
  }

  private String read(SocketChannel socket) throws IOException {
    buffer.clear();
    if (socket.read(buffer) < 0) {
      throw new EOFException("the server has closed a connection");
    }
    return new String(bytes, 0, buffer.position(), StandardCharsets.US_ASCII);
  }

  /// From now on all connections are served together; reads what is still arriving.
  void begin() throws IOException {
    for (SocketChannel socket : sockets) {
      socket.configureBlocking(false);
      socket.register(selector, SelectionKey.OP_READ);
    }
    while (selector.select(this::count, QUIET_MILLIS) > 0) {
      // there may be more
    }
  }

  /// Sends messages, each when all receivers have the one before.
  ///
  /// @return from sending a message to its last receiver, in nanoseconds, sorted
  long[] times(int messages, int receivers, SocketChannel sender, Supplier<String> message)
      throws IOException {
    long[] times = new long[messages];
    for (int i = 0; i < messages; i++) {
      marks = 0;
      ByteBuffer post = ByteBuffer.wrap(ascii(message.get()));
      long start = System.nanoTime();
      sender.write(post);
      while (marks < receivers) {
        selector.selectNow(this::count);
      }
      times[i] = System.nanoTime() - start;
      if (marks > receivers) {
        throw new BenchException("A receiver got a message more than once.");
      }
    }
    Arrays.sort(times);
    return times;
  }

  private void count(SelectionKey key) {
    try {
      buffer.clear();
      int read = ((SocketChannel) key.channel()).read(buffer);
      if (read < 0) {
        throw new EOFException("the server has closed a connection");
      }
      for (int i = 0; i < read; i++) {
        if (bytes[i] == MARK) {
          marks++;
        }
      }
    } catch (IOException failed) {
      throw new BenchException("A connection broke: " + failed.getMessage() + ".", failed);
    }
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }

  @Override
  public void close() throws IOException {
    for (SocketChannel socket : sockets) {
      socket.close();
    }
    selector.close();
  }
}
