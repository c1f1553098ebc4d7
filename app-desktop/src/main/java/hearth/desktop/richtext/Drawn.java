package hearth.desktop.richtext;

import java.util.List;
import javafx.geometry.Point2D;
import javafx.geometry.Rectangle2D;
import javafx.scene.Node;
import javafx.scene.text.Text;

/// A piece where it is drawn. Confined to the FX thread.
///
/// @param left where its line begins
/// @param top where its line is
record Drawn(int row, double left, double top, Piece piece, Node node) {
  double x() {
    return left + piece.x();
  }

  /// Where its letters begin.
  double lettersX() {
    return x() + look().face().side();
  }

  int indexAt(double at) {
    if (node instanceof Text words
        && piece instanceof Piece.Words(Stretch stretch, _, boolean whole, _, _)
        && !whole) {
      double y = words.getLayoutBounds().getHeight() / 2;
      return stretch.index(words.hitTest(new Point2D(at - lettersX(), y)).getInsertionIndex());
    }
    boolean before = at < x() + piece.width() / 2;
    boolean rightToLeft =
        switch (piece) {
          case Piece.Picture picture -> picture.rightToLeft();
          case Piece.Words words -> words.stretch().isRightToLeft();
          case Piece.Ellipsis _ -> false;
        };
    return before != rightToLeft ? piece.start() : piece.end();
  }

  boolean contains(double atX, double atY, double height) {
    return atX >= x() && atX < x() + piece.width() && atY >= top && atY < top + height;
  }

  Look look() {
    return piece instanceof Piece.Words words ? words.look() : Look.PLAIN;
  }

  /// Where the characters of a range are, in the block.
  List<Rectangle2D> ranges(int from, int to) {
    int begin = Math.max(from, piece.start());
    int end = Math.min(to, piece.end());
    if (begin >= end) {
      return List.of();
    }
    if (node instanceof Text words
        && piece instanceof Piece.Words(Stretch stretch, _, boolean whole, _, _)
        && !whole) {
      return words
          .getLayoutInfo()
          .getSelectionGeometry(stretch.shownIndex(begin), stretch.shownIndex(end), false)
          .stream()
          .map(part -> new Rectangle2D(lettersX() + part.getMinX(), 0, part.getWidth(), 1))
          .toList();
    }
    return List.of(new Rectangle2D(x(), 0, piece.width(), 1));
  }
}
