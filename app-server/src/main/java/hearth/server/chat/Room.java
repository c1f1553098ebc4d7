package hearth.server.chat;

import hearth.protocol.Event;
import hearth.protocol.UserId;
import hearth.server.session.Session;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Set;

/// One chat's members, and which of their sessions are here. Confined to the publishing thread.
final class Room {
  private final Set<UserId> members = new HashSet<>();
  private final Set<Session> sessions = new LinkedHashSet<>();
  private final Circle circle;

  Room(Publisher publisher) {
    circle = new Circle(publisher, sessions);
  }

  Set<UserId> members() {
    return members;
  }

  Set<Session> sessions() {
    return sessions;
  }

  /// Tells all members, on all of their devices.
  void publish(Event event) {
    circle.tell(event);
  }

  /// Tells all members how far one has come; of several places only the last.
  void publishMarker(UserId user, Event marker) {
    circle.tellLast(new Moved(user, marker.getClass()), marker);
  }

  /// Tells all members but one.
  void publishToOthers(UserId but, Event event) {
    circle.tellSome(session -> !session.user().equals(but), event);
  }

  private record Moved(UserId user, Class<?> marker) {}
}
