package hearth.desktop.richtext;

import java.util.List;

/// One line of a text.
///
/// @param start its first index
/// @param end the index behind it, which is where the next line begins; blanks and the break at its
///   end are not drawn
/// @param rightToLeft whether its paragraph is read from right to left, and so stands at the right
/// @param pieces what is drawn, from left to right
record Line(int start, int end, boolean rightToLeft, List<Piece> pieces, double width) {
  /// Where what is drawn ends.
  int drawnEnd() {
    return pieces.stream().mapToInt(Piece::end).max().orElse(start);
  }
}
