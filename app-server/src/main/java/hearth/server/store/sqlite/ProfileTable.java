package hearth.server.store.sqlite;

import hearth.protocol.Hidden;
import hearth.protocol.OwnSettings;
import hearth.protocol.Status;
import hearth.protocol.UserId;
import hearth.server.store.Profile;
import hearth.sqlite.Query;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What people set of themselves in the table `user`, beside their names. Confined to the thread
/// that holds the connection.
final class ProfileTable {
  /// The columns that [#status] expects, in order.
  static final String STATUS = "user.status, user.status_until, user.quiet_until";

  /// The columns that [#read] expects, in order.
  static final String PROFILE =
      "user.id, user.name, user.hidden, " + BlockTable.OF_USER + ", " + STATUS;

  /// How many columns those are.
  static final int PROFILE_COUNT = 7;

  private final Query of;
  private final Query setStatus;
  private final Query setQuiet;
  private final Query hide;

  ProfileTable(Connection connection) {
    of =
        new Query(
            connection, "SELECT " + PROFILE + " FROM user WHERE id = ? AND removed_at IS NULL");
    setStatus = new Query(connection, "UPDATE user SET status = ?, status_until = ? WHERE id = ?");
    setQuiet = new Query(connection, "UPDATE user SET quiet_until = ? WHERE id = ?");
    hide = new Query(connection, "UPDATE user SET hidden = hidden & ~?1 | ?2 WHERE id = ?3");
  }

  /// Empty for somebody who is not here.
  Optional<Profile> of(UserId user) {
    return of.first(ProfileTable::read, user.value());
  }

  void setStatus(UserId user, String text, @Nullable Instant until) {
    setStatus.update(text, millis(until), user.value());
  }

  void setQuiet(UserId user, @Nullable Instant until) {
    setQuiet.update(millis(until), user.value());
  }

  void hide(UserId user, Hidden what, boolean on) {
    hide.update(bit(what), on ? bit(what) : 0, user.value());
  }

  /// The profile that a result set stands on, whose first columns are [#PROFILE].
  static Profile read(ResultSet row) throws SQLException {
    int hidden = row.getInt(3);
    return new Profile(
        new UserId(row.getLong(1)),
        row.getString(2),
        status(row, 5),
        new OwnSettings(
            Arrays.stream(Hidden.values()).filter(what -> hides(hidden, what)).toList(),
            BlockTable.read(row.getString(4))));
  }

  /// What a person says, perhaps over by now.
  ///
  /// @param first the column where [#STATUS] begins
  static Status status(ResultSet row, int first) throws SQLException {
    return new Status(row.getString(first), time(row, first + 1), time(row, first + 2));
  }

  /// Whether somebody keeps something from the others.
  ///
  /// @param hidden the column `hidden`
  static boolean hides(int hidden, Hidden what) {
    return (hidden & bit(what)) != 0;
  }

  private static int bit(Hidden what) {
    return switch (what) {
      case PRESENCE -> 1;
      case READING -> 2;
      case TYPING -> 4;
      case UNKNOWN -> 0;
    };
  }

  private static @Nullable Instant time(ResultSet row, int column) throws SQLException {
    long millis = row.getLong(column);
    return row.wasNull() ? null : Instant.ofEpochMilli(millis);
  }

  private static @Nullable Long millis(@Nullable Instant at) {
    return at == null ? null : at.toEpochMilli();
  }
}
