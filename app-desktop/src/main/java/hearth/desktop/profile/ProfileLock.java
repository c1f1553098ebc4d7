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

/// Keeps a profile to one running app. The system lets go of it when the process ends, however it
/// ends, and also when nobody refers to the lock any more: whoever took it keeps it.
public final class ProfileLock implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(ProfileLock.class);

  private final FileChannel channel;
  private final FileLock lock;

  private ProfileLock(FileChannel channel, FileLock lock) {
    this.channel = channel;
    this.lock = lock;
  }

  /// Empty where another app has the profile.
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
      // As good as taken by another.
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
      LOG.warn("The profile's lock could not be let go of", refused);
    }
  }
}
