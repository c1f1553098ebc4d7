package hearth.server.store.sqlite;

import hearth.protocol.Chat;
import hearth.protocol.ChatId;
import hearth.protocol.ChatSettings;
import hearth.protocol.Role;
import hearth.protocol.UserId;
import hearth.server.store.sqlite.EntryTable.Place;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What each write needs to know about its chat without reading the disk: the head of its log, the
/// kind, the settings, the roles and the number of members. Confined to the commit thread.
final class ChatCounters {
  /// Where an empty log stands.
  static final Place EMPTY = new Place(0, Instant.MIN);

  private final TransactionalMap<Place> heads = new TransactionalMap<>();
  private final TransactionalMap<Properties> properties = new TransactionalMap<>();

  /// Takes over what is on disk.
  ///
  /// @param masked whether its members are there under aliases
  void load(Chat chat, Place head, boolean masked) {
    heads.load(chat.id(), head);
    Map<UserId, Role> roles = new HashMap<>();
    chat.roles().forEach(special -> roles.put(special.user(), special.role()));
    properties.load(
        chat.id(),
        new Properties(chat.kind(), roles, chat.settings(), chat.members().size(), masked));
  }

  /// A chat was made.
  ///
  /// @param masked whether its members are there under aliases
  void add(ChatId chat, Chat.Kind kind, @Nullable UserId owner, int members, boolean masked) {
    Map<UserId, Role> roles = owner == null ? Map.of() : Map.of(owner, Role.OWNER);
    properties.set(chat, new Properties(kind, roles, ChatSettings.USUAL, members, masked));
  }

  /// A chat was deleted.
  void remove(ChatId chat) {
    heads.remove(chat);
    properties.remove(chat);
  }

  /// Empty for a chat that does not exist.
  Optional<Properties> of(ChatId chat) {
    return Optional.ofNullable(properties.get(chat));
  }

  /// The highest seq; 0 for an empty log.
  long head(ChatId chat) {
    return place(chat).seq();
  }

  /// The time of the next entry: what the clock says, but never before the entry that is there.
  Instant next(ChatId chat, Instant now) {
    Instant last = place(chat).at();
    return now.isBefore(last) ? last : now;
  }

  /// An entry was appended.
  void advance(ChatId chat, long seq, Instant at) {
    heads.set(chat, new Place(seq, at));
  }

  /// The latest time in any log; the beginning of time for none.
  Instant latest() {
    return heads.committed().map(Place::at).max(Comparator.naturalOrder()).orElse(Instant.MIN);
  }

  private Place place(ChatId chat) {
    Place head = heads.get(chat);
    return head == null ? EMPTY : head;
  }

  /// A member has another role; [Role#MEMBER] also for who is none any more.
  void setRole(ChatId chat, UserId user, Role role) {
    Properties now = of(chat).orElseThrow();
    Map<UserId, Role> roles = new HashMap<>(now.roles);
    if (role == Role.MEMBER) {
      roles.remove(user);
    } else {
      roles.put(user, role);
    }
    properties.set(chat, new Properties(now.kind, roles, now.settings, now.members, now.masked));
  }

  void set(ChatId chat, ChatSettings settings) {
    Properties now = of(chat).orElseThrow();
    properties.set(chat, new Properties(now.kind, now.roles, settings, now.members, now.masked));
  }

  /// People came, or went where it is less than 0.
  void membersChanged(ChatId chat, int by) {
    Properties now = of(chat).orElseThrow();
    properties.set(
        chat, new Properties(now.kind, now.roles, now.settings, now.members + by, now.masked));
  }

  void commit() {
    heads.commit();
    properties.commit();
  }

  void rollBack() {
    heads.rollBack();
    properties.rollBack();
  }

  /// What changes seldom in a chat.
  ///
  /// @param roles of those who are more or less than plain members
  /// @param members how many there are
  /// @param masked whether they are there under aliases
  record Properties(
      Chat.Kind kind, Map<UserId, Role> roles, ChatSettings settings, int members, boolean masked) {
    Properties {
      roles = Map.copyOf(roles);
    }

    /// The role of somebody who is a member.
    Role role(UserId member) {
      return roles.getOrDefault(member, Role.MEMBER);
    }

    boolean hasOwner() {
      return roles.containsValue(Role.OWNER);
    }
  }
}
