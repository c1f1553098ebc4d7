package hearth.server.store;

import hearth.files.PrivateFiles;
import hearth.files.ProcessLock;
import hearth.server.store.StoreUnusableException.Why;
import java.io.IOException;
import java.nio.file.Path;

/// The folder of one server's data, locked so that no second server uses it, and readable by its
/// owner alone: it holds private messages and the server's key. The lock ends with the process,
/// even in a crash. Safe from any thread.
public final class DataFolder implements AutoCloseable {
  private final Path folder;
  private final ProcessLock lock;

  private DataFolder(Path folder, ProcessLock lock) {
    this.folder = folder;
    this.lock = lock;
  }

  /// Locks the folder, and creates it if there is none. One that is there already becomes its
  /// owner's alone, with the files of ours in it.
  ///
  /// @param check looks at the database before anything in the folder is changed
  public static DataFolder lock(Path folder, DatabaseCheck check) throws StoreUnusableException {
    Path file = folder.resolve("hearth.lock");
    try {
      // The locks of SQLite, like all of POSIX, would end as the check closes the file.
      if (ProcessLock.isHeld(file)) {
        throw inUse(folder);
      }
      check.check(databaseIn(folder));
      PrivateFiles.folder(folder);
      ProcessLock lock = ProcessLock.take(file).orElseThrow(() -> inUse(folder));
      PrivateFiles.restrictAll(folder, "hearth.");
      return new DataFolder(folder, lock);
    } catch (IOException failed) {
      throw new StoreUnusableException(
          Why.NOT_WRITABLE, "The data folder " + folder + " cannot be written to", failed);
    }
  }

  private static StoreUnusableException inUse(Path folder) {
    return new StoreUnusableException(
        Why.LOCKED, "The data folder " + folder + " is in use by another Hearth server");
  }

  private static Path databaseIn(Path folder) {
    return folder.resolve("hearth.db");
  }

  /// The folder of the server's key.
  public Path keys() {
    return folder;
  }

  public Path database() {
    return databaseIn(folder);
  }

  @Override
  public void close() {
    try {
      lock.close();
    } catch (IOException _) {
      // Closing releases the lock even if it fails.
    }
  }

  /// Whether a database may be used, as far as can be told without opening it.
  public interface DatabaseCheck {
    void check(Path database) throws StoreUnusableException;
  }
}
