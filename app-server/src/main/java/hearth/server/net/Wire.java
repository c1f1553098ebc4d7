package hearth.server.net;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.java_websocket.WrappedByteChannel;

/// The socket of one connection, as the library writes to it: counts what waits, and can leave out
/// the messages that have not begun to leave.
///
/// Reading and writing is confined to the selector thread; the counts are safe from any thread.
final class Wire implements WrappedByteChannel {
  private static final int PONG = 0x8A;

  private final SocketChannel socket;
  private final AtomicLong waiting = new AtomicLong();
  private final AtomicBoolean pongWaits = new AtomicBoolean();
  private volatile boolean abandoned;
  private boolean inMessage;

  Wire(SocketChannel socket) {
    this.socket = socket;
  }

  /// Bytes of messages that have been queued and not written.
  long waiting() {
    return waiting.get();
  }

  void queued(int bytes) {
    waiting.addAndGet(bytes);
  }

  /// Whether a pong may be queued: the answer to the last of several pings does for all of them.
  boolean takePong() {
    return pongWaits.compareAndSet(false, true);
  }

  /// From now on the message that has begun to leave is completed, and the others are left out;
  /// only what ends the connection still follows.
  void abandon() {
    abandoned = true;
  }

  /// Waits until all that was queued is written.
  ///
  /// @param deadline in the time of `System.nanoTime`
  synchronized void awaitWritten(long deadline) throws InterruptedException {
    while (waiting() > 0 && isOpen() && !abandoned) {
      long left = TimeUnit.NANOSECONDS.toMillis(deadline - System.nanoTime());
      if (left <= 0) {
        return;
      }
      wait(left);
    }
  }

  @Override
  public int write(ByteBuffer frame) throws IOException {
    if (frame.position() == 0) {
      int first = frame.get(0) & 0xFF;
      inMessage = first == Packet.TEXT;
      if (first == PONG) {
        pongWaits.set(false);
      }
      if (inMessage && abandoned) {
        frame.position(frame.limit());
        return 0;
      }
    }
    int written = socket.write(frame);
    if (inMessage && waiting.addAndGet(-written) == 0) {
      wake();
    }
    return written;
  }

  @Override
  public int read(ByteBuffer target) throws IOException {
    return socket.read(target);
  }

  @Override
  public boolean isOpen() {
    return socket.isOpen();
  }

  @Override
  public void close() throws IOException {
    try {
      socket.close();
    } finally {
      wake();
    }
  }

  @Override
  public boolean isBlocking() {
    return socket.isBlocking();
  }

  @Override
  public boolean isNeedWrite() {
    return false;
  }

  @Override
  public void writeMore() {}

  @Override
  public boolean isNeedRead() {
    return false;
  }

  @Override
  public int readMore(ByteBuffer target) {
    return 0;
  }

  private synchronized void wake() {
    notifyAll();
  }
}
