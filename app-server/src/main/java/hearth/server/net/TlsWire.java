package hearth.server.net;

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

/// The bytes in TLS. Between two calls nothing is kept but the engine, and what is left of a record
/// that came or went in part: the buffers to work in belong to the thread, not to the connection,
/// so that an idle connection costs little.
public final class TlsWire implements Wire {
  /// Room for a record and what else has come: RFC 8446, section 5.2, allows 16,640 bytes and a
  /// header of 5.
  private static final int RECORD = 17 * 1024;

  /// How much TLS may say of its own accord (mostly: that keys are renewed) before we have
  /// answered.
  private static final int OWN_WORDS = 100;

  /// What the server would rather speak, best first. All are strong enough; a short key has fewer
  /// rounds, and a server that tells a thousand at once feels each of them.
  private static final String[] CIPHERS = {
    "TLS_AES_128_GCM_SHA256", "TLS_AES_256_GCM_SHA384", "TLS_CHACHA20_POLY1305_SHA256"
  };

  private static final ByteBuffer[] NOTHING = {ByteBuffer.allocate(0)};
  private static final ThreadLocal<ByteBuffer> INCOMING =
      ThreadLocal.withInitial(() -> ByteBuffer.allocate(4 * RECORD));
  private static final ThreadLocal<ByteBuffer> OUTGOING =
      ThreadLocal.withInitial(() -> ByteBuffer.allocate(RECORD));

  private final SocketChannel socket;
  private final SSLEngine engine;
  private @Nullable ByteBuffer comeInPart;
  private volatile @Nullable ByteBuffer goneInPart;
  private boolean more;
  private volatile boolean shaken;
  private int ownWords;

  /// The server's end, in TLS 1.3 alone.
  static TlsWire server(SocketChannel socket, SSLContext context) throws IOException {
    SSLEngine engine = context.createSSLEngine();
    engine.setUseClientMode(false);
    SSLParameters parameters = engine.getSSLParameters();
    parameters.setProtocols(new String[] {"TLSv1.3"});
    parameters.setCipherSuites(CIPHERS);
    parameters.setUseCipherSuitesOrder(true);
    engine.setSSLParameters(parameters);
    return new TlsWire(socket, engine);
  }

  /// The client's end.
  public static TlsWire client(SocketChannel socket, SSLContext context) throws IOException {
    SSLEngine engine = context.createSSLEngine();
    engine.setUseClientMode(true);
    return new TlsWire(socket, engine);
  }

  private TlsWire(SocketChannel socket, SSLEngine engine) throws IOException {
    this.socket = socket;
    this.engine = engine;
    engine.beginHandshake();
  }

  @Override
  public int read(ByteBuffer target) throws IOException {
    if (!shaken && goneInPart != null) {
      throw new IOException("the handshake is not read");
    }
    ByteBuffer incoming = INCOMING.get().clear();
    if (comeInPart != null) {
      incoming.put(comeInPart);
      comeInPart = null;
    }
    boolean ended = socket.read(incoming) < 0;
    incoming.flip();
    int before = target.position();
    more = false;
    Status status = Status.OK;
    while (status == Status.OK && incoming.hasRemaining() && !mustSpeakFirst()) {
      if (target.remaining() < RECORD) {
        more = true;
        break;
      }
      status = unwrap(incoming, target);
    }
    if (incoming.hasRemaining()) {
      more |= mustSpeakFirst();
      comeInPart = copy(incoming);
    }
    int count = target.position() - before;
    return count == 0 && (ended || status == Status.CLOSED) ? -1 : count;
  }

  private Status unwrap(ByteBuffer incoming, ByteBuffer target) throws IOException {
    SSLEngineResult result = engine.unwrap(incoming, target);
    follow(result.getHandshakeStatus());
    if (!hasToWrite()) {
      ownWords = 0;
    } else if (shaken && result.bytesConsumed() > 0 && result.bytesProduced() == 0) {
      ownWords++;
      if (ownWords > OWN_WORDS) {
        throw new IOException("TLS says too much of its own accord");
      }
    }
    return result.getStatus();
  }

  /// While hands are shaken, who is to speak is fixed. Afterwards reading must not wait for
  /// writing: a peer that has its keys renewed and never reads would have us look again and again.
  private boolean mustSpeakFirst() {
    return !shaken && needsToSpeak();
  }

  private void follow(HandshakeStatus status) {
    if (status == HandshakeStatus.FINISHED) {
      shaken = true;
    } else if (status == HandshakeStatus.NEED_TASK) {
      for (Runnable task = engine.getDelegatedTask();
          task != null;
          task = engine.getDelegatedTask()) {
        task.run();
      }
    }
  }

  private boolean needsToSpeak() {
    return engine.getHandshakeStatus() == HandshakeStatus.NEED_WRAP;
  }

  @Override
  public boolean hasMore() {
    return more;
  }

  @Override
  public long write(ByteBuffer[] sources) throws IOException {
    long taken = 0;
    while (passOn()) {
      boolean ofItsOwn = needsToSpeak();
      if (!ofItsOwn && !(shaken && anyRemaining(sources))) {
        break;
      }
      ByteBuffer record = OUTGOING.get().clear();
      SSLEngineResult result = engine.wrap(ofItsOwn ? NOTHING : sources, record);
      taken += result.bytesConsumed();
      follow(result.getHandshakeStatus());
      record.flip();
      socket.write(record);
      if (record.hasRemaining()) {
        goneInPart = copy(record);
      }
      if (result.getStatus() == Status.CLOSED) {
        throw new IOException("TLS was closed");
      }
    }
    return taken;
  }

  /// Whether nothing is left of the last record.
  private boolean passOn() throws IOException {
    ByteBuffer rest = goneInPart;
    if (rest == null) {
      return true;
    }
    socket.write(rest);
    if (rest.hasRemaining()) {
      return false;
    }
    goneInPart = null;
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
    return shaken;
  }

  @Override
  public boolean hasToWrite() {
    return goneInPart != null || needsToSpeak();
  }

  @Override
  public int kept() {
    return kept(comeInPart) + kept(goneInPart);
  }

  private static int kept(@Nullable ByteBuffer part) {
    return part == null ? 0 : part.capacity();
  }

  /// Says good-bye as RFC 8446, section 6.1, wants it, if all before it has gone.
  @Override
  public void endOutput() throws IOException {
    engine.closeOutbound();
    if (passOn()) {
      ByteBuffer record = OUTGOING.get().clear();
      engine.wrap(NOTHING, record);
      socket.write(record.flip());
    }
    socket.shutdownOutput();
  }
}
