package hearth.server.session;

import hearth.server.net.Packet;

/// Who can be told something.
public interface Recipient {

  /// Tells it, without waiting. Safe from any thread.
  void send(Packet packet);
}
