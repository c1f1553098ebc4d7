package hearth.client.store.sqlite;

import hearth.client.store.Identity;
import hearth.client.store.LocalStore.StoreException;
import hearth.files.PrivateFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The files in which a profile remembers one server: the database, which can be fetched again, and
/// beside it who this device is there, which cannot. What has no identity is no memory. Touches the
/// disk.
record MemoryFiles(Path folder, String name) {
  private static final Logger log = LoggerFactory.getLogger(MemoryFiles.class);
  private static final String DATABASE = ".db";
  private static final String IDENTITY = ".identity";
  private static final List<String> SIDE_FILES = List.of("-wal", "-shm");
  private static final DateTimeFormatter WHEN = DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss");

  /// All that are in a folder, the last used first.
  static List<MemoryFiles> in(Path folder) {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(file -> file.endsWith(DATABASE) || file.endsWith(IDENTITY))
          .map(file -> file.substring(0, file.lastIndexOf('.')))
          .distinct()
          .map(name -> new MemoryFiles(folder, name))
          .sorted(Comparator.comparing(MemoryFiles::lastUsed).reversed())
          .toList();
    } catch (IOException refused) {
      throw new StoreException("cannot read " + folder, refused);
    }
  }

  /// Names that no memory of a server has yet.
  static MemoryFiles free(Path folder, String serverId) {
    MemoryFiles files = new MemoryFiles(folder, serverId);
    for (int i = 2; Files.exists(files.database()) || Files.exists(files.identityFile()); i++) {
      files = new MemoryFiles(folder, serverId + "." + i);
    }
    return files;
  }

  boolean isOf(String serverId) {
    return name.startsWith(serverId + ".") || name.equals(serverId);
  }

  Path database() {
    return folder.resolve(name + DATABASE);
  }

  private Path identityFile() {
    return folder.resolve(name + IDENTITY);
  }

  /// Who this device is; empty where joining was never completed. What earlier versions kept in the
  /// database is moved to the file.
  ///
  /// @throws StoreException where the disk refuses
  Optional<Identity> identity() {
    Path file = identityFile();
    try {
      if (!Files.exists(file)) {
        return FormerIdentity.take(this);
      }
      PrivateFiles.file(file);
      Optional<Identity> identity = IdentityText.parse(Files.readAllBytes(file));
      if (identity.isEmpty()) {
        log.warn("{} is damaged and was put aside as {}", file, putAside(file));
      }
      return identity;
    } catch (IOException refused) {
      throw new StoreException("cannot read " + file, refused);
    }
  }

  /// Keeps who this device is; it is on the disk, whole, when this returns.
  ///
  /// @throws StoreException where the disk refuses
  void keep(Identity identity) {
    try {
      PrivateFiles.folder(folder);
      PrivateFiles.write(identityFile(), IdentityText.of(identity));
    } catch (IOException refused) {
      throw new StoreException("cannot write to " + folder, refused);
    }
  }

  /// Deletes everything, damaged files put aside too: first who this device is.
  ///
  /// @throws StoreException where the disk refuses
  void delete() {
    try (Stream<Path> files = Files.list(folder)) {
      Files.deleteIfExists(identityFile());
      for (Path file : files.filter(this::holds).toList()) {
        Files.deleteIfExists(file);
      }
      PrivateFiles.syncFolderOf(identityFile());
    } catch (IOException refused) {
      throw new StoreException("cannot delete in " + folder, refused);
    }
  }

  private boolean holds(Path file) {
    String found = file.getFileName().toString();
    return found.startsWith(name + DATABASE) || found.startsWith(name + IDENTITY);
  }

  /// Makes an empty file for the database, which belongs to its owner alone; SQLite gives its side
  /// files the same rights. An earlier version, or a copy, may have left it open to others.
  ///
  /// @throws StoreException where the disk refuses
  void makePrivate() {
    try {
      PrivateFiles.folder(folder);
      if (PrivateFiles.file(database())) {
        PrivateFiles.syncFolderOf(database());
      }
      PrivateFiles.restrictAll(folder, name + ".");
    } catch (IOException refused) {
      throw new StoreException("cannot write to " + folder, refused);
    }
  }

  /// Takes a damaged database out of the way, with what SQLite has beside it.
  ///
  /// @return where it is now
  /// @throws StoreException where the disk refuses
  Path putDatabaseAside() {
    try {
      return putAside(database());
    } catch (IOException refused) {
      throw new StoreException("cannot put aside " + database(), refused);
    }
  }

  private static Path putAside(Path file) throws IOException {
    String name =
        file.getFileName() + ".damaged-" + WHEN.format(LocalDateTime.now(ZoneId.systemDefault()));
    Path aside = file.resolveSibling(name);
    for (int i = 2; Files.exists(aside); i++) {
      aside = file.resolveSibling(name + "." + i);
    }
    for (String side : SIDE_FILES) {
      Path from = file.resolveSibling(file.getFileName() + side);
      if (Files.exists(from)) {
        Files.move(from, aside.resolveSibling(aside.getFileName() + side));
      }
    }
    Files.move(file, aside);
    PrivateFiles.syncFolderOf(file);
    return aside;
  }

  private FileTime lastUsed() {
    FileTime database = modified(database());
    FileTime identity = modified(identityFile());
    return database.compareTo(identity) > 0 ? database : identity;
  }

  private static FileTime modified(Path file) {
    try {
      return Files.getLastModifiedTime(file);
    } catch (IOException gone) {
      return FileTime.fromMillis(0);
    }
  }

  /// From now on it is the last used one.
  void touch() {
    try {
      Files.setLastModifiedTime(
          Files.exists(database()) ? database() : identityFile(),
          FileTime.fromMillis(System.currentTimeMillis()));
    } catch (IOException refused) {
      log.debug("the order of known servers may be off: {}", refused.toString());
    }
  }
}
