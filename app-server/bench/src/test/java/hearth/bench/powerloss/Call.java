package hearth.bench.powerloss;

import java.nio.ByteBuffer;

/// What a process did to its files, and what it told others.
public sealed interface Call {
  record Created(String path) implements Call {}

  record Written(String path, long offset, ByteBuffer bytes) implements Call {}

  record Truncated(String path, long size) implements Call {}

  record Renamed(String from, String to) implements Call {}

  record Unlinked(String path) implements Call {}

  /// From here on, what was written before this point may be on its way to the disk.
  ///
  /// @param path a file, or a folder, whose names are synced
  /// @param id of the end that follows
  record SyncBegan(String path, long id) implements Call {}

  /// What was written before the sync of this id began is on the disk.
  record SyncEnded(long id) implements Call {}

  /// Bytes that are on their way to a socket, as Latin-1.
  record Told(String text) implements Call {}
}
