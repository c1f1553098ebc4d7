package hearth.desktop.richtext;

/// Which letters of a font family a stretch is drawn with.
///
/// @param code whether every letter is as wide as the next
public record Face(boolean strong, boolean slanted, boolean code) {
  public static final Face PLAIN = new Face(false, false, false);

  private static final double CODE_SIDE = 4;

  /// How much room there is at both sides of a stretch.
  double side() {
    return code ? CODE_SIDE : 0;
  }
}
