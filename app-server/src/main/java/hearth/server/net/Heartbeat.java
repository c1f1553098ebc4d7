package hearth.server.net;

import java.time.Duration;
import java.util.Collection;

/// Finds connections whose other end is gone without a word: whoever has been silent is pinged, and
/// whoever stays silent, or never shakes hands, is cut off. Each turn pings its share of the
/// connections, so that thousands are not pinged in one burst. Confined to the connection timer.
final class Heartbeat implements Runnable {
  /// A connection is looked at once in so many turns.
  private static final int SHARES = 20;

  private final Collection<Channel> channels;
  private final Bounds bounds;
  private int share;

  /// Watches these connections.
  ///
  /// @param channels may change meanwhile
  Heartbeat(Collection<Channel> channels, Bounds bounds) {
    this.channels = channels;
    this.bounds = bounds;
  }

  /// How often this wants to run.
  Duration period() {
    return bounds.silence().dividedBy(SHARES);
  }

  @Override
  public void run() {
    share = (share + 1) % SHARES;
    long now = System.nanoTime();
    for (Channel channel : channels) {
      if (!channel.isOpen()) {
        if (now - channel.bornAt() > bounds.handshake().toNanos()) {
          channel.cut();
        }
      } else if (channel.number() % SHARES == share) {
        look(channel, now - channel.heardAt());
      }
    }
  }

  private void look(Channel channel, long silence) {
    if (silence > bounds.absence().toNanos()) {
      channel.cut();
    } else if (silence > bounds.silence().toNanos()) {
      channel.send(Packet.PING);
    }
  }
}
