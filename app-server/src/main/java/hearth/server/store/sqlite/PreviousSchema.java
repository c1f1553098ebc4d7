package hearth.server.store.sqlite;

import hearth.files.PrivateFiles;
import hearth.server.store.StoreUnusableException;
import hearth.server.store.StoreUnusableException.Why;
import hearth.sqlite.Query;
import hearth.sqlite.SqliteException;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The copy of a database that is made before its schema changes, so that the older version can go
/// on with it. A week later it is removed: it holds what people have deleted since. Holds no state.
final class PreviousSchema {
  private static final Logger LOG = LoggerFactory.getLogger(PreviousSchema.class);
  private static final Duration KEPT = Duration.ofDays(7);
  private static final String SUFFIX = ".schema-";

  private PreviousSchema() {}

  /// Copies a database of an older version; removes the copies that are old enough.
  ///
  /// @param reader a connection to the database
  /// @throws StoreUnusableException if it cannot be copied, as on a full disk
  static void keep(Path database, Connection reader, Instant now) throws StoreUnusableException {
    int version = Schema.olderVersion(reader);
    if (version == 0) {
      removeOld(database, now);
      return;
    }
    Path copy = database.resolveSibling(database.getFileName() + SUFFIX + version);
    Path draft = copy.resolveSibling(copy.getFileName() + ".new");
    try {
      Files.deleteIfExists(draft);
      PrivateFiles.file(draft); // SQLite fills an empty file, and leaves its rights
      new Query(reader, "VACUUM INTO ?").update(draft.toString());
      PrivateFiles.sync(draft);
      Files.move(draft, copy, StandardCopyOption.REPLACE_EXISTING);
      PrivateFiles.syncFolderOf(copy);
    } catch (IOException | SqliteException failed) {
      throw new StoreUnusableException(
          Why.NOT_WRITABLE,
          database + " could not be copied before its update; it needs as much room again",
          failed);
    }
  }

  private static void removeOld(Path database, Instant now) {
    Path folder = Objects.requireNonNull(database.toAbsolutePath().getParent());
    try (DirectoryStream<Path> copies =
        Files.newDirectoryStream(folder, database.getFileName() + SUFFIX + "*")) {
      for (Path copy : copies) {
        if (Files.getLastModifiedTime(copy).toInstant().plus(KEPT).isBefore(now)) {
          Files.delete(copy);
        }
      }
    } catch (IOException refused) {
      LOG.warn("Old copies of {} could not be removed: {}", database, refused.toString());
    }
  }
}
