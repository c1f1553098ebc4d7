package hearth.server.net;

import java.util.Collection;
import java.util.Comparator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Brings what waits for all connections back below its budget: those for whom most waits are
/// closed first, as too slow; they come back and catch up from the log. Confined to the connection
/// timer.
final class FullestFirst {
  private static final Logger LOG = LoggerFactory.getLogger(FullestFirst.class);

  private final Collection<ClientConnection> connections;

  /// Chooses among these connections.
  ///
  /// @param connections may change meanwhile
  FullestFirst(Collection<ClientConnection> connections) {
    this.connections = connections;
  }

  void relieve(WriteBudget budget) {
    budget.noted();
    int closed = 0;
    boolean any = true;
    while (any && budget.isExceeded()) {
      ClientConnection fullest =
          connections.stream()
              .max(Comparator.comparingLong(ClientConnection::waiting))
              .orElse(null);
      any = fullest != null && fullest.waiting() > 0;
      if (fullest != null && any) {
        fullest.endSlow();
        closed++;
      }
    }
    if (closed > 0) {
      LOG.info("Closed {} slow connections: too much waited for all together", closed);
    }
  }
}
