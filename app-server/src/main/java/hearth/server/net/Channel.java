package hearth.server.net;

import java.net.InetAddress;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/// One connection's way out. All that the server says to one client passes here, and is bounded in
/// bytes: a client that does not keep up is sent away with [CloseCode#TOO_SLOW].
///
/// Safe from any thread; never waits.
public final class Channel {
  private final long number;
  private final Socket socket;
  private final InetAddress remote;
  private final Egress egress;
  private final long bound;
  private final Endpoint endpoint;
  private final long bornAt = System.nanoTime();
  private final AtomicBoolean ended = new AtomicBoolean();
  private volatile @Nullable Receiver receiver;

  Channel(
      long number,
      InetAddress remote,
      Socket socket,
      Egress egress,
      long bound,
      Endpoint endpoint) {
    this.number = number;
    this.remote = remote;
    this.socket = socket;
    this.egress = egress;
    this.bound = bound;
    this.endpoint = endpoint;
  }

  /// The connection's number, unique in one run of the server, for logs.
  public long number() {
    return number;
  }

  /// Where the client is.
  public InetAddress remote() {
    return remote;
  }

  /// Sends, unless the connection is ending. The bound is looked at before, so that one packet may
  /// be longer than it.
  public void send(Packet packet) {
    if (ended.get()) {
      return;
    }
    if (egress.waiting() > bound) {
      egress.abandon();
      close(CloseCode.TOO_SLOW);
    } else if (!egress.send(packet.bytes())) {
      endpoint.cutSoon(this);
    }
  }

  /// Ends the connection after what was sent before.
  public void close(CloseCode why) {
    if (ended.compareAndSet(false, true)) {
      socket.close(why.code(), why.reason());
      endpoint.cutLater(this);
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

  /// When the connection began, in the time of `System.nanoTime`.
  long bornAt() {
    return bornAt;
  }

  /// Bytes that wait to be written.
  long waiting() {
    return egress.waiting();
  }

  /// Bytes of memory that the wire holds while nothing waits.
  int kept() {
    return egress.kept();
  }

  /// When something last came from the client, in the time of `System.nanoTime`.
  long heardAt() {
    return egress.heardAt();
  }

  void awaitWritten(long deadline) throws InterruptedException {
    egress.awaitWritten(deadline);
  }
}
