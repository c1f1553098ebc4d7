package hearth.protocol;

/// Whether a person is there, as the server sees it: the most present of the person's devices.
public enum Presence {
  ONLINE,
  AWAY,
  OFFLINE,
  /// A word of a newer version.
  UNKNOWN
}
