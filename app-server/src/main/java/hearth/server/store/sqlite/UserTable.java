package hearth.server.store.sqlite;

import hearth.protocol.Presence;
import hearth.protocol.User;
import hearth.protocol.UserId;
import hearth.server.store.Account;
import hearth.sqlite.Query;
import java.sql.Connection;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// The table `user`. Confined to the thread that holds the connection.
final class UserTable {
  private final Query add;
  private final Query count;
  private final Query after;
  private final Query recordSeen;

  UserTable(Connection connection) {
    add =
        new Query(
            connection,
            """
            INSERT INTO user (name, name_key, joined_at) VALUES (?, ?, ?)
            ON CONFLICT (name_key) DO NOTHING RETURNING id\
            """);
    count =
        new Query(
            connection, "SELECT count(*) FROM json_each(?) ids JOIN user ON user.id = ids.value");
    after =
        new Query(
            connection, "SELECT id, name, seen_at FROM user WHERE id > ? ORDER BY id LIMIT ?");
    recordSeen =
        new Query(
            connection, "UPDATE user SET seen_at = ? WHERE id IN (SELECT value FROM json_each(?))");
  }

  /// Adds a person; empty if somebody has the name.
  Optional<Account> add(String name, String nameKey, Instant now) {
    return add.first(
        row -> new Account(new UserId(row.getLong(1)), name), name, nameKey, now.toEpochMilli());
  }

  /// Whether all of these, of whom none is named twice, exist.
  boolean allExist(Collection<UserId> users) {
    return count.only(row -> row.getInt(1), Codes.list(users)) == users.size();
  }

  /// People with an id over `id`, in the order of their ids. When they were last seen is told only
  /// of those who are offline.
  List<User> after(long id, int limit, Function<UserId, Presence> presence) {
    return after.list(
        row -> {
          UserId user = new UserId(row.getLong(1));
          Presence now = presence.apply(user);
          long seen = row.getLong(3);
          boolean known = now == Presence.OFFLINE && seen > 0;
          return new User(user, row.getString(2), now, known ? Instant.ofEpochMilli(seen) : null);
        },
        id,
        limit);
  }

  void recordSeen(Collection<UserId> users, Instant at) {
    recordSeen.update(at.toEpochMilli(), Codes.list(users));
  }
}
