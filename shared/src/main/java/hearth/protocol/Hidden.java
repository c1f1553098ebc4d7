package hearth.protocol;

/// What people can keep from the others.
public enum Hidden {
  /// Whether they are here, when they were last, and what is delivered to them, which tells of it.
  PRESENCE,
  /// How far they have read; who keeps it from the others is not told it of them.
  READING,
  /// That they are typing.
  TYPING,
  /// A word of a newer version.
  UNKNOWN
}
