package hearth.client.store;

import java.util.List;

/// The servers that a profile has joined, and what it remembers of each. Safe from any thread; may
/// read and write the disk. Any method may throw [LocalStore.StoreException].
public interface KnownServers extends JoinMemory {
  /// The servers this profile has joined, the last used first. What cannot be read is left out.
  List<Identity> known();

  /// Opens the memory of a server joined before, the last used one where there are several.
  LocalStore open(String serverId);

  /// Opens the memory of one identity.
  LocalStore open(Identity identity);

  /// Begins the memory of a server just joined. A token is never replaced: the same one finds its
  /// memory again, at the address where the server listens now, and another one gets a memory of
  /// its own, with what was written and not sent.
  LocalStore create(Identity identity);

  /// Begins the memory of a server where this device was just added to a person. What somebody else
  /// has written here and not sent is not theirs, and stays where it is.
  LocalStore createLinked(Identity identity);
}
