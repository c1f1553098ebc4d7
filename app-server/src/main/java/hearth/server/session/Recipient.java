package hearth.server.session;

import hearth.server.net.Packet;

/// A receiver of packets.
public interface Recipient {

  /// Whether the receiver is not told what others have read. Confined to the publishing thread.
  default boolean isBlind() {
    return false;
  }

  /// Sends without waiting. Safe from any thread.
  void send(Packet packet);
}
