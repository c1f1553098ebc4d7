package hearth.desktop.profile;

import hearth.files.PrivateFiles;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/// What becomes of the wish to open a profile.
public sealed interface ProfileStart {

  /// It can be used, and nobody else can until the lock is closed.
  record Ready(Profile profile, SettingsFile settings, ProfileLock lock) implements ProfileStart {}

  /// Another app has it open.
  record OpenElsewhere(Profile profile) implements ProfileStart {}

  /// Nothing can be kept in its folder.
  record Troubled(Profile profile, ProfileTrouble trouble) implements ProfileStart {}

  /// Makes the folder if need be, locks it, and sees whether something can be written there: a full
  /// disk still takes empty files. Touches the disk.
  static ProfileStart of(Profile profile) {
    try {
      Optional<ProfileLock> lock = ProfileLock.take(profile);
      if (lock.isEmpty()) {
        return new OpenElsewhere(profile);
      }
      try {
        tryToWrite(profile.folder());
        for (Path inner : new Path[] {profile.clientFolder(), profile.serverFolder()}) {
          if (Files.isDirectory(inner) && !Files.isWritable(inner)) {
            throw new AccessDeniedException(inner.toString());
          }
        }
        return new Ready(profile, SettingsFile.load(profile.settingsFile()), lock.get());
      } catch (IOException refused) {
        lock.get().close();
        throw refused;
      }
    } catch (IOException refused) {
      return new Troubled(profile, ProfileTrouble.of(refused, profile.folder()));
    }
  }

  private static void tryToWrite(Path folder) throws IOException {
    Path probe = folder.resolve("probe");
    try {
      PrivateFiles.file(probe);
      Files.write(probe, new byte[64 * 1024]);
    } finally {
      Files.deleteIfExists(probe);
    }
  }
}
