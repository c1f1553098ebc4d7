package hearth.desktop.profile;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Allows one running app per profile. The system releases the lock when the process ends, and also
/// when the lock is no longer reachable, so keep a reference to it. Safe from any thread.
public final class ProfileLock implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(ProfileLock.class);

  private final FileChannel channel;
  private final FileLock lock;

  private ProfileLock(FileChannel channel, FileLock lock) {
    this.channel = channel;
    this.lock = lock;
  }

  /// Locks a profile; empty if another app has it.
  public static Optional<ProfileLock> take(Profile profile) throws IOException {
    Path folder = Files.createDirectories(profile.folder());
    FileChannel channel =
        FileChannel.open(
            folder.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    try {
      FileLock lock = channel.tryLock();
      if (lock != null) {
        return Optional.of(new ProfileLock(channel, lock));
      }
    } catch (OverlappingFileLockException takenInThisProcess) {
      // The same as if another process had it.
    }
    channel.close();
    return Optional.empty();
  }

  @Override
  public void close() {
    try {
      lock.release();
      channel.close();
    } catch (IOException refused) {
      LOG.warn("The lock of the profile could not be released", refused);
    }
  }
}
