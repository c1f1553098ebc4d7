package hearth.server.net;

import java.net.InetAddress;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/// One client's connection, as the rest of the server sees it. What waits to be sent is bounded in
/// bytes: a client that does not keep up is disconnected with [CloseCode#TOO_SLOW].
///
/// Safe from any thread; never waits.
public final class ClientConnection {
  /// How long a closing connection may take to read what was sent before.
  private static final Duration CLOSE_TIMEOUT = Duration.ofSeconds(5);

  private final long number;
  private final ServerWebSocket socket;
  private final AcceptedSocket accepted;
  private final WriteQueue writeQueue;
  private final long maxWaiting;
  private final Owner owner;
  private final AtomicBoolean closing = new AtomicBoolean();
  private volatile @Nullable Receiver receiver;
  private volatile boolean joined;

  ClientConnection(
      long number,
      AcceptedSocket accepted,
      ServerWebSocket socket,
      WriteQueue writeQueue,
      long maxWaiting,
      Owner owner) {
    this.number = number;
    this.accepted = accepted;
    this.socket = socket;
    this.writeQueue = writeQueue;
    this.maxWaiting = maxWaiting;
    this.owner = owner;
  }

  /// The connection's number, unique in one run of the server, for logs.
  public long number() {
    return number;
  }

  /// The client's address.
  public InetAddress remote() {
    return accepted.from();
  }

  /// Sends, unless the connection is closing. The bound is checked before sending, so one packet
  /// may be longer than it.
  public void send(Packet packet) {
    if (closing.get()) {
      return;
    }
    if (writeQueue.waiting() > maxWaiting) {
      writeQueue.discard();
      close(CloseCode.TOO_SLOW);
    } else if (!writeQueue.send(packet.bytes())) {
      owner.after(Duration.ZERO, this::disconnect); // it broke during the write
    }
  }

  /// Closes the connection after what was sent before.
  public void close(CloseCode why) {
    if (closing.compareAndSet(false, true)) {
      owner.closing(why);
      socket.close(why.code(), why.reason());
      owner.after(CLOSE_TIMEOUT, this::disconnect); // even if the client does not read
    }
  }

  /// It takes up too much of what all share.
  void endSlow() {
    if (closing.get()) {
      disconnect();
    } else {
      writeQueue.discard();
      close(CloseCode.TOO_SLOW);
    }
  }

  /// Whether nothing more is sent.
  public boolean isGone() {
    return closing.get();
  }

  /// Waits until the client has read nearly all that was sent, or is gone. For threads that may
  /// wait.
  public void awaitRoom() throws InterruptedException {
    writeQueue.awaitRoom();
  }

  void open(Receiver opened) {
    receiver = opened;
  }

  boolean isOpen() {
    return receiver != null;
  }

  @Nullable Receiver receiver() {
    return receiver;
  }

  /// It is known who the client is, so that it may stay.
  public void joined() {
    joined = true;
  }

  boolean isJoined() {
    return joined;
  }

  void closed() {
    closing.set(true);
  }

  /// Ends the connection at once and drops what waits.
  void disconnect() {
    socket.closeConnection(CloseCode.STOPPING.code(), CloseCode.STOPPING.reason());
  }

  /// When the connection was accepted, on the clock of `System.nanoTime`.
  long openedAt() {
    return accepted.at();
  }

  /// Bytes that wait to be written.
  long waiting() {
    return writeQueue.waiting();
  }

  /// Bytes of memory that the transport holds while nothing waits.
  int retainedBytes() {
    return writeQueue.retainedBytes();
  }

  /// When the client last sent something, on the clock of `System.nanoTime`.
  long lastReadAt() {
    return writeQueue.lastReadAt();
  }

  void awaitWritten(long deadline) throws InterruptedException {
    writeQueue.awaitWritten(deadline);
  }

  /// What a connection asks of the endpoint that it belongs to.
  interface Owner {
    /// Runs a task later, on another thread.
    void after(Duration delay, Runnable task);

    /// The server has a reason to close it.
    void closing(CloseCode why);
  }
}
