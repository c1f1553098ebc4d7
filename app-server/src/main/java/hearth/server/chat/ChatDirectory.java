package hearth.server.chat;

import hearth.protocol.Chat;
import hearth.protocol.ChatId;
import hearth.protocol.Fault;
import hearth.protocol.FaultException;
import hearth.protocol.Frame;
import hearth.protocol.Notification;
import hearth.protocol.Notification.ChatDeleted;
import hearth.protocol.UserId;
import hearth.server.net.Packet;
import hearth.server.session.Session;
import hearth.server.session.Sessions;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Finds each chat's subscribers. Confined to the publishing thread.
final class ChatDirectory {
  private final Sessions sessions;
  private final Publisher publisher;
  private final Map<ChatId, ChatSubscribers> byId = new HashMap<>();
  private final Map<UserId, Set<ChatSubscribers>> byMember = new HashMap<>();

  ChatDirectory(Sessions sessions, Publisher publisher, List<Chat> chats) {
    this.sessions = sessions;
    this.publisher = publisher;
    chats.forEach(this::open);
  }

  /// Adds a chat, with the sessions of its members.
  ChatSubscribers open(Chat chat) {
    ChatSubscribers subscribers = new ChatSubscribers(publisher);
    byId.put(chat.id(), subscribers);
    addMembers(subscribers, chat.members());
    return subscribers;
  }

  void addMembers(ChatSubscribers subscribers, Collection<UserId> users) {
    for (UserId user : users) {
      subscribers.members().add(user);
      byMember.computeIfAbsent(user, _ -> new HashSet<>()).add(subscribers);
      subscribers.sessions().addAll(sessions.of(user));
    }
  }

  void removeMember(ChatSubscribers subscribers, UserId user) {
    subscribers.members().remove(user);
    byMember.getOrDefault(user, new HashSet<>()).remove(subscribers);
    subscribers.sessions().removeAll(sessions.of(user));
  }

  /// Removes a chat that was deleted, and tells its members.
  void close(ChatId chat) {
    ChatSubscribers subscribers = byId.remove(chat);
    if (subscribers != null) {
      subscribers.publish(new ChatDeleted(chat));
      subscribers.flush();
      subscribers
          .members()
          .forEach(user -> byMember.getOrDefault(user, new HashSet<>()).remove(subscribers));
    }
  }

  /// Tells some people, on all of their devices.
  void tell(Collection<UserId> users, Notification notification) {
    Packet packet = Packet.of(new Frame.NotificationFrame(notification));
    users.stream()
        .flatMap(user -> sessions.of(user).stream())
        .forEach(session -> session.send(packet));
  }

  /// The subscribers of a chat that exists.
  ChatSubscribers of(ChatId chat) {
    ChatSubscribers subscribers = byId.get(chat);
    if (subscribers == null) {
      throw new IllegalStateException("no chat " + chat);
    }
    return subscribers;
  }

  /// The subscribers of a chat that a client names.
  ///
  /// @throws FaultException `CHAT_UNKNOWN` if the person is not a member
  ChatSubscribers of(ChatId chat, UserId member) {
    ChatSubscribers subscribers = byId.get(chat);
    if (subscribers == null || !subscribers.members().contains(member)) {
      throw new FaultException(Fault.CHAT_UNKNOWN);
    }
    return subscribers;
  }

  /// Subscribes a session to all chats of its person.
  void add(Session session) {
    of(session.user()).forEach(subscribers -> subscribers.sessions().add(session));
  }

  void remove(Session session) {
    of(session.user()).forEach(subscribers -> subscribers.sessions().remove(session));
  }

  private Set<ChatSubscribers> of(UserId user) {
    return byMember.getOrDefault(user, Set.of());
  }
}
