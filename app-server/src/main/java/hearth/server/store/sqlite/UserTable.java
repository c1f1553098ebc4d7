package hearth.server.store.sqlite;

import hearth.protocol.Presence;
import hearth.protocol.User;
import hearth.protocol.UserId;
import hearth.server.names.NameLook;
import hearth.server.store.Account;
import hearth.sqlite.Query;
import hearth.sqlite.Transaction;
import java.sql.Connection;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/// The tables `user` and `name_look`. Confined to the thread that holds the connection.
final class UserTable {
  private final Query add;
  private final Query count;
  private final Query after;
  private final Query recordSeen;
  private final Query names;
  private final Query looksTaken;
  private final Query addLook;
  private final Query removeLooks;

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
    names = new Query(connection, "SELECT id, name FROM user");
    looksTaken = new Query(connection, "SELECT 1 FROM name_look WHERE look IN (?, ?)");
    addLook =
        new Query(
            connection, "INSERT INTO name_look (look, user) VALUES (?, ?) ON CONFLICT DO NOTHING");
    removeLooks = new Query(connection, "DELETE FROM name_look");
  }

  /// Adds a person; empty if somebody has the name, or one that looks like it.
  Optional<Account> add(String name, String nameKey, Instant now) {
    NameLook look = NameLook.of(name);
    if (looksTaken.exists(look.folded(), look.seen())) {
      return Optional.empty();
    }
    Optional<Account> added =
        add.first(
            row -> new Account(new UserId(row.getLong(1)), name),
            name,
            nameKey,
            now.toEpochMilli());
    added.ifPresent(account -> addLook(account.id().value(), look));
    return added;
  }

  private void addLook(long user, NameLook look) {
    addLook.update(look.folded(), user);
    addLook.update(look.seen(), user);
  }

  /// Takes the looks of all names again if that was done by other rules. Nobody is renamed: two
  /// people whose names look alike by these rules keep them.
  void useRules(MetaTable meta, Transaction transaction) {
    if (meta.nameRules().filter(NameLook.RULES::equals).isPresent()) {
      return;
    }
    transaction.begin();
    try {
      removeLooks.update();
      Map<Long, String> names = new HashMap<>();
      this.names.visit(row -> names.put(row.getLong(1), row.getString(2)) == null);
      names.forEach((user, name) -> addLook(user, NameLook.of(name)));
      meta.setNameRules(NameLook.RULES);
      transaction.commit();
    } catch (RuntimeException | Error failed) {
      transaction.rollBack();
      throw failed;
    }
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
