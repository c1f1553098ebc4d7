package hearth.desktop.settings;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/// Keeps a profile to one running app. The system lets go of it when the process ends, however it
/// ends.
public final class ProfileLock implements AutoCloseable {
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
  public void close() throws IOException {
    lock.release();
    channel.close();
  }
}
