package hearth.server.chat;

import hearth.protocol.Action;
import hearth.protocol.ChatId;
import hearth.protocol.Entry;
import hearth.protocol.Notification;
import hearth.protocol.Notification.EntryAppended;
import hearth.protocol.Notification.MarkerMoved;
import hearth.protocol.Notification.SignShown;
import hearth.protocol.OwnSettings;
import hearth.protocol.Sign;
import hearth.protocol.UserId;
import hearth.server.session.Session;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/// One chat's members and their connected sessions, which receive its notifications. Confined to
/// the publishing thread.
final class ChatSubscribers {
  private final Map<UserId, UserId> members = new HashMap<>();
  private final Set<Session> sessions = new LinkedHashSet<>();
  private final BroadcastGroup group;

  ChatSubscribers(Publisher publisher) {
    group = new BroadcastGroup(publisher, sessions);
  }

  /// The members by person: themselves, or their aliases.
  Map<UserId, UserId> members() {
    return members;
  }

  Set<Session> sessions() {
    return sessions;
  }

  /// Publishes to all members, on all of their devices.
  void publish(Notification notification) {
    group.publish(notification);
  }

  /// Publishes an entry of the chat's log. A message ends signs of its author, such as typing.
  void publish(Entry entry) {
    if (entry.action() instanceof Action.Post) {
      for (Sign sign : Sign.values()) {
        if (sign.endsWithPost()) {
          group.drop(new EphemeralKey(entry.author(), sign));
        }
      }
    }
    group.publish(new EntryAppended(entry));
  }

  /// Publishes how far a member has come to an audience; of several in a turn only the last is
  /// sent.
  void publishMarker(Audience audience, MarkerMoved moved) {
    group.publishLatest(new EphemeralKey(moved.marker().user(), audience), audience, moved);
  }

  /// Publishes a sign that a person shows, unless the chat is too large for it, or the sign says
  /// that an alias is here.
  void publishSign(ChatId chat, UserId person, Sign sign) {
    UserId member = members.get(person);
    boolean masked = !person.equals(member);
    if (member != null && members.size() <= sign.members() && !(masked && sign.tellsPresence())) {
      SignShown shown = new SignShown(chat, member, sign);
      group.publishLatest(new EphemeralKey(shown.user(), shown.sign()), shown);
    }
  }

  /// Whether there is nobody else in the chat but one person whom the other has blocked.
  boolean isAloneWithBlocked(OwnSettings own) {
    return members.size() == 2 && members.values().stream().anyMatch(own::blocks);
  }

  /// Sends what was published to the current members, before they change.
  void flush() {
    group.sendNow();
  }

  private record EphemeralKey(UserId user, Object kind) {}
}
