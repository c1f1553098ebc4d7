package hearth.server.net;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.CancelledKeyException;
import java.nio.channels.SelectionKey;
import java.nio.channels.SocketChannel;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.java_websocket.WrappedByteChannel;

/// All bytes of one connection, in and out. What is sent is written at once on the sender's thread
/// while the socket has room; only after a short write the rest waits, bounded by whoever sends,
/// for the selector to say that there is room again.
///
/// The library writes through here too ([Socket] brings its frames), so frames never interleave.
/// This class alone decides whether the key waits for room: it tells the library that there always
/// is something to write ([#isNeedWrite]), so that the library leaves the key as it is.
///
/// Safe from any thread; reading is confined to the selector thread. Never waits, but for
/// [#awaitWritten].
final class Egress implements WrappedByteChannel {
  /// Buffers handed to the system in one call.
  private static final int GATHERED = 16;

  /// Bytes that a client may need to shake hands.
  private static final int HANDSHAKE_BYTES = 8 * 1024;

  private final SocketChannel socket;
  private final Wire wire;
  private final SelectionKey key;
  private final Farewell farewell;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition written = lock.newCondition();
  private final Queue<ByteBuffer> queue = new ArrayDeque<>(2);
  private long waiting;
  private boolean armed;
  private boolean broken;
  private volatile boolean shaken;
  private int handshakeBytes;
  private boolean closed;
  private volatile boolean peerEnded;
  private volatile long heardAt = System.nanoTime();

  /// Takes over a socket.
  ///
  /// @param wire what its bytes pass
  /// @param farewell closes the socket
  Egress(SocketChannel socket, Wire wire, SelectionKey key, Farewell farewell) {
    this.socket = socket;
    this.wire = wire;
    this.key = key;
    this.farewell = farewell;
  }

  /// Bytes that have been sent and not written.
  long waiting() {
    lock.lock();
    try {
      return waiting;
    } finally {
      lock.unlock();
    }
  }

  /// Bytes of memory held while nothing waits.
  int kept() {
    return wire.kept();
  }

  /// When something last came from the client, in the time of `System.nanoTime`.
  long heardAt() {
    return heardAt;
  }

  /// Writes, now or when there is room.
  ///
  /// @param bytes whole frames; belongs to this class from here
  /// @return false where the connection is broken and is to be closed
  boolean send(ByteBuffer bytes) {
    lock.lock();
    try {
      if (broken) {
        return false;
      }
      queue.add(bytes);
      waiting += bytes.remaining();
      if (!armed) {
        flush();
      }
      return !broken;
    } finally {
      lock.unlock();
    }
  }

  /// Sends what the library has queued, in its order. The first of it is the answer to the
  /// handshake: from then on the client may say more, and what it says is bounded by the protocol.
  void sendAll(Queue<ByteBuffer> frames) {
    lock.lock();
    try {
      shaken |= !frames.isEmpty();
      for (ByteBuffer frame = frames.poll(); frame != null; frame = frames.poll()) {
        send(frame);
      }
    } finally {
      lock.unlock();
    }
  }

  /// Forgets what waits, but for the frame that has begun to leave.
  void abandon() {
    lock.lock();
    try {
      ByteBuffer first = queue.peek();
      queue.clear();
      waiting = 0;
      if (first != null && first.position() > 0) {
        queue.add(endOfFrame(first));
        waiting = first.remaining();
      }
    } finally {
      lock.unlock();
    }
  }

  /// The rest of the frame that a buffer of several frames stands in.
  private static ByteBuffer endOfFrame(ByteBuffer frames) {
    int end = 0;
    while (end < frames.position()) {
      end += Packet.frameLength(frames, end);
    }
    return frames.limit(end);
  }

  /// Waits until all that was sent is written.
  ///
  /// @param deadline in the time of `System.nanoTime`
  void awaitWritten(long deadline) throws InterruptedException {
    lock.lock();
    try {
      long left = deadline - System.nanoTime();
      while (waiting > 0 && !broken && left > 0) {
        left = written.awaitNanos(left);
      }
    } finally {
      lock.unlock();
    }
  }

  private void flush() {
    try {
      boolean room = true;
      while (room && somethingWaits()) {
        room = writeSome();
      }
    } catch (IOException | RuntimeException gone) {
      broken = true;
      queue.clear();
      waiting = 0;
    }
    arm(!broken && somethingWaits());
    if (queue.isEmpty()) {
      written.signalAll();
    }
  }

  /// Whether all that was offered was taken.
  private boolean writeSome() throws IOException {
    ByteBuffer[] buffers = gather();
    long taken = wire.write(buffers);
    waiting -= taken;
    ByteBuffer first = queue.peek();
    while (first != null && !first.hasRemaining()) {
      queue.remove();
      first = queue.peek();
    }
    return taken > 0 && !wire.hasToWrite() && (first == null || first.position() == 0);
  }

  private ByteBuffer[] gather() {
    if (queue.size() == 1) {
      return new ByteBuffer[] {queue.element()};
    }
    return queue.stream().limit(GATHERED).toArray(ByteBuffer[]::new);
  }

  private boolean somethingWaits() {
    return !queue.isEmpty() || wire.hasToWrite();
  }

  /// Has the selector say when there is room, or no longer.
  private void arm(boolean wanted) {
    if (armed == wanted || !key.isValid()) {
      return;
    }
    armed = wanted;
    try {
      if (wanted) {
        key.interestOpsOr(SelectionKey.OP_WRITE);
        key.selector().wakeup();
      } else {
        key.interestOpsAnd(~SelectionKey.OP_WRITE);
      }
    } catch (CancelledKeyException closedMeanwhile) {
      broken = true;
    }
  }

  /// A bug below here must not reach the selector, which serves everybody.
  @Override
  public int read(ByteBuffer target) throws IOException {
    try {
      int count = readSome(target);
      peerEnded = count < 0;
      return count;
    } catch (RuntimeException bug) {
      throw new IOException(bug);
    }
  }

  private int readSome(ByteBuffer target) throws IOException {
    int count;
    do {
      count = wire.read(target);
      if (wire.hasToWrite()) {
        writeMore();
      }
    } while (count == 0 && wire.hasMore());
    heardAt = System.nanoTime();
    if (!shaken && count > 0) {
      handshakeBytes += count;
      if (handshakeBytes > HANDSHAKE_BYTES) {
        throw new IOException("the handshake is too long");
      }
    }
    return count;
  }

  /// The library's own frames do not come this way, but it may ask.
  @Override
  public int write(ByteBuffer frame) {
    int length = frame.remaining();
    send(frame.duplicate());
    frame.position(frame.limit());
    return length;
  }

  @Override
  public boolean isNeedWrite() {
    return true;
  }

  @Override
  public void writeMore() throws IOException {
    lock.lock();
    try {
      armed = true; // whoever woke the selector wants this to be put right
      flush();
      if (broken) {
        throw new IOException("the connection broke while it was written to");
      }
    } finally {
      lock.unlock();
    }
  }

  @Override
  public boolean isNeedRead() {
    return wire.hasMore();
  }

  /// What fails here the library would put down to whichever connection it looked at last, so it is
  /// told of an end instead.
  @Override
  public int readMore(ByteBuffer target) {
    try {
      return read(target);
    } catch (IOException failed) {
      return -1;
    }
  }

  @Override
  public boolean isOpen() {
    return socket.isOpen();
  }

  @Override
  public boolean isBlocking() {
    return socket.isBlocking();
  }

  /// Closes our half, and the rest a moment later: a socket that is closed with something unread in
  /// it is reset, and then the peer may never see what was written last.
  @Override
  public void close() {
    lock.lock();
    try {
      if (closed) {
        return;
      }
      closed = true;
      broken = true;
      queue.clear();
      waiting = 0;
      written.signalAll();
      farewell.part(endOutput() && !peerEnded);
    } finally {
      lock.unlock();
    }
  }

  /// Whether the peer is still there to hear it.
  private boolean endOutput() {
    try {
      wire.endOutput();
      return true;
    } catch (IOException | RuntimeException peerHasGone) {
      return false;
    }
  }

  /// Closes a socket.
  interface Farewell {
    /// Closes it now, or when its peer has had a moment to read what was written last.
    void part(boolean inAMoment);
  }
}
