package hearth.server.store.sqlite;

import hearth.protocol.Status;
import hearth.protocol.UserId;
import hearth.server.store.Account;
import hearth.sqlite.Query;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What people set of themselves in the table `user`, beside their names. Confined to the thread
/// that holds the connection.
final class ProfileTable {
  /// The columns that [#status] expects, in order.
  static final String STATUS = "user.status, user.status_until, user.quiet_until";

  private final Query of;
  private final Query setStatus;
  private final Query setQuiet;

  ProfileTable(Connection connection) {
    of =
        new Query(
            connection,
            "SELECT name, owner, " + STATUS + " FROM user WHERE id = ? AND removed_at IS NULL");
    setStatus = new Query(connection, "UPDATE user SET status = ?, status_until = ? WHERE id = ?");
    setQuiet = new Query(connection, "UPDATE user SET quiet_until = ? WHERE id = ?");
  }

  /// Empty for somebody who is not here.
  Optional<Account> of(UserId user) {
    return of.first(
        row -> new Account(user, row.getString(1), row.getBoolean(2), status(row, 3)),
        user.value());
  }

  void setStatus(UserId user, String text, @Nullable Instant until) {
    setStatus.update(text, millis(until), user.value());
  }

  void setQuiet(UserId user, @Nullable Instant until) {
    setQuiet.update(millis(until), user.value());
  }

  /// What a person says, perhaps over by now.
  ///
  /// @param first the column where [#STATUS] begins
  static Status status(ResultSet row, int first) throws SQLException {
    return new Status(row.getString(first), time(row, first + 1), time(row, first + 2));
  }

  private static @Nullable Instant time(ResultSet row, int column) throws SQLException {
    long millis = row.getLong(column);
    return row.wasNull() ? null : Instant.ofEpochMilli(millis);
  }

  private static @Nullable Long millis(@Nullable Instant at) {
    return at == null ? null : at.toEpochMilli();
  }
}
