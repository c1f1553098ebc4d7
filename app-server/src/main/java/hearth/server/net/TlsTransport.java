package hearth.server.net;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLEngineResult;
import javax.net.ssl.SSLEngineResult.HandshakeStatus;
import javax.net.ssl.SSLEngineResult.Status;
import javax.net.ssl.SSLParameters;
import org.jspecify.annotations.Nullable;

/// A connection in TLS. Between two calls it holds only the engine and the rest of a partly read or
/// written record: the working buffers belong to the thread, so that an idle connection costs
/// little. Reading is confined to the selector thread, writing to the holder of the [WriteQueue]'s
/// lock.
public final class TlsTransport implements Transport {
  /// Room for a record: RFC 8446, section 5.2, allows 16,640 bytes and a header of 5.
  private static final int RECORD = 17 * 1024;

  /// How many TLS messages without data (mostly key updates) a peer may send before it has read our
  /// answers.
  private static final int MAX_UNANSWERED = 100;

  /// The server's preference, best first. All are strong enough; the shorter key has fewer rounds,
  /// which counts when one message goes to a thousand clients.
  private static final String[] CIPHERS = {
    "TLS_AES_128_GCM_SHA256", "TLS_AES_256_GCM_SHA384", "TLS_CHACHA20_POLY1305_SHA256"
  };

  private static final ByteBuffer[] EMPTY = {ByteBuffer.allocate(0)};
  private static final ThreadLocal<ByteBuffer> INCOMING =
      ThreadLocal.withInitial(() -> ByteBuffer.allocate(4 * RECORD));
  private static final ThreadLocal<ByteBuffer> OUTGOING =
      ThreadLocal.withInitial(() -> ByteBuffer.allocate(RECORD));

  private final SocketChannel socket;
  private final SSLEngine engine;
  private @Nullable ByteBuffer partlyRead;
  private volatile @Nullable ByteBuffer partlyWritten;
  private boolean more;
  private boolean ended;
  private volatile boolean handshakeDone;
  private int unanswered;

  /// The server side, TLS 1.3 only.
  static TlsTransport server(SocketChannel socket, SSLContext context) throws IOException {
    SSLEngine engine = context.createSSLEngine();
    engine.setUseClientMode(false);
    SSLParameters parameters = engine.getSSLParameters();
    parameters.setProtocols(new String[] {"TLSv1.3"});
    parameters.setCipherSuites(CIPHERS);
    parameters.setUseCipherSuitesOrder(true);
    engine.setSSLParameters(parameters);
    return new TlsTransport(socket, engine);
  }

  /// The client side.
  public static TlsTransport client(SocketChannel socket, SSLContext context) throws IOException {
    SSLEngine engine = context.createSSLEngine();
    engine.setUseClientMode(true);
    return new TlsTransport(socket, engine);
  }

  private TlsTransport(SocketChannel socket, SSLEngine engine) throws IOException {
    this.socket = socket;
    this.engine = engine;
    engine.beginHandshake();
  }

  @Override
  public int read(ByteBuffer target) throws IOException {
    if (ended) {
      return -1;
    }
    if (!handshakeDone && partlyWritten != null) {
      throw new IOException("the peer does not read the handshake");
    }
    ByteBuffer incoming = INCOMING.get().clear();
    boolean nothingFollows = receive(incoming);
    int before = target.position();
    more = false;
    Status status = Status.OK;
    while (status == Status.OK && incoming.hasRemaining() && !mustWriteFirst()) {
      if (target.remaining() < RECORD) {
        more = true;
        break;
      }
      status = unwrap(incoming, target);
    }
    if (incoming.hasRemaining()) {
      more |= mustWriteFirst();
      partlyRead = copy(incoming);
    }
    int count = target.position() - before;
    ended = status == Status.CLOSED || (nothingFollows && !more);
    more |= ended; // so that the end is read after the data before it
    return count == 0 && ended ? -1 : count;
  }

  /// Goes on with the handshake as far as what has arrived allows. Data that came with it is read
  /// later.
  ///
  /// @return whether it is done
  boolean handshake() throws IOException {
    ByteBuffer incoming = INCOMING.get().clear();
    boolean nothingFollows = receive(incoming);
    Status status = Status.OK;
    boolean going = true;
    while (going) {
      if (hasToWrite()) {
        write(EMPTY);
      }
      going = !handshakeDone && status == Status.OK && incoming.hasRemaining() && !hasToWrite();
      if (going) {
        status = unwrap(incoming, OUTGOING.get().clear());
      }
    }
    partlyRead = incoming.hasRemaining() ? copy(incoming) : null;
    if (!handshakeDone && (nothingFollows || status == Status.CLOSED)) {
      throw new EOFException("the peer has gone during the handshake");
    }
    return handshakeDone;
  }

  /// Reads what has arrived, after what was left before.
  ///
  /// @return whether nothing will follow
  private boolean receive(ByteBuffer incoming) throws IOException {
    if (partlyRead != null) {
      incoming.put(partlyRead);
      partlyRead = null;
    }
    boolean nothingFollows = socket.read(incoming) < 0;
    incoming.flip();
    return nothingFollows;
  }

  private Status unwrap(ByteBuffer incoming, ByteBuffer target) throws IOException {
    SSLEngineResult result = engine.unwrap(incoming, target);
    follow(result.getHandshakeStatus());
    if (!hasToWrite()) {
      unanswered = 0;
    } else if (handshakeDone && result.bytesConsumed() > 0 && result.bytesProduced() == 0) {
      unanswered++;
      if (unanswered > MAX_UNANSWERED) {
        throw new IOException("too many TLS messages without data");
      }
    }
    return result.getStatus();
  }

  /// During the handshake the order of messages is fixed. Afterwards reading must not wait for
  /// writing: a peer that asks for key updates and never reads would keep the selector busy.
  private boolean mustWriteFirst() {
    return !handshakeDone && needsToWrite();
  }

  private void follow(HandshakeStatus status) {
    if (status == HandshakeStatus.FINISHED) {
      handshakeDone = true;
    } else if (status == HandshakeStatus.NEED_TASK) {
      for (Runnable task = engine.getDelegatedTask();
          task != null;
          task = engine.getDelegatedTask()) {
        task.run();
      }
    }
  }

  private boolean needsToWrite() {
    return engine.getHandshakeStatus() == HandshakeStatus.NEED_WRAP;
  }

  @Override
  public boolean hasMore() {
    return more;
  }

  @Override
  public long write(ByteBuffer[] sources) throws IOException {
    long taken = 0;
    while (writeRest()) {
      boolean ownMessage = needsToWrite();
      if (!ownMessage && !(handshakeDone && anyRemaining(sources))) {
        break;
      }
      ByteBuffer record = OUTGOING.get().clear();
      SSLEngineResult result = engine.wrap(ownMessage ? EMPTY : sources, record);
      taken += result.bytesConsumed();
      follow(result.getHandshakeStatus());
      record.flip();
      socket.write(record);
      if (record.hasRemaining()) {
        partlyWritten = copy(record);
      }
      if (result.getStatus() == Status.CLOSED) {
        throw new IOException("the TLS connection was closed");
      }
    }
    return taken;
  }

  /// Writes the rest of the last record; true if nothing is left of it.
  private boolean writeRest() throws IOException {
    ByteBuffer rest = partlyWritten;
    if (rest == null) {
      return true;
    }
    socket.write(rest);
    if (rest.hasRemaining()) {
      return false;
    }
    partlyWritten = null;
    return true;
  }

  private static boolean anyRemaining(ByteBuffer[] sources) {
    for (ByteBuffer source : sources) {
      if (source.hasRemaining()) {
        return true;
      }
    }
    return false;
  }

  private static ByteBuffer copy(ByteBuffer rest) {
    return ByteBuffer.allocate(rest.remaining()).put(rest).flip();
  }

  @Override
  public boolean isReady() {
    return handshakeDone;
  }

  @Override
  public boolean hasToWrite() {
    return partlyWritten != null || needsToWrite();
  }

  @Override
  public int retainedBytes() {
    return capacity(partlyRead) + capacity(partlyWritten);
  }

  private static int capacity(@Nullable ByteBuffer part) {
    return part == null ? 0 : part.capacity();
  }

  /// Sends `close_notify` (RFC 8446, section 6.1) if all before it is written.
  @Override
  public void endOutput() throws IOException {
    engine.closeOutbound();
    if (writeRest()) {
      ByteBuffer record = OUTGOING.get().clear();
      engine.wrap(EMPTY, record);
      socket.write(record.flip());
    }
    socket.shutdownOutput();
  }
}
