package hearth.server.net;

import hearth.server.metrics.Event;
import java.util.Collection;
import java.util.Comparator;

/// Brings what waits for all connections back below its budget: those for whom most waits are
/// closed first, as too slow; they come back and catch up from the log. Confined to the connection
/// timer.
final class FullestFirst {
  private final Collection<ClientConnection> connections;
  private final Event closed;

  /// Chooses among these connections.
  ///
  /// @param connections may change meanwhile
  /// @param closed told of each
  FullestFirst(Collection<ClientConnection> connections, Event closed) {
    this.connections = connections;
    this.closed = closed;
  }

  void relieve(WriteBudget budget) {
    budget.noted();
    boolean any = true;
    while (any && budget.isExceeded()) {
      ClientConnection fullest =
          connections.stream()
              .max(Comparator.comparingLong(ClientConnection::waiting))
              .orElse(null);
      any = fullest != null && fullest.waiting() > 0;
      if (fullest != null && any) {
        fullest.endSlow();
        closed.happened();
      }
    }
  }
}
