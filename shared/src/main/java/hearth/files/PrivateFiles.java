package hearth.files;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Makes, writes and restricts files that only their owner may read. Holds no state; touches the
/// disk.
public final class PrivateFiles {
  private static final Logger LOG = LoggerFactory.getLogger(PrivateFiles.class);
  private static final Set<PosixFilePermission> OF_FILE =
      PosixFilePermissions.fromString("rw-------");
  private static final Set<PosixFilePermission> OF_FOLDER =
      PosixFilePermissions.fromString("rwx------");

  private PrivateFiles() {}

  /// Makes a folder with those above it, or takes the rights of others from one that is there.
  public static Path folder(Path folder) throws IOException {
    if (Files.isDirectory(folder)) {
      restrict(folder, OF_FOLDER);
      return folder;
    }
    if (hasRights(folder)) {
      Files.createDirectories(folder, PosixFilePermissions.asFileAttribute(OF_FOLDER));
    } else {
      Files.createDirectories(folder);
    }
    restrict(folder, OF_FOLDER);
    return folder;
  }

  /// Makes an empty file, or takes the rights of others from one that is there.
  ///
  /// @return whether it was made
  public static boolean file(Path file) throws IOException {
    boolean made = create(file);
    restrict(file, OF_FILE);
    return made;
  }

  /// Takes the rights of others from the files in a folder whose names begin so.
  public static void restrictAll(Path folder, String prefix) throws IOException {
    try (DirectoryStream<Path> files =
        Files.newDirectoryStream(
            folder,
            file ->
                file.getFileName().toString().startsWith(prefix)
                    && Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS))) {
      for (Path file : files) {
        restrict(file, OF_FILE);
      }
    }
  }

  /// Replaces a file's content, or makes it. After a power failure it has the old content or the
  /// new, whole; it has the new once this returns.
  public static void write(Path file, String content) throws IOException {
    Path draft = file.resolveSibling(file.getFileName() + ".new");
    Files.deleteIfExists(draft);
    file(draft);
    Files.writeString(draft, content, StandardCharsets.UTF_8, StandardOpenOption.TRUNCATE_EXISTING);
    sync(draft);
    Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    syncFolderOf(file);
  }

  /// Waits until a file's content is on the disk.
  public static void sync(Path file) throws IOException {
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
      channel.force(true);
    }
  }

  /// Waits until a file's name is on the disk: a file that is new or was moved there may be gone
  /// after a power failure otherwise. Windows has no way to ask for it.
  public static void syncFolderOf(Path file) throws IOException {
    Path folder = file.toAbsolutePath().getParent();
    if (folder != null && hasRights(folder)) {
      try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
        channel.force(true);
      }
    }
  }

  private static boolean create(Path file) throws IOException {
    try {
      if (hasRights(file)) {
        Files.createFile(file, PosixFilePermissions.asFileAttribute(OF_FILE));
      } else {
        Files.createFile(file);
      }
      return true;
    } catch (FileAlreadyExistsException there) {
      return false;
    }
  }

  /// A file that belongs to another user cannot be restricted, and may still be of use.
  private static void restrict(Path file, Set<PosixFilePermission> rights) throws IOException {
    PosixFileAttributeView view = Files.getFileAttributeView(file, PosixFileAttributeView.class);
    if (view != null && !view.readAttributes().permissions().equals(rights)) {
      try {
        view.setPermissions(rights);
      } catch (IOException refused) {
        LOG.warn("Others may be able to read {}: {}", file, refused.toString());
      }
    }
  }

  private static boolean hasRights(Path file) {
    return file.getFileSystem().supportedFileAttributeViews().contains("posix");
  }
}
