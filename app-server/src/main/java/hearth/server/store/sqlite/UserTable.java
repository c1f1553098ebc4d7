package hearth.server.store.sqlite;

import hearth.protocol.Hidden;
import hearth.protocol.Presence;
import hearth.protocol.User;
import hearth.protocol.UserId;
import hearth.server.names.NameLook;
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
  private static final long NOBODY = 0;

  private final Query add;
  private final Query known;
  private final Query count;
  private final Query after;
  private final Query recordSeen;
  private final Query standing;
  private final Query disown;
  private final Query own;
  private final Query byKey;
  private final Query byLook;
  private final Query rename;
  private final Query remove;
  private final Query removeLooksOf;
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
    known =
        new Query(
            connection,
            """
            SELECT count(*) FROM json_each(?) ids JOIN user ON user.id = ids.value
            WHERE removed_at IS NULL AND home IS NULL\
            """);
    count =
        new Query(
            connection, "SELECT count(*) FROM user WHERE removed_at IS NULL AND home IS NULL");
    after =
        new Query(
            connection,
            """
            SELECT id, name, seen_at, removed_at IS NOT NULL, hidden, %s FROM user
            WHERE id > ? AND home IS NULL ORDER BY id LIMIT ?\
            """
                .formatted(ProfileTable.STATUS));
    recordSeen =
        new Query(
            connection,
            """
            UPDATE user SET seen_at = ?
            WHERE id IN (SELECT value FROM json_each(?)) AND removed_at IS NULL\
            """);
    standing =
        new Query(
            connection,
            "SELECT owner, removed_at IS NOT NULL FROM user WHERE id = ? AND home IS NULL");
    disown = new Query(connection, "UPDATE user SET owner = 0");
    own =
        new Query(
            connection,
            "UPDATE user SET owner = 1 WHERE id = ? AND removed_at IS NULL AND home IS NULL");
    byKey = new Query(connection, "SELECT id FROM user WHERE name_key = ?");
    byLook = new Query(connection, "SELECT user FROM name_look WHERE look = ?");
    rename = new Query(connection, "UPDATE user SET name = ?, name_key = ? WHERE id = ?");
    remove =
        new Query(
            connection,
            """
            UPDATE user SET name = '', name_key = ' ' || id, seen_at = NULL, removed_at = ?,
              status = '', status_until = NULL, quiet_until = NULL, hidden = 0
            WHERE id = ?\
            """);
    removeLooksOf = new Query(connection, "DELETE FROM name_look WHERE user = ?");
    names =
        new Query(
            connection, "SELECT id, name FROM user WHERE removed_at IS NULL AND home IS NULL");
    looksTaken =
        new Query(connection, "SELECT 1 FROM name_look WHERE look IN (?, ?) AND user <> ?");
    addLook =
        new Query(
            connection, "INSERT INTO name_look (look, user) VALUES (?, ?) ON CONFLICT DO NOTHING");
    removeLooks = new Query(connection, "DELETE FROM name_look");
  }

  /// Adds a person; empty if somebody has the name, or one that looks like it.
  Optional<UserId> add(String name, String nameKey, Instant now) {
    NameLook look = NameLook.of(name);
    if (looksTaken.exists(look.folded(), look.seen(), NOBODY)) {
      return Optional.empty();
    }
    Optional<UserId> added =
        add.first(row -> new UserId(row.getLong(1)), name, nameKey, now.toEpochMilli());
    added.ifPresent(user -> addLook(user.value(), look));
    return added;
  }

  /// Gives a person another name.
  ///
  /// @param keepsFormer whether nobody else may have the former one
  /// @return whether nobody else has the name, or one that looks like it
  boolean rename(UserId user, String name, String nameKey, boolean keepsFormer) {
    NameLook look = NameLook.of(name);
    if (looksTaken.exists(look.folded(), look.seen(), user.value())
        || byKey(nameKey).filter(other -> !other.equals(user)).isPresent()) {
      return false;
    }
    rename.update(name, nameKey, user.value());
    if (!keepsFormer) {
      removeLooksOf.update(user.value());
    }
    addLook(user.value(), look);
    return true;
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
    return known.only(row -> row.getInt(1), Codes.list(users)) == users.size();
  }

  long count() {
    return count.only(row -> row.getLong(1));
  }

  /// People with an id over `id`, in the order of their ids. When they were last seen is told only
  /// of those who are offline, and neither of those who keep it from the others.
  List<User> after(long id, int limit, Function<UserId, Presence> presence) {
    return after.list(
        row -> {
          UserId user = new UserId(row.getLong(1));
          if (row.getBoolean(4)) {
            return User.deleted(user);
          }
          boolean hides = ProfileTable.hides(row.getInt(5), Hidden.PRESENCE);
          Presence now = hides ? Presence.OFFLINE : presence.apply(user);
          long seen = row.getLong(3);
          boolean known = !hides && now == Presence.OFFLINE && seen > 0;
          return new User(
              user,
              row.getString(2),
              now,
              known ? Instant.ofEpochMilli(seen) : null,
              User.Kind.PERSON,
              ProfileTable.status(row, 6));
        },
        id,
        limit);
  }

  /// Empty for somebody who was never here.
  Optional<Standing> standing(UserId user) {
    return standing.first(row -> new Standing(row.getBoolean(1), row.getBoolean(2)), user.value());
  }

  /// Nobody owns the server any more.
  void disown() {
    disown.update();
  }

  /// Whether the person is here, and owns the server now.
  boolean own(UserId user) {
    return own.update(user.value()) == 1;
  }

  /// Who has a name, or as an owner of the server had it once.
  Optional<UserId> byName(String nameKey) {
    return byKey(nameKey)
        .or(() -> byLook.first(row -> new UserId(row.getLong(1)), NameLook.of(nameKey).folded()));
  }

  private Optional<UserId> byKey(String nameKey) {
    return byKey.first(row -> new UserId(row.getLong(1)), nameKey);
  }

  /// Keeps nothing of a person but the id, which is never given again. The name is free: no name
  /// has a key that begins with a blank.
  void remove(UserId user, Instant now) {
    remove.update(now.toEpochMilli(), user.value());
    removeLooksOf.update(user.value());
  }

  void recordSeen(Collection<UserId> users, Instant at) {
    recordSeen.update(at.toEpochMilli(), Codes.list(users));
  }

  /// How a person stands to the server.
  record Standing(boolean owner, boolean removed) {}
}
