/// Emoji: where they are in a text, their pictures, their names. Knows nothing of JavaFX, which is
/// mended to draw them.
module hearth.emoji {
  requires static transitive org.jspecify;

  exports hearth.emoji;
}
