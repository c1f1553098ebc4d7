package hearth.client.store;

import hearth.client.Identity;
import hearth.client.LocalStore;
import java.nio.file.Path;
import java.util.List;

/// The folder in which one profile of the app remembers its servers, one SQLite file each, readable
/// by its owner only. Touches the disk: not for the FX thread. Safe from any thread.
public final class ProfileFolder {
  private final Path folder;

  public ProfileFolder(Path folder) {
    this.folder = folder;
  }

  /// The servers this profile has joined, the last used first. Files that cannot be read are left
  /// out and logged.
  public List<Identity> known() {
    throw new UnsupportedOperationException(folder.toString());
  }

  /// Opens the memory of a server joined before.
  public LocalStore open(String serverId) {
    throw new UnsupportedOperationException(serverId);
  }

  /// Begins the memory of a server just joined; one that is there already gets the new identity and
  /// keeps its outbox and drafts.
  public LocalStore create(Identity identity) {
    throw new UnsupportedOperationException(identity.toString());
  }
}
