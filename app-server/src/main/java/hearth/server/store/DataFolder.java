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

/// The folder of one server's data, held by a lock so that no second server works in it. The lock
/// goes with the process, however that ends. Safe from any thread.
public final class DataFolder implements AutoCloseable {
  private final Path folder;
  private final FileChannel lock;

  private DataFolder(Path folder, FileChannel lock) {
    this.folder = folder;
    this.lock = lock;
  }

  /// Makes the folder where there is none, and takes it.
  public static DataFolder take(Path folder) throws StoreUnusableException {
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
      // Held by this very process; the same answer.
    } catch (IOException failed) {
      release(channel);
      throw new StoreUnusableException(
          Why.NOT_WRITABLE, "The data folder " + folder + " cannot be written to", failed);
    }
    release(channel);
    throw new StoreUnusableException(
        Why.LOCKED, "The data folder " + folder + " is in use by another Hearth server");
  }

  /// A new folder is its owner's alone: it holds what people say to each other.
  private static void create(Path folder) throws IOException {
    boolean posix = folder.getFileSystem().supportedFileAttributeViews().contains("posix");
    if (posix && !Files.exists(folder)) {
      var owner = PosixFilePermissions.fromString("rwx------");
      Files.createDirectories(folder, PosixFilePermissions.asFileAttribute(owner));
    } else {
      Files.createDirectories(folder);
    }
  }

  /// Where the server's key is.
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
      // A lock is let go of by closing even where closing fails.
    }
  }
}
