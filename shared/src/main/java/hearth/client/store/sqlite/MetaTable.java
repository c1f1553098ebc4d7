package hearth.client.store.sqlite;

import java.util.Optional;

/// Values by name. Holds no state.
final class MetaTable {
  private static final String EPOCH = "epoch";

  private MetaTable() {}

  static Optional<String> epoch(ClientDatabase sql) {
    return sql.first("SELECT value FROM meta WHERE key = ?", row -> row.getString(1), EPOCH);
  }

  static void saveEpoch(ClientDatabase sql, String epoch) {
    sql.update(
        "INSERT INTO meta(key, value) VALUES (?, ?) ON CONFLICT(key) DO UPDATE SET value ="
            + " excluded.value",
        EPOCH,
        epoch);
  }
}
