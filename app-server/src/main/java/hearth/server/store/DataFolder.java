package hearth.server.store;

import hearth.server.store.StoreUnusableException.Why;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import org.jspecify.annotations.Nullable;

/// The folder of one server's data, locked so that no second server uses it. The lock ends with the
/// process, even in a crash. Safe from any thread.
public final class DataFolder implements AutoCloseable {
  private final Path folder;
  private final FileChannel lock;

  private DataFolder(Path folder, FileChannel lock) {
    this.folder = folder;
    this.lock = lock;
  }

  /// Locks the folder, and creates it if there is none.
  public static DataFolder lock(Path folder) throws StoreUnusableException {
    FileChannel channel = null;
    try {
      create(folder);
      channel =
          FileChannel.open(
              folder.resolve("hearth.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      if (channel.tryLock() != null) {
        return new DataFolder(folder, channel);
      }
    } catch (OverlappingFileLockException _) {
      // Locked by this process; the same answer.
    } catch (IOException failed) {
      release(channel);
      throw new StoreUnusableException(
          Why.NOT_WRITABLE, "The data folder " + folder + " cannot be written to", failed);
    }
    release(channel);
    throw new StoreUnusableException(
        Why.LOCKED, "The data folder " + folder + " is in use by another Hearth server");
  }

  /// Only its owner can read a new folder: it holds private messages.
  private static void create(Path folder) throws IOException {
    boolean posix = folder.getFileSystem().supportedFileAttributeViews().contains("posix");
    if (posix && !Files.exists(folder)) {
      var owner = PosixFilePermissions.fromString("rwx------");
      Files.createDirectories(folder, PosixFilePermissions.asFileAttribute(owner));
    } else {
      Files.createDirectories(folder);
    }
  }

  /// The folder of the server's key.
  public Path keys() {
    return folder;
  }

  public Path database() {
    return folder.resolve("hearth.db");
  }

  @Override
  public void close() {
    release(lock);
  }

  private static void release(@Nullable FileChannel channel) {
    try {
      if (channel != null) {
        channel.close();
      }
    } catch (IOException _) {
      // Closing releases the lock even if it fails.
    }
  }
}
