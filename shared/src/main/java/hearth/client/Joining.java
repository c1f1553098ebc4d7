package hearth.client;

import java.util.concurrent.CompletableFuture;

/// The first step into a server: makes a person of a name there and an [Identity] for this device.
/// Safe from any thread.
public final class Joining {
  private final Link.Connector connector;

  public Joining(Link.Connector connector) {
    this.connector = connector;
  }

  /// Joins. Fails with [JoinException], or with [hearth.protocol.FaultException] at once where the
  /// name itself is not fit.
  public CompletableFuture<Identity> join(Address address, String name) {
    throw new UnsupportedOperationException(connector.toString());
  }
}
