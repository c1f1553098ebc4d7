package hearth.server.session;

import hearth.server.net.Packet;

/// A receiver of packets.
public interface Recipient {

  /// Sends without waiting. Safe from any thread.
  void send(Packet packet);
}
