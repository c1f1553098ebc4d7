package hearth.server.store.sqlite;

import hearth.protocol.AliasName;
import hearth.protocol.Chat;
import hearth.protocol.ChatId;
import hearth.protocol.User;
import hearth.protocol.UserId;
import hearth.sqlite.Query;
import java.sql.Connection;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The aliases in the table `user`: who is behind each, and in which masked chat it was drawn.
/// Confined to the thread that holds the connection.
final class AliasTable {
  private final Query add;
  private final Query of;
  private final Query one;
  private final Query all;
  private final Query inChat;
  private final Query named;
  private final Query count;
  private final Query chatsOf;
  private final Query release;
  private final Query forget;

  AliasTable(Connection connection) {
    add =
        new Query(
            connection,
            """
            INSERT INTO user (name, name_key, joined_at, person, home) VALUES (?, ?, ?, ?, ?)
            RETURNING id\
            """);
    of =
        new Query(
            connection,
            """
            SELECT id FROM user WHERE person = ?1 AND home = ?2
            UNION ALL
            SELECT user.id FROM chat JOIN user ON user.id IN (low_user, high_user)
            WHERE chat.id = ?2 AND user.person = ?1\
            """);
    one = new Query(connection, "SELECT person, home FROM user WHERE id = ? AND home IS NOT NULL");
    all = new Query(connection, "SELECT id, person FROM user WHERE person IS NOT NULL");
    inChat =
        new Query(
            connection,
            """
            SELECT id, name FROM user WHERE home = ?1
            UNION
            SELECT user.id, name FROM chat JOIN user ON user.id IN (low_user, high_user)
            WHERE chat.id = ?1 AND home IS NOT NULL\
            """);
    named = new Query(connection, "SELECT 1 FROM user WHERE name_key = ?");
    count = new Query(connection, "SELECT count(*) FROM user WHERE home = ?");
    chatsOf =
        new Query(
            connection,
            """
            SELECT home, id FROM user WHERE person = ?1 AND home IS NOT NULL
            UNION ALL
            SELECT chat.id, user.id FROM user JOIN chat ON chat.low_user = user.id
            WHERE person = ?1
            UNION ALL
            SELECT chat.id, user.id FROM user JOIN chat ON chat.high_user = user.id
            WHERE person = ?1
            ORDER BY 1\
            """);
    release = new Query(connection, "UPDATE user SET person = NULL WHERE person = ?");
    forget =
        new Query(
            connection,
            """
            UPDATE user SET person = NULL, name = '', name_key = ' ' || id WHERE home = ?
              AND NOT EXISTS (SELECT 1 FROM chat WHERE low_user = user.id)
              AND NOT EXISTS (SELECT 1 FROM chat WHERE high_user = user.id)\
            """);
  }

  /// Adds an alias with a name that nobody has in the chat.
  UserId add(ChatId home, UserId person, AliasName name, Instant now) {
    return add.only(
        row -> new UserId(row.getLong(1)),
        name.english(),
        key(home, name),
        now.toEpochMilli(),
        person.value(),
        home.value());
  }

  /// Whether somebody in a chat has, or had, a name.
  boolean isTaken(ChatId home, AliasName name) {
    return named.exists(key(home, name));
  }

  /// No name of a person has a key that begins with a blank, and no removed person's has a colon.
  private static String key(ChatId home, AliasName name) {
    return " " + home.value() + ":" + name.english();
  }

  /// How many aliases were drawn in a chat.
  int count(ChatId home) {
    return count.only(row -> row.getInt(1), home.value());
  }

  /// Who a person is, or was, in a chat; empty where they are themselves, or were never in it.
  Optional<UserId> of(ChatId chat, UserId person) {
    return of.first(row -> new UserId(row.getLong(1)), person.value(), chat.value());
  }

  /// Empty for somebody who is no alias.
  Optional<Alias> one(UserId alias) {
    return one.first(
        row -> {
          long person = row.getLong(1);
          return new Alias(
              person == 0 ? Optional.empty() : Optional.of(new UserId(person)),
              new ChatId(row.getLong(2)));
        },
        alias.value());
  }

  /// The person behind a member: nobody behind the alias of somebody who was removed.
  Optional<UserId> person(UserId member) {
    return one(member).map(Alias::person).orElse(Optional.of(member));
  }

  /// Who is behind each alias.
  Map<UserId, UserId> all() {
    Map<UserId, UserId> people = new LinkedHashMap<>();
    all.visit(row -> people.put(new UserId(row.getLong(1)), new UserId(row.getLong(2))) == null);
    return people;
  }

  /// Everybody who is, or was, in a masked chat.
  List<User> in(ChatId chat) {
    return inChat.list(
        row -> User.alias(new UserId(row.getLong(1)), row.getString(2)), chat.value());
  }

  /// Whether the members of a chat are there under aliases.
  boolean isMasked(Chat chat) {
    return chat.kind() == Chat.Kind.MASKED
        || (chat.kind() == Chat.Kind.DIRECT
            && chat.members().stream().anyMatch(member -> one(member).isPresent()));
  }

  /// The masked chats that a person is, or was, in by their ids, and as whom.
  Map<ChatId, UserId> chatsOf(UserId person) {
    Map<ChatId, UserId> chats = new LinkedHashMap<>();
    chatsOf.visit(
        row -> chats.put(new ChatId(row.getLong(1)), new UserId(row.getLong(2))) == null,
        person.value());
    return chats;
  }

  /// Somebody was removed: nobody is behind their aliases any more.
  void release(UserId person) {
    release.update(person.value());
  }

  /// A chat was deleted, and with it the aliases that are in no other.
  void forget(ChatId home) {
    forget.update(home.value());
  }

  /// An alias.
  ///
  /// @param person who is behind it; empty once they were removed
  record Alias(Optional<UserId> person, ChatId home) {}
}
