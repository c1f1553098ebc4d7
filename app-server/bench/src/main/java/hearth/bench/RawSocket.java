package hearth.bench;

import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;

/// A WebSocket connection of somebody who may do anything with it: send what is no frame, or never
/// read. It waits for the server; one thread may send and another read.
final class RawSocket implements Closeable {
  /// As much as the system gives a socket for what is not read yet.
  static final int USUAL_BUFFER = 0;

  private static final String ANSWER = "{\"jsonrpc\":\"2.0\",\"id\":";
  private static final int CHUNK = 64 * 1024;

  private final Socket tcp;
  private final Socket stream;
  private byte[] bytes = new byte[CHUNK];
  private int end;

  private RawSocket(Socket tcp, Socket stream) {
    this.tcp = tcp;
    this.stream = stream;
  }

  /// Connects, with a proper handshake.
  ///
  /// @param from the address of this side; null for any
  /// @param tls null for a connection without TLS
  /// @param unread bytes that this side takes without reading them, or [#USUAL_BUFFER]
  static RawSocket open(
      @Nullable InetAddress from, InetSocketAddress server, @Nullable SSLContext tls, int unread)
      throws IOException {
    Socket tcp = new Socket();
    try {
      if (unread != USUAL_BUFFER) {
        tcp.setReceiveBufferSize(unread);
      }
      tcp.bind(new InetSocketAddress(from, 0));
      tcp.connect(server);
      tcp.setTcpNoDelay(true);
      Socket stream =
          tls == null
              ? tcp
              : tls.getSocketFactory()
                  .createSocket(tcp, server.getHostString(), server.getPort(), true);
      RawSocket opened = new RawSocket(tcp, stream);
      opened.upgrade(server);
      return opened;
    } catch (IOException failed) {
      tcp.close();
      throw failed;
    }
  }

  private void upgrade(InetSocketAddress server) throws IOException {
    send(BenchConnection.upgrade(server).getBytes(StandardCharsets.US_ASCII));
    InputStream in = stream.getInputStream();
    int lineEnds = 0;
    while (lineEnds < 2) {
      int next = in.read();
      if (next < 0) {
        throw new EOFException("the server did not answer");
      }
      lineEnds = next == '\n' ? lineEnds + 1 : next == '\r' ? lineEnds : 0;
    }
  }

  /// A message as the bytes to [#send].
  static byte[] message(String text) {
    return BenchConnection.frame(FrameParser.TEXT, text.getBytes(StandardCharsets.UTF_8)).array();
  }

  void send(byte[] any) throws IOException {
    stream.getOutputStream().write(any);
  }

  /// Sends a request and waits for its answer. No other may be on its way.
  String ask(String request) throws IOException {
    send(message(request));
    while (true) {
      for (String message : read()) {
        if (message.startsWith(ANSWER)) {
          return message;
        }
      }
    }
  }

  /// Waits for more from the server.
  ///
  /// @return the messages that are complete now
  /// @throws EOFException if the server has closed the connection
  List<String> read() throws IOException {
    if (end == bytes.length) {
      bytes = Arrays.copyOf(bytes, 2 * end);
    }
    int count = stream.getInputStream().read(bytes, end, bytes.length - end);
    if (count < 0) {
      throw new EOFException("the server closed a connection");
    }
    end += count;
    List<String> messages = new ArrayList<>();
    int rest =
        FrameParser.parse(
            bytes,
            0,
            end,
            (opcode, _, from, to) -> {
              if (opcode == FrameParser.TEXT) {
                messages.add(new String(bytes, from, to - from, StandardCharsets.UTF_8));
              }
            });
    System.arraycopy(bytes, rest, bytes, 0, end - rest);
    end -= rest;
    return messages;
  }

  /// Bytes that have come and were not read.
  int unread() throws IOException {
    return tcp.getInputStream().available();
  }

  @Override
  public void close() throws IOException {
    tcp.close(); // TLS would say farewell, and wait until the server takes it
  }
}
