package hearth.server.bench;

/// Where the members report what became of the posts, by their numbers. Times are those of
/// `System.nanoTime`. Confined to the thread of the [Loop].
interface Board {
  /// One more receiver has it.
  void delivered(long number, long now);

  /// The server says that it has stored it.
  void acknowledged(long number, long now);

  /// The server says that it has not.
  void refused(long number, long now);
}
