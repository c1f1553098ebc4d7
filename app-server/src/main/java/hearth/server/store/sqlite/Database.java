package hearth.server.store.sqlite;

import hearth.sqlite.ConnectionOption;
import hearth.sqlite.DatabaseFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.time.Duration;

/// Opens connections to the file, each with the options for its task. Safe from any thread.
final class Database {
  private static final Duration BUSY = Duration.ofSeconds(5);

  /// How long a checkpoint may keep everybody from writing while it waits for readers.
  private static final Duration CHECKPOINT_BUSY = Duration.ofMillis(50);

  private final DatabaseFile file;
  private final boolean synchronous;

  /// A file.
  ///
  /// @param synchronous whether every commit waits for the disk
  Database(Path file, boolean synchronous) {
    this.file = new DatabaseFile(file, BUSY);
    this.synchronous = synchronous;
  }

  /// The one connection that writes. The [Checkpointer] moves the log into the file, not the commit
  /// that happens to fill it.
  Connection writer() {
    return file.open(
        ConnectionOption.WRITE_AHEAD_LOG,
        synchronous ? ConnectionOption.SYNCHRONOUS_FULL : ConnectionOption.SYNCHRONOUS_NORMAL,
        ConnectionOption.FOREIGN_KEYS,
        ConnectionOption.SECURE_DELETE,
        ConnectionOption.NO_AUTO_CHECKPOINT);
  }

  /// The connection for checkpoints.
  Connection checkpointer() {
    return new DatabaseFile(file.path(), CHECKPOINT_BUSY).open();
  }

  /// A connection to look at the file before it is used. A power failure while the file was made
  /// leaves a rollback journal, which only a connection that may write can play back.
  Connection checker() {
    Path path = file.path();
    boolean recovers = Files.exists(path.resolveSibling(path.getFileName() + "-journal"));
    return recovers ? file.open() : reader();
  }

  Connection reader() {
    return file.open(ConnectionOption.READ_ONLY);
  }
}
