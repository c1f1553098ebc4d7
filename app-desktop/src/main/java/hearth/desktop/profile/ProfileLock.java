package hearth.desktop.profile;

import hearth.files.PrivateFiles;
import hearth.files.ProcessLock;
import java.io.IOException;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Allows one running app per profile. Safe from any thread.
public final class ProfileLock implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(ProfileLock.class);

  private final ProcessLock lock;

  private ProfileLock(ProcessLock lock) {
    this.lock = lock;
  }

  /// Locks a profile; empty if another app has it.
  public static Optional<ProfileLock> take(Profile profile) throws IOException {
    return ProcessLock.take(PrivateFiles.folder(profile.folder()).resolve("lock"))
        .map(ProfileLock::new);
  }

  @Override
  public void close() {
    try {
      lock.close();
    } catch (IOException refused) {
      LOG.warn("The lock of the profile could not be released", refused);
    }
  }
}
