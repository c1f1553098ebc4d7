package hearth.server.store;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteConfig.JournalMode;
import org.sqlite.SQLiteConfig.SynchronousMode;

/// Opens connections to the file, each with the settings of its task. Safe from any thread.
final class Database {
  private static final int BUSY_MILLIS = 5_000;

  private final Path file;
  private final boolean synchronous;

  /// A file.
  ///
  /// @param synchronous whether every commit waits for the disk
  Database(Path file, boolean synchronous) {
    this.file = file;
    this.synchronous = synchronous;
  }

  boolean exists() {
    return Files.exists(file);
  }

  /// The one connection that writes. Commits are on disk when they return, if that is wanted; the
  /// log is moved into the file by the [Checkpointer], not by whichever commit happens to fill it.
  Connection writer() {
    SQLiteConfig config = settings();
    config.setJournalMode(JournalMode.WAL);
    config.setSynchronous(synchronous ? SynchronousMode.FULL : SynchronousMode.NORMAL);
    config.enforceForeignKeys(true);
    config.setPragma(SQLiteConfig.Pragma.WAL_AUTOCHECKPOINT, "0");
    return open(config);
  }

  /// A connection that moves the log into the file.
  Connection checkpointer() {
    return open(settings());
  }

  /// A connection that cannot change anything, not even by closing.
  Connection reader() {
    SQLiteConfig config = settings();
    config.setReadOnly(true);
    return open(config);
  }

  private static SQLiteConfig settings() {
    SQLiteConfig config = new SQLiteConfig();
    config.setBusyTimeout(BUSY_MILLIS);
    config.setGetGeneratedKeys(false);
    return config;
  }

  private Connection open(SQLiteConfig config) {
    try {
      return config.createConnection("jdbc:sqlite:" + file);
    } catch (SQLException failed) {
      throw new StoreException(failed);
    }
  }

  static void close(Connection connection) {
    try {
      connection.close();
    } catch (SQLException failed) {
      throw new StoreException(failed);
    }
  }
}
