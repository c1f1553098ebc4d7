package hearth.client;

/// The transport on Java-WebSocket.
public final class WebSocketLink {
  private WebSocketLink() {}

  /// The [Link.Connector] of the network.
  public static Link open(Address address, Link.Listener listener) {
    throw new UnsupportedOperationException(address.toString() + listener);
  }
}
