package hearth.server.chat;

import hearth.protocol.Chat;
import hearth.protocol.ChatId;
import hearth.protocol.Fault;
import hearth.protocol.FaultException;
import hearth.protocol.UserId;
import hearth.server.session.Session;
import hearth.server.session.Sessions;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Every chat's room. Confined to the publishing thread.
final class Rooms {
  private final Sessions sessions;
  private final Publisher publisher;
  private final Map<ChatId, Room> byId = new HashMap<>();
  private final Map<UserId, Set<Room>> byMember = new HashMap<>();

  Rooms(Sessions sessions, Publisher publisher, List<Chat> chats) {
    this.sessions = sessions;
    this.publisher = publisher;
    chats.forEach(this::open);
  }

  /// Makes a chat's room, with its members' sessions in it.
  Room open(Chat chat) {
    Room room = new Room(publisher);
    byId.put(chat.id(), room);
    addMembers(room, chat.members());
    return room;
  }

  void addMembers(Room room, Collection<UserId> users) {
    for (UserId user : users) {
      room.members().add(user);
      byMember.computeIfAbsent(user, _ -> new HashSet<>()).add(room);
      room.sessions().addAll(sessions.of(user));
    }
  }

  /// The room of a chat that certainly is there.
  Room of(ChatId chat) {
    Room room = byId.get(chat);
    if (room == null) {
      throw new IllegalStateException("no room for " + chat);
    }
    return room;
  }

  /// The room of a chat that somebody names.
  ///
  /// @throws FaultException `CHAT_UNKNOWN` for who is not in it
  Room of(ChatId chat, UserId member) {
    Room room = byId.get(chat);
    if (room == null || !room.members().contains(member)) {
      throw new FaultException(Fault.CHAT_UNKNOWN);
    }
    return room;
  }

  /// Lets a session into all rooms of its person.
  void enter(Session session) {
    of(session.user()).forEach(room -> room.sessions().add(session));
  }

  void leave(Session session) {
    of(session.user()).forEach(room -> room.sessions().remove(session));
  }

  private Set<Room> of(UserId user) {
    return byMember.getOrDefault(user, Set.of());
  }
}
