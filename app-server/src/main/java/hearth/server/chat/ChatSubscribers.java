package hearth.server.chat;

import hearth.protocol.Action;
import hearth.protocol.Entry;
import hearth.protocol.Notification;
import hearth.protocol.Notification.EntryAppended;
import hearth.protocol.Notification.Typing;
import hearth.protocol.UserId;
import hearth.server.session.Session;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Set;

/// One chat's members and their connected sessions, which receive its notifications. Confined to
/// the publishing thread.
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
  void publish(Notification notification) {
    group.publish(notification);
  }

  /// Publishes an entry of the chat's log. The author of a message is no longer typing.
  void publish(Entry entry) {
    if (entry.action() instanceof Action.Post) {
      group.drop(new EphemeralKey(entry.author(), Typing.class));
    }
    group.publish(new EntryAppended(entry));
  }

  /// Publishes an ephemeral notification about a member; of several of one type in a turn only the
  /// last is sent.
  void publishEphemeral(UserId user, Notification state) {
    group.publishLatest(new EphemeralKey(user, state.getClass()), state);
  }

  /// Sends what was published to the current members, before they change.
  void flush() {
    group.sendNow();
  }

  private record EphemeralKey(UserId user, Class<? extends Notification> kind) {}
}
