package hearth.sqlite;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import org.sqlite.SQLiteConfig;

/// One SQLite file, to which any number of connections can be opened. Safe from any thread; a
/// connection is confined to one thread at a time.
///
/// @param busyTimeout how long a statement waits for another connection's lock
public record DatabaseFile(Path path, Duration busyTimeout) {

  /// Opens a connection, and makes the file if there is none.
  ///
  /// @throws SqliteException if the file cannot be opened or is not a database
  public Connection open(ConnectionOption... options) {
    return open(path.toString(), busyTimeout, options);
  }

  /// Opens a database that no file holds and that is gone with its connection.
  public static Connection openInMemory(ConnectionOption... options) {
    return open(":memory:", Duration.ZERO, options);
  }

  private static Connection open(String where, Duration busyTimeout, ConnectionOption... options) {
    SQLiteConfig config = new SQLiteConfig();
    config.setBusyTimeout(Math.toIntExact(busyTimeout.toMillis()));
    // Reading them back would cost a query per insert.
    config.setGetGeneratedKeys(false);
    for (ConnectionOption option : options) {
      option.apply(config);
    }
    try {
      return config.createConnection("jdbc:sqlite:" + where);
    } catch (SQLException failed) {
      throw new SqliteException(failed);
    }
  }

  /// Closes a connection and the statements prepared on it.
  ///
  /// @throws SqliteException if SQLite refuses
  public static void close(Connection connection) {
    try {
      connection.close();
    } catch (SQLException failed) {
      throw new SqliteException(failed);
    }
  }
}
