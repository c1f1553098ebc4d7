package hearth.bench;

/// Receives what happens to the posts, by their numbers. Times are those of `System.nanoTime`.
/// Confined to the thread of the [SelectorLoop].
interface PostListener {
  /// One more receiver has it.
  void delivered(long number, long now);

  /// The server has stored it.
  void acknowledged(long number, long now);

  /// The server has refused it.
  void refused(long number, long now);
}
