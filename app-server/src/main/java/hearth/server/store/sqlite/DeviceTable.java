package hearth.server.store.sqlite;

import hearth.protocol.Fault;
import hearth.protocol.FaultException;
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
            SELECT %s, user.removed_at IS NOT NULL
            FROM device JOIN user ON user.id = device.user WHERE token_hash = ?\
            """
                .formatted(ProfileTable.ACCOUNT));
  }

  void add(byte[] tokenHash, UserId user, Instant now) {
    add.update(tokenHash, user.value(), now.toEpochMilli());
  }

  /// Whose device has the token of this hash.
  ///
  /// @throws FaultException `ACCOUNT_DELETED` if the person was removed
  Optional<Account> owner(byte[] tokenHash) {
    return account.first(
        row -> {
          if (row.getBoolean(8)) {
            throw new FaultException(Fault.ACCOUNT_DELETED);
          }
          return ProfileTable.account(row);
        },
        tokenHash);
  }
}
