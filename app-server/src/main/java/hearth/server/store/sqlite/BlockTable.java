package hearth.server.store.sqlite;

import hearth.protocol.Blocked;
import hearth.protocol.ChatId;
import hearth.protocol.UserId;
import hearth.protocol.json.Values;
import hearth.sqlite.Query;
import java.sql.Connection;
import java.util.List;

/// The table `block`: who has blocked whom. Confined to the thread that holds the connection.
final class BlockTable {
  /// Whom the person of a line of `user` has blocked, as JSON that [#read] reads.
  static final String OF_USER =
      """
      (SELECT json_group_array(json_object('user', blocked, 'since', since, 'after', seq))
       FROM (SELECT blocked, since, seq FROM block WHERE block.user = user.id ORDER BY since))\
      """;

  private final Query add;
  private final Query remove;
  private final Query removePerson;
  private final Query count;
  private final Query has;
  private final Query silent;

  BlockTable(Connection connection) {
    add =
        new Query(connection, "INSERT INTO block (user, blocked, since, seq) VALUES (?, ?, ?, ?)");
    remove = new Query(connection, "DELETE FROM block WHERE user = ? AND blocked = ?");
    removePerson = new Query(connection, "DELETE FROM block WHERE user = ?1 OR blocked = ?1");
    count = new Query(connection, "SELECT count(*) FROM block WHERE user = ?");
    has = new Query(connection, "SELECT 1 FROM block WHERE user = ? AND blocked = ?");
    silent =
        new Query(
            connection,
            """
            SELECT 1 FROM member CROSS JOIN block ON block.user = ? AND block.blocked = member.user
            WHERE member.chat = ?\
            """);
  }

  void add(UserId user, Blocked other) {
    add.update(user.value(), other.user().value(), other.since().toEpochMilli(), other.after());
  }

  void remove(UserId user, UserId other) {
    remove.update(user.value(), other.value());
  }

  /// Forgets whom a person who was removed has blocked, and who has blocked them.
  void removePerson(UserId user) {
    removePerson.update(user.value());
  }

  /// How many people a person has blocked.
  int count(UserId user) {
    return count.only(row -> row.getInt(1), user.value());
  }

  boolean has(UserId user, UserId other) {
    return has.exists(user.value(), other.value());
  }

  /// Whether a person has blocked somebody who is in a chat.
  boolean has(UserId user, ChatId with) {
    return silent.exists(user.value(), with.value());
  }

  /// @param json a column [#OF_USER]
  static List<Blocked> read(String json) {
    return EntryTable.parse(Values.BLOCKED_LIST, json);
  }
}
