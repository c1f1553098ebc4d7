package hearth.server.store.sqlite;

import hearth.protocol.ChatId;
import hearth.protocol.Hidden;
import hearth.protocol.Marker;
import hearth.protocol.Role;
import hearth.protocol.UserId;
import hearth.sqlite.Query;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The table `member`: who is in which chat, in which role, and how far. Its key begins with the
/// chat, so that the members of one are side by side. Confined to the thread that holds the
/// connection.
final class MemberTable {
  private final Query add;
  private final Query remove;
  private final Query removeAll;
  private final Query count;
  private final Query role;
  private final Query setRole;
  private final Query first;
  private final Query all;
  private final Query lastPostAt;
  private final Query recordPost;
  private final Query marker;
  private final Query moveMarker;
  private final Query place;
  private final Query movePlace;
  private final Query places;

  MemberTable(Connection connection) {
    add =
        new Query(
            connection,
            """
            INSERT INTO member (chat, user, place, delivered, read, role)
            SELECT ?1, ids.value, last.place + 1 + ids.key, ?3, ?3, iif(ids.value = ?4, ?5, ?6)
            FROM (SELECT coalesce(max(place), 0) AS place FROM member WHERE chat = ?1) last,
                 json_each(?2) ids\
            """);
    remove = new Query(connection, "DELETE FROM member WHERE chat = ? AND user = ?");
    removeAll = new Query(connection, "DELETE FROM member WHERE chat = ?");
    count = new Query(connection, "SELECT count(*) FROM member");
    role = new Query(connection, "SELECT role FROM member WHERE chat = ? AND user = ?");
    setRole = new Query(connection, "UPDATE member SET role = ? WHERE chat = ? AND user = ?");
    first =
        new Query(
            connection,
            """
            SELECT user FROM member JOIN user behind ON behind.id = member.user
            WHERE chat = ? AND user <> ? AND (home IS NULL OR person IS NOT NULL)
            ORDER BY role <> %d, role = %d, place LIMIT 1\
            """
                .formatted(Codes.of(Role.ADMIN), Codes.of(Role.READER)));
    all =
        new Query(
            connection,
            """
            SELECT member.user, role, delivered, read,
              iif(person IS NULL, hidden, (SELECT hidden FROM user WHERE id = behind.person))
            FROM member JOIN user behind ON behind.id = member.user
            WHERE chat = ? ORDER BY place\
            """);
    lastPostAt = new Query(connection, "SELECT posted_at FROM member WHERE chat = ? AND user = ?");
    recordPost =
        new Query(connection, "UPDATE member SET posted_at = ? WHERE chat = ? AND user = ?");
    marker =
        new Query(connection, "SELECT delivered, read FROM member WHERE chat = ? AND user = ?");
    moveMarker =
        new Query(
            connection, "UPDATE member SET delivered = ?, read = ? WHERE chat = ? AND user = ?");
    place =
        new Query(
            connection,
            """
            SELECT delivered, read, trail, (SELECT hidden FROM user WHERE id = member.user)
            FROM member WHERE chat = ? AND user = ?\
            """);
    movePlace =
        new Query(
            connection,
            "UPDATE member SET delivered = ?, read = ?, trail = ? WHERE chat = ? AND user = ?");
    places =
        new Query(
            connection,
            """
            SELECT delivered, read, trail, hidden, member.user
            FROM member JOIN user ON user.id = member.user WHERE chat = ? ORDER BY place LIMIT ?\
            """);
  }

  /// Adds people, all in one statement, whose markers begin at a seq: what was said before is
  /// neither unread for them nor unread by them for others.
  ///
  /// @param owner who of them owns the chat; null for nobody
  void add(ChatId chat, Collection<UserId> users, long seq, @Nullable UserId owner) {
    add.update(
        chat.value(),
        Codes.list(users),
        seq,
        owner == null ? 0 : owner.value(),
        Codes.of(Role.OWNER),
        Codes.of(Role.MEMBER));
  }

  void remove(ChatId chat, UserId user) {
    remove.update(chat.value(), user.value());
  }

  /// Removes all members of a chat.
  ///
  /// @return how many there were
  int removeAll(ChatId chat) {
    return removeAll.update(chat.value());
  }

  /// Members of all chats together.
  long count() {
    return count.only(row -> row.getLong(1));
  }

  /// Empty for a person who is not in the chat.
  Optional<Role> role(ChatId chat, UserId user) {
    return role.first(row -> Codes.role(row.getInt(1)), chat.value(), user.value());
  }

  void setRole(ChatId chat, UserId user, Role now) {
    setRole.update(Codes.of(now), chat.value(), user.value());
  }

  /// Who is next to own the chat, of all but one: the admin who came first, or else the member. No
  /// alias behind which nobody is any more.
  Optional<UserId> firstBeside(ChatId chat, UserId user) {
    return first.first(row -> new UserId(row.getLong(1)), chat.value(), user.value());
  }

  /// In the order of their coming.
  List<Member> all(ChatId chat) {
    return all.list(
        row -> {
          UserId user = new UserId(row.getLong(1));
          return new Member(
              Codes.role(row.getInt(2)),
              new Marker(user, row.getLong(3), row.getLong(4)),
              row.getInt(5));
        },
        chat.value());
  }

  /// When a member last posted while slow mode was on, in milliseconds since 1970.
  long lastPostAt(ChatId chat, UserId user) {
    return lastPostAt.first(row -> row.getLong(1), chat.value(), user.value()).orElse(0L);
  }

  void recordPost(ChatId chat, UserId user, long millis) {
    recordPost.update(millis, chat.value(), user.value());
  }

  Optional<Marker> marker(ChatId chat, UserId user) {
    return marker.first(
        row -> new Marker(user, row.getLong(1), row.getLong(2)), chat.value(), user.value());
  }

  void moveMarker(ChatId chat, Marker now) {
    moveMarker.update(now.delivered(), now.read(), chat.value(), now.user().value());
  }

  /// A marker with its trail.
  Optional<Place> place(ChatId chat, UserId user) {
    return place.first(row -> readPlace(row, user), chat.value(), user.value());
  }

  /// Moves a marker, and keeps when that was, as far as the member does not hide it.
  ///
  /// @param at when
  void movePlace(ChatId chat, Place before, Marker now, Instant at) {
    Instant deliveredAt = before.hides(Hidden.PRESENCE) ? null : at;
    Instant readAt = before.hides(Hidden.READING) ? null : at;
    MarkerTrail.Pair trail =
        new MarkerTrail.Pair(
            before.trail.delivered().moved(before.marker.delivered(), now.delivered(), deliveredAt),
            before.trail.read().moved(before.marker.read(), now.read(), readAt));
    movePlace.update(now.delivered(), now.read(), trail.column(), chat.value(), now.user().value());
  }

  /// The first members of a chat, in the order of their coming.
  List<Place> places(ChatId chat, int most) {
    return places.list(row -> readPlace(row, new UserId(row.getLong(5))), chat.value(), most);
  }

  private static Place readPlace(ResultSet row, UserId user) throws SQLException {
    return new Place(
        new Marker(user, row.getLong(1), row.getLong(2)),
        MarkerTrail.Pair.of(row.getBytes(3)),
        row.getInt(4));
  }

  /// How far a member is, and since when.
  ///
  /// @param hidden what the member keeps from the others, as the column has it
  record Place(Marker marker, MarkerTrail.Pair trail, int hidden) {
    UserId user() {
      return marker.user();
    }

    boolean hides(Hidden what) {
      return ProfileTable.hides(hidden, what);
    }
  }

  /// A member's role and marker.
  ///
  /// @param hidden what the person keeps from the others, as the column has it
  record Member(Role role, Marker marker, int hidden) {
    UserId user() {
      return marker.user();
    }

    boolean hides(Hidden what) {
      return ProfileTable.hides(hidden, what);
    }

    /// The marker as others see it.
    ///
    /// @param masked whether the member is an alias, of whom it is not told what is delivered
    /// @param blind whether they are told nothing of what anybody has read
    Marker told(boolean masked, boolean blind) {
      return marker.told(!(masked || hides(Hidden.PRESENCE)), !(blind || hides(Hidden.READING)));
    }
  }
}
