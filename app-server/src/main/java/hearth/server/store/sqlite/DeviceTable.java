package hearth.server.store.sqlite;

import hearth.protocol.Device;
import hearth.protocol.DeviceId;
import hearth.protocol.Fault;
import hearth.protocol.FaultException;
import hearth.protocol.UserId;
import hearth.server.store.Account;
import hearth.sqlite.Query;
import java.sql.Connection;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// The table `device`. A device that was signed out keeps its line, so that its token is refused
/// for ever: its `id` is negative then, and it has no name. Confined to the thread that holds the
/// connection.
final class DeviceTable {
  private static final String NEW_ID = "1 + abs(random() % 9007199254740991)";

  private static final int OWNER = ProfileTable.PROFILE_COUNT + 1;
  private static final int REMOVED = OWNER + 1;
  private static final int ID = REMOVED + 1;

  private final Query add;
  private final Query account;
  private final Query ofUser;
  private final Query signOut;
  private final Query recordSeen;
  private final Query blank;
  private final Query giveIds;

  DeviceTable(Connection connection) {
    add =
        new Query(
            connection,
            """
            INSERT INTO device (token_hash, user, added_at, name, seen_at, id)
            VALUES (?, ?, ?, ?, ?, %s) RETURNING id\
            """
                .formatted(NEW_ID));
    account =
        new Query(
            connection,
            """
            SELECT %s, user.owner, user.removed_at IS NOT NULL, device.id
            FROM device JOIN user ON user.id = device.user WHERE token_hash = ?\
            """
                .formatted(ProfileTable.PROFILE));
    ofUser =
        new Query(connection, "SELECT id, name, seen_at FROM device WHERE user = ? AND id > 0");
    signOut =
        new Query(
            connection,
            """
            UPDATE device SET id = -id, name = '', seen_at = NULL
            WHERE user = ? AND id = ?\
            """);
    recordSeen = new Query(connection, "UPDATE device SET seen_at = ? WHERE user = ? AND id = ?");
    blank = new Query(connection, "UPDATE device SET name = '', seen_at = NULL WHERE user = ?");
    giveIds = new Query(connection, "UPDATE device SET id = " + NEW_ID + " WHERE id = 0");
  }

  /// Gives an id to devices that have none: a version between did not.
  void giveIds() {
    giveIds.update();
  }

  DeviceId add(byte[] tokenHash, UserId user, String name, Instant now) {
    long at = now.toEpochMilli();
    return add.only(row -> new DeviceId(row.getLong(1)), tokenHash, user.value(), at, name, at);
  }

  /// Whose device has the token of this hash.
  ///
  /// @throws FaultException `ACCOUNT_DELETED` if the person was removed, `DEVICE_SIGNED_OUT` if the
  ///   device was signed out
  Optional<Account> owner(byte[] tokenHash) {
    return account.first(
        row -> {
          if (row.getBoolean(REMOVED)) {
            throw new FaultException(Fault.ACCOUNT_DELETED);
          }
          if (row.getLong(ID) < 0) {
            throw new FaultException(Fault.DEVICE_SIGNED_OUT);
          }
          return new Account(
              ProfileTable.read(row), row.getBoolean(OWNER), new DeviceId(row.getLong(ID)));
        },
        tokenHash);
  }

  /// The devices of a person that are not signed out.
  List<Device> of(UserId user) {
    return ofUser.list(
        row -> {
          long seen = row.getLong(3);
          return new Device(
              new DeviceId(row.getLong(1)),
              row.getString(2),
              seen > 0 ? Instant.ofEpochMilli(seen) : null,
              false,
              false);
        },
        user.value());
  }

  /// Whether the person had this device, and it was not signed out before.
  boolean signOut(UserId user, DeviceId device) {
    return signOut.update(user.value(), device.value()) > 0;
  }

  void recordSeen(UserId user, DeviceId device, Instant at) {
    recordSeen.update(at.toEpochMilli(), user.value(), device.value());
  }

  /// Forgets how the devices of a person who was removed are called.
  void blank(UserId user) {
    blank.update(user.value());
  }
}
