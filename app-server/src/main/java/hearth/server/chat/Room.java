package hearth.server.chat;

import hearth.protocol.Event;
import hearth.protocol.Frame;
import hearth.protocol.UserId;
import hearth.server.net.Packet;
import hearth.server.session.Session;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Set;

/// One chat's members, and which of their sessions are here. Confined to the publishing thread.
final class Room {
  private final Set<UserId> members = new HashSet<>();
  private final Set<Session> sessions = new LinkedHashSet<>();

  Set<UserId> members() {
    return members;
  }

  Set<Session> sessions() {
    return sessions;
  }

  /// Tells all members, on all of their devices.
  void publish(Event event) {
    Packet packet = Packet.of(new Frame.Notice(event));
    for (Session session : sessions) {
      session.send(packet);
    }
  }

  /// Tells all members but one.
  void publishToOthers(UserId but, Event event) {
    Packet packet = Packet.of(new Frame.Notice(event));
    for (Session session : sessions) {
      if (!session.user().equals(but)) {
        session.send(packet);
      }
    }
  }
}
