package hearth.server.net;

import java.time.Duration;
import java.util.Collection;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Finds connections whose peer has disappeared: a silent one is pinged; one that stays silent, or
/// does not finish its handshake or join in time, is disconnected. Each run pings its share of the
/// connections, so that thousands are not pinged in one burst. Confined to the connection timer.
final class Heartbeat implements Runnable {
  private static final Logger LOG = LoggerFactory.getLogger(Heartbeat.class);

  /// Each connection is checked once in this many runs.
  private static final int SHARES = 20;

  private final Collection<ClientConnection> connections;
  private final ConnectionLimits.Times times;
  private int share;

  /// Watches these connections.
  ///
  /// @param connections may change meanwhile
  Heartbeat(Collection<ClientConnection> connections, ConnectionLimits.Times times) {
    this.connections = connections;
    this.times = times;
  }

  /// How often this is to run.
  Duration period() {
    return times.pingAfter().dividedBy(SHARES);
  }

  /// A failure here must not be the last run.
  @Override
  public void run() {
    try {
      checkAll();
    } catch (RuntimeException bug) {
      LOG.error("A bug while connections were checked", bug);
    }
  }

  private void checkAll() {
    share = (share + 1) % SHARES;
    long now = System.nanoTime();
    for (ClientConnection connection : connections) {
      if (!connection.isOpen()) {
        if (now - connection.openedAt() > times.handshake().toNanos()) {
          connection.disconnect();
        }
      } else if (!connection.isJoined()
          && now - connection.openedAt() > times.joining().toNanos()) {
        connection.close(CloseCode.NOT_JOINED);
      } else if (connection.number() % SHARES == share) {
        check(connection, now - connection.lastReadAt());
      }
    }
  }

  private void check(ClientConnection connection, long silence) {
    if (silence > times.idle().toNanos()) {
      connection.disconnect();
    } else if (silence > times.pingAfter().toNanos()) {
      connection.send(Packet.PING);
    }
  }
}
