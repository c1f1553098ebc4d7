package hearth.sqlite;

import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteConfig.JournalMode;
import org.sqlite.SQLiteConfig.Pragma;
import org.sqlite.SQLiteConfig.SynchronousMode;

/// What a connection is opened with; see [DatabaseFile#open]. Immutable.
public enum ConnectionOption {
  /// The connection cannot change anything, not even by closing.
  READ_ONLY,
  /// Writes go to a write-ahead log beside the file, so that reading never waits for writing.
  WRITE_AHEAD_LOG,
  /// A commit is on the disk, safe from a power cut, when it returns.
  SYNCHRONOUS_FULL,
  /// A power cut may undo the last commits, but leaves the file sound.
  SYNCHRONOUS_NORMAL,
  /// References between tables are checked.
  FOREIGN_KEYS,
  /// What is deleted is overwritten with zeros.
  SECURE_DELETE,
  /// Commits leave the write-ahead log alone; a checkpoint has to be asked for.
  NO_AUTO_CHECKPOINT;

  void apply(SQLiteConfig config) {
    switch (this) {
      case READ_ONLY -> config.setReadOnly(true);
      case WRITE_AHEAD_LOG -> config.setJournalMode(JournalMode.WAL);
      case SYNCHRONOUS_FULL -> config.setSynchronous(SynchronousMode.FULL);
      case SYNCHRONOUS_NORMAL -> config.setSynchronous(SynchronousMode.NORMAL);
      case FOREIGN_KEYS -> config.enforceForeignKeys(true);
      case SECURE_DELETE -> config.setPragma(Pragma.SECURE_DELETE, "true");
      case NO_AUTO_CHECKPOINT -> config.setPragma(Pragma.WAL_AUTOCHECKPOINT, "0");
    }
  }
}
