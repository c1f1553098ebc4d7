package hearth.server.session;

import hearth.protocol.Fault;
import hearth.protocol.FaultException;
import hearth.protocol.UserId;
import hearth.server.net.ClientConnection;
import hearth.server.net.CloseCode;
import hearth.server.net.Packet;
import hearth.server.policy.ClientNetwork;
import hearth.server.store.Account;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// One connection's identity: a stranger at first, then joining, then one person's device.
///
/// Safe from any thread, but for what is marked as confined to the publishing thread.
public final class Session implements Recipient {
  private static final Logger LOG = LoggerFactory.getLogger(Session.class);

  /// How many readings of the disk may wait for one connection.
  private static final int READINGS = 256;

  private final ClientConnection connection;
  private final ClientNetwork network;
  private final AtomicReference<State> state = new AtomicReference<>(State.STRANGER);
  private volatile @Nullable Account account;
  private final Semaphore readings = new Semaphore(READINGS);
  private boolean away;
  private boolean gone;

  public Session(ClientConnection connection) {
    this.connection = connection;
    this.network = ClientNetwork.of(connection.remote());
  }

  /// Where the connection comes from.
  public ClientNetwork network() {
    return network;
  }

  /// Begins to join or resume.
  ///
  /// @throws FaultException `ALREADY_JOINED` for who has, or is about to
  public void beginJoining() {
    if (!state.compareAndSet(State.STRANGER, State.JOINING)) {
      throw new FaultException(Fault.ALREADY_JOINED);
    }
  }

  /// It was not to be; another attempt may follow.
  public void stayStranger() {
    state.set(State.STRANGER);
  }

  public void become(Account known) {
    account = known;
    state.set(State.JOINED);
  }

  /// Who is at the other end.
  ///
  /// @throws FaultException `NOT_JOINED` for a stranger
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

  /// Takes one of the connection's places in the queue to the disk.
  ///
  /// @throws FaultException `SERVER_BUSY` where it has too many of them
  public void beginReading() {
    if (!readings.tryAcquire()) {
      throw new FaultException(Fault.SERVER_BUSY);
    }
  }

  public void endReading() {
    readings.release();
  }

  @Override
  public void send(Packet packet) {
    connection.send(packet);
  }

  public void close(CloseCode why) {
    connection.close(why);
  }

  /// Ends this connection alone, because of our own mistake.
  public void fail(Throwable bug) {
    LOG.error("Connection {} met a bug", connection.number(), bug);
    connection.close(CloseCode.BUG);
  }

  /// Whether nobody is at the device. Confined to the publishing thread, as the rest.
  public boolean isAway() {
    return away;
  }

  public void setAway(boolean away) {
    this.away = away;
  }

  /// Whether the connection has ended.
  public boolean isGone() {
    return gone;
  }

  public void leave() {
    gone = true;
  }

  private enum State {
    STRANGER,
    JOINING,
    JOINED
  }
}
