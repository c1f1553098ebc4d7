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

/// All bytes of one connection, in and out. Bytes are written at once on the sender's thread while
/// the socket has room; after a short write the rest waits for the selector to report room again.
/// The sender bounds what waits.
///
/// The library's frames pass here too ([ServerWebSocket] moves them), so frames never interleave.
/// Only this class sets OP_WRITE: it tells the library that there is always something to write
/// ([#isNeedWrite]), so that the library leaves the key alone.
///
/// Safe from any thread; reading is confined to the selector thread. Never waits, except in
/// [#awaitWritten].
final class WriteQueue implements WrappedByteChannel {
  /// Buffers per system call.
  private static final int MAX_BUFFERS = 16;

  /// Unread bytes with which a client may be sent another page.
  private static final int ROOM = 64 * 1024;

  /// Bytes that a client's handshake may have.
  private static final int MAX_HANDSHAKE = 8 * 1024;

  private final SocketChannel socket;
  private final Transport transport;
  private final SelectionKey key;
  private final SocketCloser closer;
  private final WriteBudget budget;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition written = lock.newCondition();
  private final Queue<ByteBuffer> queue = new ArrayDeque<>(2);
  private long waiting;
  private long counted;
  private boolean writeInterest;
  private boolean broken;
  private volatile boolean handshakeDone;
  private int handshakeBytes;
  private boolean closed;
  private volatile boolean peerClosed;
  private volatile long lastReadAt = System.nanoTime();

  /// Takes over a socket.
  ///
  /// @param transport carries its bytes
  /// @param closer closes the socket
  /// @param budget counts what waits
  WriteQueue(
      SocketChannel socket,
      Transport transport,
      SelectionKey key,
      SocketCloser closer,
      WriteBudget budget) {
    this.socket = socket;
    this.transport = transport;
    this.key = key;
    this.closer = closer;
    this.budget = budget;
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
  int retainedBytes() {
    return transport.retainedBytes();
  }

  /// When the client last sent something, on the clock of `System.nanoTime`.
  long lastReadAt() {
    return lastReadAt;
  }

  /// Writes, now or when there is room.
  ///
  /// @param bytes whole frames; not used by the caller afterwards
  /// @return false if the connection is broken and is to be closed
  boolean send(ByteBuffer bytes) {
    lock.lock();
    try {
      if (broken) {
        return false;
      }
      queue.add(bytes);
      waiting += bytes.remaining();
      if (!writeInterest) {
        flush();
      } else {
        count();
      }
      return !broken;
    } finally {
      lock.unlock();
    }
  }

  /// Sends what the library has queued, in order. The first frame is the handshake response: after
  /// it the protocol's limits bound what the client sends.
  void sendAll(Queue<ByteBuffer> frames) {
    lock.lock();
    try {
      handshakeDone |= !frames.isEmpty();
      for (ByteBuffer frame = frames.poll(); frame != null; frame = frames.poll()) {
        send(frame);
      }
    } finally {
      lock.unlock();
    }
  }

  /// Drops what waits, except the frame that is partly written.
  void discard() {
    lock.lock();
    try {
      ByteBuffer first = queue.peek();
      queue.clear();
      waiting = 0;
      if (first != null && first.position() > 0) {
        queue.add(endOfFrame(first));
        waiting = first.remaining();
      }
      count();
    } finally {
      lock.unlock();
    }
  }

  /// The rest of the frame at the position of a buffer of several frames.
  private static ByteBuffer endOfFrame(ByteBuffer frames) {
    int end = 0;
    while (end < frames.position()) {
      end += Packet.frameLength(frames, end);
    }
    return frames.limit(end);
  }

  /// Waits until the client has read nearly all that was sent, or the connection has ended.
  void awaitRoom() throws InterruptedException {
    lock.lock();
    try {
      while (waiting > ROOM && !broken) {
        written.await();
      }
    } finally {
      lock.unlock();
    }
  }

  /// Waits until all that was sent is written.
  ///
  /// @param deadline on the clock of `System.nanoTime`
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
      while (room && hasOutput()) {
        room = writeSome();
      }
    } catch (IOException | RuntimeException gone) {
      broken = true;
      queue.clear();
      waiting = 0;
    }
    setWriteInterest(!broken && hasOutput());
    count();
  }

  /// Tells those who count and those who wait how much waits now.
  private void count() {
    if (waiting != counted) {
      budget.add(waiting - counted);
      counted = waiting;
    }
    if (waiting <= ROOM) {
      written.signalAll();
    }
  }

  /// Whether the socket took all that was offered.
  private boolean writeSome() throws IOException {
    ByteBuffer[] buffers = gather();
    long taken = transport.write(buffers);
    waiting -= taken;
    ByteBuffer first = queue.peek();
    while (first != null && !first.hasRemaining()) {
      queue.remove();
      first = queue.peek();
    }
    return taken > 0 && !transport.hasToWrite() && (first == null || first.position() == 0);
  }

  private ByteBuffer[] gather() {
    if (queue.size() == 1) {
      return new ByteBuffer[] {queue.element()};
    }
    return queue.stream().limit(MAX_BUFFERS).toArray(ByteBuffer[]::new);
  }

  private boolean hasOutput() {
    return !queue.isEmpty() || transport.hasToWrite();
  }

  /// Sets or clears OP_WRITE.
  private void setWriteInterest(boolean wanted) {
    if (writeInterest == wanted || !key.isValid()) {
      return;
    }
    writeInterest = wanted;
    try {
      if (wanted) {
        key.interestOpsOr(SelectionKey.OP_WRITE);
        key.selector().wakeup();
      } else {
        key.interestOpsAnd(~SelectionKey.OP_WRITE);
      }
    } catch (CancelledKeyException _) {
      broken = true;
    }
  }

  /// A bug below must not reach the selector, which serves all connections.
  @Override
  public int read(ByteBuffer target) throws IOException {
    try {
      int count = readSome(target);
      peerClosed = count < 0;
      return count;
    } catch (RuntimeException bug) {
      throw new IOException(bug);
    }
  }

  private int readSome(ByteBuffer target) throws IOException {
    int count;
    do {
      count = transport.read(target);
      if (transport.hasToWrite()) {
        writeMore();
      }
    } while (count == 0 && transport.hasMore());
    lastReadAt = System.nanoTime();
    if (!handshakeDone && count > 0) {
      handshakeBytes += count;
      if (handshakeBytes > MAX_HANDSHAKE) {
        throw new IOException("the handshake is too long");
      }
    }
    return count;
  }

  /// Not used for the library's frames, but part of its interface.
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
      writeInterest = true; // so that flush sets it again as needed
      flush();
      if (broken) {
        throw new IOException("the connection broke during a write");
      }
    } finally {
      lock.unlock();
    }
  }

  @Override
  public boolean isNeedRead() {
    return transport.hasMore();
  }

  /// The library would blame a failure here on the connection it looked at last, so this reports an
  /// end of stream instead.
  @Override
  public int readMore(ByteBuffer target) {
    try {
      return read(target);
    } catch (IOException _) {
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

  /// Closes our half now and the socket a moment later: closing a socket with unread data resets
  /// it, and then the peer may lose what was written last.
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
      count();
      closer.closeSocket(endOutput() && !peerClosed);
    } finally {
      lock.unlock();
    }
  }

  /// Whether the peer may still read.
  private boolean endOutput() {
    try {
      transport.endOutput();
      return true;
    } catch (IOException | RuntimeException _) {
      return false;
    }
  }

  /// Closes a socket.
  interface SocketCloser {
    /// Closes it now, or after its peer had a moment to read what was written last.
    void closeSocket(boolean delayed);
  }
}
