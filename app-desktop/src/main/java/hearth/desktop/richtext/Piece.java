package hearth.desktop.richtext;

/// A part of a line that is drawn as one.
sealed interface Piece {
  int start();

  int end();

  /// How far its left side is from the line's left side.
  double x();

  double width();

  Piece at(double x);

  /// Characters of one direction.
  ///
  /// @param whole whether they are one cluster
  record Words(Stretch stretch, Look look, boolean whole, double x, double width) implements Piece {
    @Override
    public int start() {
      return stretch.start();
    }

    @Override
    public int end() {
      return stretch.end();
    }

    @Override
    public Words at(double left) {
      return new Words(stretch, look, whole, left, width);
    }
  }

  /// A picture in the place of characters.
  record Picture(Atom atom, boolean rightToLeft, double x, double width) implements Piece {
    @Override
    public int start() {
      return atom.start();
    }

    @Override
    public int end() {
      return atom.end();
    }

    @Override
    public Picture at(double left) {
      return new Picture(atom, rightToLeft, left, width);
    }
  }

  /// The sign that more follows, which is not drawn.
  ///
  /// @param start where it follows from
  /// @param end where the text ends
  record Ellipsis(int start, int end, double x, double width) implements Piece {
    static final String SIGN = "…";

    @Override
    public Ellipsis at(double left) {
      return new Ellipsis(start, end, left, width);
    }
  }
}
