package hearth.server.chat;

import hearth.protocol.Event;
import hearth.protocol.Event.MessagePosted;
import hearth.protocol.Event.UserTyped;
import hearth.protocol.UserId;
import hearth.server.session.Session;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Set;

/// One chat's members and their connected sessions, which receive its events. Confined to the
/// publishing thread.
final class ChatSubscribers {
  private final Set<UserId> members = new HashSet<>();
  private final Set<Session> sessions = new LinkedHashSet<>();
  private final BroadcastGroup group;

  ChatSubscribers(Publisher publisher) {
    group = new BroadcastGroup(publisher, sessions);
  }

  Set<UserId> members() {
    return members;
  }

  Set<Session> sessions() {
    return sessions;
  }

  /// Publishes to all members, on all of their devices.
  void publish(Event event) {
    group.publish(event);
  }

  /// Publishes a message. Its author is no longer typing.
  void publishMessage(MessagePosted posted) {
    group.drop(new EphemeralKey(posted.message().author(), UserTyped.class));
    group.publish(posted);
  }

  /// Publishes an ephemeral event of a member; of several of one type in a turn only the last is
  /// sent.
  void publishEphemeral(UserId user, Event state) {
    group.publishLatest(new EphemeralKey(user, state.getClass()), state);
  }

  private record EphemeralKey(UserId user, Class<? extends Event> kind) {}
}
