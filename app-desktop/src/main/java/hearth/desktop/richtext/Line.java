package hearth.desktop.richtext;

import java.util.List;

/// One line of a text.
///
/// @param start its first index
/// @param end the index behind it, which is where the next line begins; blanks and the break at its
///   end are not drawn
/// @param rightToLeft whether its paragraph is read from right to left, and so stands at the right
/// @param pieces what is drawn, from left to right
record Line(
    int start, int end, boolean rightToLeft, List<Piece> pieces, double width, Setting setting) {
  /// Where what is drawn ends.
  int drawnEnd() {
    return pieces.stream().mapToInt(Piece::end).max().orElse(start);
  }

  /// The room that it takes, with what is beside it.
  double extent() {
    return setting.indent() + width + setting.outdent();
  }

  /// Where a line stands among the others.
  ///
  /// @param indent how far it is from the side where its paragraph begins
  /// @param outdent how much room there is at its end
  /// @param above how far it is below the line before, if more than all lines are
  /// @param below how much room there is below it, if it is the last line
  record Setting(Section section, double indent, double outdent, double above, double below) {}
}
