package hearth.server.session;

import hearth.protocol.Fault;
import hearth.protocol.FaultException;
import hearth.protocol.Hidden;
import hearth.protocol.UserId;
import hearth.server.net.ClientConnection;
import hearth.server.net.CloseCode;
import hearth.server.net.Packet;
import hearth.server.policy.ClientNetwork;
import hearth.server.store.Account;
import hearth.server.store.Profile;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/// One connection's identity: anonymous at first, then joining, then one person's device.
///
/// Safe from any thread, except what is marked as confined to the publishing thread.
public final class Session implements Recipient {
  /// A client of ours has at most a dozen requests to read on their way.
  static final int REFUSED_READS = 64;

  private final ClientConnection connection;
  private final ClientNetwork network;
  private final AtomicReference<State> state = new AtomicReference<>(State.ANONYMOUS);
  private volatile @Nullable Account account;
  private final Semaphore reading = new Semaphore(1, true);
  private final AtomicInteger refusedReads = new AtomicInteger();
  private boolean away;
  private boolean disconnected;

  public Session(ClientConnection connection) {
    this.connection = connection;
    this.network = ClientNetwork.of(connection.remote());
  }

  /// The network the connection comes from.
  public ClientNetwork network() {
    return network;
  }

  /// Begins to join or resume.
  ///
  /// @throws FaultException `ALREADY_JOINED` if it has joined or is joining
  public void beginJoining() {
    if (!state.compareAndSet(State.ANONYMOUS, State.JOINING)) {
      throw new FaultException(Fault.ALREADY_JOINED);
    }
  }

  /// Joining or resuming was refused; another attempt may follow.
  public void joinFailed() {
    state.set(State.ANONYMOUS);
  }

  public void authenticated(Account known) {
    account = known;
    connection.joined();
    state.set(State.JOINED);
  }

  /// The person has set something of themselves.
  public void changed(Profile now) {
    account = account().with(now);
  }

  /// The person of this session.
  ///
  /// @throws FaultException `NOT_JOINED` before joining
  public Account account() {
    Account known = account;
    if (known == null) {
      throw new FaultException(Fault.NOT_JOINED);
    }
    return known;
  }

  public UserId user() {
    return account().id();
  }

  public boolean joined() {
    return account != null;
  }

  /// Runs a read of the disk, one at a time, and only when the client has read what it was sent
  /// before; not at all if it is gone. For threads that may wait.
  public void read(Runnable work) throws InterruptedException {
    reading.acquire();
    try {
      connection.awaitRoom();
      if (!connection.isGone()) {
        work.run();
      }
    } finally {
      reading.release();
    }
  }

  /// A request to read was taken.
  public void readerWaited() {
    refusedReads.set(0);
  }

  /// A request to read was refused for now. Who does not wait as they are told, and asks
  /// [#REFUSED_READS] times in vain, is disconnected: reading and refusing costs too.
  public void readerDidNotWait() {
    if (refusedReads.incrementAndGet() > REFUSED_READS) {
      close(CloseCode.IMPATIENT);
    }
  }

  /// Whether nothing more is sent to the client.
  public boolean isGone() {
    return connection.isGone();
  }

  @Override
  public boolean isBlind() {
    return account().own().hides(Hidden.READING);
  }

  @Override
  public void send(Packet packet) {
    connection.send(packet);
  }

  public void close(CloseCode why) {
    connection.close(why);
  }

  /// The connection's number, for logs.
  public long number() {
    return connection.number();
  }

  /// Whether nobody is at the device. Confined to the publishing thread, like the methods below.
  public boolean isAway() {
    return away;
  }

  public void setAway(boolean away) {
    this.away = away;
  }

  /// Whether the connection has ended.
  public boolean isDisconnected() {
    return disconnected;
  }

  public void disconnected() {
    disconnected = true;
  }

  private enum State {
    ANONYMOUS,
    JOINING,
    JOINED
  }
}
