package hearth.server;

/// What an acknowledged message survives. Either survives the end of the process, however it comes.
public enum Durability {
  /// A power cut too: every commit is on the disk before it is acknowledged.
  FULL,
  /// The disk is waited for only now and then, so a power cut may take the last moments.
  NORMAL
}
