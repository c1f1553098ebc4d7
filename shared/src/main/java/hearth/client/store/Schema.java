package hearth.client.store;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteConfig.JournalMode;
import org.sqlite.SQLiteConfig.SynchronousMode;

/// The tables of a local store. Migrations are append-only: a step once published is never changed,
/// `PRAGMA user_version` counts the steps a file has taken.
final class Schema {
  private static final List<List<String>> STEPS =
      List.of(
          List.of(
              "CREATE TABLE meta(key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID",
              "CREATE TABLE person(id INTEGER PRIMARY KEY, frame TEXT NOT NULL)",
              "CREATE TABLE chat(id INTEGER PRIMARY KEY, frame TEXT NOT NULL)",
              """
              CREATE TABLE entry(
                chat INTEGER NOT NULL, seq INTEGER NOT NULL, frame TEXT NOT NULL,
                PRIMARY KEY(chat, seq)) WITHOUT ROWID\
              """,
              """
              CREATE TABLE outbox(
                place INTEGER PRIMARY KEY AUTOINCREMENT, send_id TEXT NOT NULL UNIQUE,
                chat INTEGER NOT NULL, at INTEGER NOT NULL, text TEXT NOT NULL,
                fault INTEGER NOT NULL)\
              """,
              "CREATE TABLE draft(chat INTEGER PRIMARY KEY, text TEXT NOT NULL)"));

  private Schema() {}

  /// Opens the file, made if need be, with all steps taken.
  static Connection open(Path file) throws SQLException {
    var config = new SQLiteConfig();
    config.setJournalMode(JournalMode.WAL);
    config.setSynchronous(SynchronousMode.FULL);
    config.setBusyTimeout(2_000);
    config.setGetGeneratedKeys(false);
    Connection connection = config.createConnection("jdbc:sqlite:" + file);
    try {
      migrate(connection);
      return connection;
    } catch (SQLException refused) {
      connection.close();
      throw refused;
    }
  }

  private static void migrate(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      int taken;
      try (ResultSet version = statement.executeQuery("PRAGMA user_version")) {
        taken = version.getInt(1);
      }
      if (taken > STEPS.size()) {
        throw new SQLException("the file was made by a newer version of Hearth");
      }
      if (taken == STEPS.size()) {
        return;
      }
      statement.execute("BEGIN IMMEDIATE");
      for (List<String> step : STEPS.subList(taken, STEPS.size())) {
        for (String sql : step) {
          statement.execute(sql);
        }
      }
      statement.execute("PRAGMA user_version = " + STEPS.size());
      statement.execute("COMMIT");
    }
  }
}
