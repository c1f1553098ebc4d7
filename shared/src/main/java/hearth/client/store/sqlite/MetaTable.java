package hearth.client.store.sqlite;

import java.util.Optional;

/// Values by name. Holds no state.
final class MetaTable {
  private static final String EPOCH = "epoch";
  private static final String OWN = "own";

  private MetaTable() {}

  static Optional<String> epoch(ClientDatabase sql) {
    return value(sql, EPOCH);
  }

  static void saveEpoch(ClientDatabase sql, String epoch) {
    save(sql, EPOCH, epoch);
  }

  /// What the person has set for themselves in no chat, as JSON.
  static Optional<String> own(ClientDatabase sql) {
    return value(sql, OWN);
  }

  static void saveOwn(ClientDatabase sql, String own) {
    save(sql, OWN, own);
  }

  private static Optional<String> value(ClientDatabase sql, String key) {
    return sql.first("SELECT value FROM meta WHERE key = ?", row -> row.getString(1), key);
  }

  private static void save(ClientDatabase sql, String key, String value) {
    sql.update(
        "INSERT INTO meta(key, value) VALUES (?, ?) ON CONFLICT(key) DO UPDATE SET value ="
            + " excluded.value",
        key,
        value);
  }
}
