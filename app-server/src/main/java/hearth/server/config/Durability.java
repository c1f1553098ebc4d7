package hearth.server.config;

/// What an acknowledged message survives. Both survive a crash of the process.
public enum Durability {
  /// A power failure too: every commit is on the disk before it is acknowledged.
  FULL,
  /// Commits do not wait for the disk, so a power failure may lose the last ones.
  NORMAL
}
