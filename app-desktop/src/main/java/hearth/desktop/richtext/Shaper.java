package hearth.desktop.richtext;

/// Measures text, in pixels.
interface Shaper {
  /// Shapes characters of one direction, without wrapping them.
  Shaped shape(Stretch stretch, Face face);

  /// The width of every picture.
  double pictureWidth();

  /// A stretch that has been shaped.
  interface Shaped {
    double width();

    /// How far the character at an index of the text is from the stretch's beginning, which is its
    /// right side where it is read from right to left.
    double edge(int index);
  }
}
