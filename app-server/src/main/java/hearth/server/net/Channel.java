package hearth.server.net;

import java.util.concurrent.atomic.AtomicBoolean;
import org.java_websocket.WebSocketImpl;
import org.java_websocket.exceptions.WebsocketNotConnectedException;
import org.java_websocket.framing.PingFrame;
import org.java_websocket.framing.PongFrame;
import org.jspecify.annotations.Nullable;

/// One connection's way out. All that the server says to one client passes here, and is bounded in
/// bytes: a client that does not keep up is sent away with [CloseCode#TOO_SLOW].
///
/// Safe from any thread; never waits.
public final class Channel {
  private final long number;
  private final WebSocketImpl socket;
  private final Wire wire;
  private final long bound;
  private final Endpoint endpoint;
  private final AtomicBoolean ended = new AtomicBoolean();
  private volatile @Nullable Receiver receiver;

  Channel(long number, WebSocketImpl socket, Wire wire, long bound, Endpoint endpoint) {
    this.number = number;
    this.socket = socket;
    this.wire = wire;
    this.bound = bound;
    this.endpoint = endpoint;
  }

  /// The connection's number, unique in one run of the server, for logs.
  public long number() {
    return number;
  }

  /// Queues a message, unless the connection is ending. The bound is looked at before, so that one
  /// message may be longer than it.
  public void send(Packet packet) {
    if (ended.get()) {
      return;
    }
    if (wire.waiting() > bound) {
      wire.abandon();
      close(CloseCode.TOO_SLOW);
      return;
    }
    wire.queued(packet.size());
    socket.outQueue.add(packet.bytes());
    endpoint.onWriteDemand(socket);
  }

  /// Ends the connection after what was sent before.
  public void close(CloseCode why) {
    if (ended.compareAndSet(false, true)) {
      socket.close(why.code(), why.reason());
      endpoint.cutLater(this);
    }
  }

  void pong(PingFrame ping) {
    if (wire.takePong()) {
      try {
        socket.sendFrame(new PongFrame(ping));
      } catch (WebsocketNotConnectedException _) {
        // It has gone meanwhile and needs no pong.
      }
    }
  }

  void open(Receiver heard) {
    receiver = heard;
  }

  boolean isOpen() {
    return receiver != null;
  }

  @Nullable Receiver receiver() {
    return receiver;
  }

  void ended() {
    ended.set(true);
  }

  /// Ends the connection at once, whatever waits.
  void cut() {
    socket.closeConnection(CloseCode.STOPPING.code(), CloseCode.STOPPING.reason());
  }

  void awaitWritten(long deadline) throws InterruptedException {
    wire.awaitWritten(deadline);
  }
}
