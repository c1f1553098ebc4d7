package hearth.server.chat;

import hearth.protocol.Event;
import hearth.protocol.Event.MessagePosted;
import hearth.protocol.Event.UserTyped;
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

  /// Tells all members what one has written, who then is no longer writing it.
  void publishMessage(MessagePosted posted) {
    circle.forget(new Passing(posted.message().author(), UserTyped.class));
    circle.tell(posted);
  }

  /// Tells all members a state of one of them that passes; of several of a kind only the last.
  void publishPassing(UserId user, Event state) {
    circle.tellLast(new Passing(user, state.getClass()), state);
  }

  private record Passing(UserId user, Class<? extends Event> kind) {}
}
