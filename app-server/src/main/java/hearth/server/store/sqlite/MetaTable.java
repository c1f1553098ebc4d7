package hearth.server.store.sqlite;

import hearth.sqlite.Query;
import java.sql.Connection;
import java.util.Optional;

/// The table `meta`: values by name. Confined to the thread that holds the connection.
final class MetaTable {
  private static final String EPOCH = "epoch";
  private static final String NAME_RULES = "nameRules";

  private final Query get;
  private final Query put;

  MetaTable(Connection connection) {
    get = new Query(connection, "SELECT value FROM meta WHERE key = ?");
    put =
        new Query(
            connection,
            """
            INSERT INTO meta (key, value) VALUES (?, ?)
            ON CONFLICT (key) DO UPDATE SET value = excluded.value\
            """);
  }

  Optional<String> epoch() {
    return get.first(row -> row.getString(1), EPOCH);
  }

  /// By which rules the looks of names were taken; empty if none were.
  Optional<String> nameRules() {
    return get.first(row -> row.getString(1), NAME_RULES);
  }

  void setNameRules(String rules) {
    put.update(NAME_RULES, rules);
  }

  void setEpoch(String epoch) {
    put.update(EPOCH, epoch);
  }
}
