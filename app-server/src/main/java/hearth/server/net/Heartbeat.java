package hearth.server.net;

import java.time.Duration;
import java.util.Collection;

/// Finds connections whose other end is gone without a word: whoever has been silent is pinged, and
/// whoever stays silent is cut off. Each second has its share of the connections, so that thousands
/// are not pinged in one burst. Confined to the connection timer.
final class Heartbeat implements Runnable {
  /// A connection is looked at once in so many seconds.
  private static final int SHARES = 20;

  private static final long SILENT = Duration.ofSeconds(SHARES).toNanos();
  private static final long GONE = Duration.ofSeconds(50).toNanos();

  private final Collection<Channel> channels;
  private int share;

  /// Watches these connections.
  ///
  /// @param channels may change meanwhile
  Heartbeat(Collection<Channel> channels) {
    this.channels = channels;
  }

  @Override
  public void run() {
    share = (share + 1) % SHARES;
    long now = System.nanoTime();
    for (Channel channel : channels) {
      if (channel.number() % SHARES != share || !channel.isOpen()) {
        continue;
      }
      long silence = now - channel.heardAt();
      if (silence > GONE) {
        channel.cut();
      } else if (silence > SILENT) {
        channel.send(Packet.PING);
      }
    }
  }
}
