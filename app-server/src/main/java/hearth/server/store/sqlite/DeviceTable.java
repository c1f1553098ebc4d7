package hearth.server.store.sqlite;

import hearth.protocol.UserId;
import hearth.server.store.Account;
import hearth.sqlite.Query;
import java.sql.Connection;
import java.time.Instant;
import java.util.Optional;

/// The table `device`. Confined to the thread that holds the connection.
final class DeviceTable {
  private final Query add;
  private final Query account;

  DeviceTable(Connection connection) {
    add = new Query(connection, "INSERT INTO device (token_hash, user, added_at) VALUES (?, ?, ?)");
    account =
        new Query(
            connection,
            """
            SELECT user.id, user.name, user.name_key
            FROM device JOIN user ON user.id = device.user WHERE token_hash = ?\
            """);
  }

  void add(byte[] tokenHash, UserId user, Instant now) {
    add.update(tokenHash, user.value(), now.toEpochMilli());
  }

  /// Whose device has the token of this hash.
  Optional<Owner> owner(byte[] tokenHash) {
    return account.first(
        row ->
            new Owner(new Account(new UserId(row.getLong(1)), row.getString(2)), row.getString(3)),
        tokenHash);
  }

  /// A device's account, and the form of its name that is unique.
  record Owner(Account account, String nameKey) {}
}
