package hearth.server.chat;

import hearth.protocol.Chat;
import hearth.protocol.ChatId;
import hearth.protocol.ChatOverview;
import hearth.protocol.Fault;
import hearth.protocol.FaultException;
import hearth.protocol.Frame;
import hearth.protocol.Notification;
import hearth.protocol.Notification.ChatAppeared;
import hearth.protocol.Notification.ChatDeleted;
import hearth.protocol.UserId;
import hearth.server.net.Packet;
import hearth.server.session.Session;
import hearth.server.session.Sessions;
import hearth.server.store.Views;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Finds each chat's subscribers, of whom it knows which person is behind which alias: what is
/// published names members, what is sent goes to the sessions of people. Confined to the publishing
/// thread.
final class ChatDirectory {
  private final Sessions sessions;
  private final Publisher publisher;
  private final Map<ChatId, ChatSubscribers> byId = new HashMap<>();
  private final Map<UserId, Set<ChatSubscribers>> byPerson = new HashMap<>();
  private final Map<UserId, UserId> people;

  /// @param aliases who is behind each
  ChatDirectory(
      Sessions sessions, Publisher publisher, List<Chat> chats, Map<UserId, UserId> aliases) {
    this.sessions = sessions;
    this.publisher = publisher;
    people = new HashMap<>(aliases);
    chats.forEach(chat -> open(chat, Views.NONE));
  }

  /// Adds a chat, with the sessions of its members.
  ///
  /// @param views as whom they are there
  ChatSubscribers open(Chat chat, Views views) {
    ChatSubscribers subscribers = new ChatSubscribers(publisher);
    byId.put(chat.id(), subscribers);
    addMembers(subscribers, chat.members(), views);
    return subscribers;
  }

  /// Adds members.
  ///
  /// @param views as whom they are there
  void addMembers(ChatSubscribers subscribers, Collection<UserId> members, Views views) {
    views
        .of()
        .forEach(
            (person, seen) -> {
              if (seen.mine().mask() != null) {
                people.put(seen.mine().mask().as(), person);
              }
            });
    for (UserId member : members) {
      UserId person = person(member);
      subscribers.members().put(person, member);
      byPerson.computeIfAbsent(person, _ -> new HashSet<>()).add(subscribers);
      subscribers.sessions().addAll(sessions.of(person));
    }
  }

  void removeMember(ChatSubscribers subscribers, UserId member) {
    remove(subscribers, person(member));
  }

  /// Who is behind a member: the alias itself where nobody is any more.
  private UserId person(UserId member) {
    return people.getOrDefault(member, member);
  }

  private void remove(ChatSubscribers subscribers, UserId person) {
    subscribers.members().remove(person);
    of(person).remove(subscribers);
    subscribers.sessions().removeAll(sessions.of(person));
  }

  /// Removes a chat that was deleted, and tells its members.
  void close(ChatId chat) {
    ChatSubscribers subscribers = byId.remove(chat);
    if (subscribers != null) {
      subscribers.publish(new ChatDeleted(chat));
      subscribers.flush();
      subscribers.members().keySet().forEach(person -> of(person).remove(subscribers));
    }
  }

  /// Tells people that they have come into a chat, on all of their devices, each as they see it.
  void tell(Views views) {
    IdentityHashMap<ChatOverview, Packet> packets = new IdentityHashMap<>();
    views
        .of()
        .forEach(
            (person, seen) -> {
              Packet packet =
                  packets.computeIfAbsent(
                      seen, _ -> Packet.of(new Frame.NotificationFrame(new ChatAppeared(seen))));
              sessions.of(person).forEach(session -> session.send(packet));
            });
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
  ChatSubscribers of(ChatId chat, UserId person) {
    ChatSubscribers subscribers = byId.get(chat);
    if (subscribers == null || !subscribers.members().containsKey(person)) {
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

  private Set<ChatSubscribers> of(UserId person) {
    return byPerson.getOrDefault(person, new HashSet<>());
  }
}
