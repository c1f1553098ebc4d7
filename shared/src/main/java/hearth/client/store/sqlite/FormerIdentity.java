package hearth.client.store.sqlite;

import hearth.client.store.Identity;
import hearth.client.store.LocalStore.StoreException;
import java.nio.file.Files;
import java.util.Optional;

/// Moves who this device is out of a database of an earlier version, into a file of its own: first
/// it is written there, then a step of the schema takes it from the database. Holds no state;
/// touches the disk.
final class FormerIdentity {
  private FormerIdentity() {}

  /// Empty where the database holds none, or cannot be read any more; then it is left alone.
  ///
  /// @throws StoreException where the disk refuses
  static Optional<Identity> take(MemoryFiles files) {
    if (!Files.exists(files.database())) {
      return Optional.empty();
    }
    Optional<Identity> identity = Salvage.identity(files.database());
    if (identity.isPresent()) {
      files.keep(identity.get());
      try (ClientDatabase sql = ClientDatabase.open(files)) {
        sql.erase();
      }
    }
    return identity;
  }
}
