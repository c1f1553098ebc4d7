package hearth.server.net;

import hearth.server.metrics.Event;
import hearth.server.metrics.Metrics;
import java.util.concurrent.atomic.LongAdder;

/// What is counted of connections. Safe from any thread.
final class NetMetrics {
  final Event tooManyOfAddress;
  final Event tooManyInAll;
  final Event otherHost;
  final Event tooMuchUnread;
  final LongAdder accepted;
  final LongAdder messages;
  private final Metrics metrics;
  private final LongAdder handshakesFailed;
  private final Event tooSlow;
  private final Event notJoined;
  private final Event impatient;
  private final Event notOurProtocol;

  /// Names them.
  NetMetrics(Metrics metrics) {
    this.metrics = metrics;
    accepted = metrics.counter("connections.accepted");
    messages = metrics.counter("messages.received");
    handshakesFailed = metrics.counter("tls.handshakes.failed");
    tooManyOfAddress =
        metrics.event(
            "connections.refused.address", "Connections refused, too many from one address");
    tooManyInAll =
        metrics.event("connections.refused.total", "Connections refused, too many in all");
    otherHost =
        metrics.event(
            "connections.refused.host",
            "Connections refused, for a host that is none of this server's names");
    tooSlow =
        metrics.event(
            "connections.closed.slow", "Connections closed, their clients read too slowly");
    tooMuchUnread =
        metrics.event(
            "connections.closed.unread", "Connections closed, too much waited for all together");
    notJoined =
        metrics.burst(
            "connections.closed.anonymous", "Connections closed, nobody joined in time", 20);
    impatient =
        metrics.burst(
            "connections.closed.impatient", "Connections closed, they did not wait as told", 20);
    notOurProtocol =
        metrics.burst(
            "connections.closed.protocol", "Connections closed, they broke the protocol", 20);
  }

  /// The server closes a connection.
  void closing(CloseCode why) {
    switch (why) {
      case TOO_SLOW -> tooSlow.happened();
      case NOT_JOINED -> notJoined.happened();
      case IMPATIENT -> impatient.happened();
      case NOT_OUR_PROTOCOL, NOT_TEXT, NOT_JSON -> notOurProtocol.happened();
      case STOPPING, BUG, REMOVED, SIGNED_OUT -> {}
    }
  }

  void handshakeFailed() {
    handshakesFailed.increment();
  }

  void bug(long connection, Throwable bug) {
    metrics.bug("A bug on connection " + connection, bug);
  }
}
