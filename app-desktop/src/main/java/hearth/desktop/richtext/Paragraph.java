package hearth.desktop.richtext;

import java.text.Bidi;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One paragraph, shaped as a whole: how far apart its characters are in reading order, and the
/// pieces of a line of it in the order of sight. Confined to one thread.
final class Paragraph {
  private final FormattedText content;
  private final String text;
  private final int start;
  private final List<Atom> atoms;
  private final Shaper shaper;
  private final @Nullable Bidi bidi;
  private final List<Run> runs = new ArrayList<>();

  /// Shapes a paragraph.
  ///
  /// @param atoms those within it, in order
  Paragraph(FormattedText content, int start, int end, List<Atom> atoms, Shaper shaper) {
    this.content = content;
    this.text = content.text();
    this.start = start;
    this.atoms = atoms;
    this.shaper = shaper;
    char[] units = text.substring(start, end).toCharArray();
    bidi =
        Bidi.requiresBidi(units, 0, units.length)
            ? new Bidi(new String(units), direction(content.sectionAt(start)))
            : null;
    double x = 0;
    for (Piece piece : logical(bidi, start, end)) {
      Run run = new Run(piece, x, shape(piece));
      runs.add(run);
      x += piece instanceof Piece.Picture ? piece.width() : run.width();
    }
  }

  private static int direction(Section section) {
    return section.code() ? Bidi.DIRECTION_LEFT_TO_RIGHT : Bidi.DIRECTION_DEFAULT_LEFT_TO_RIGHT;
  }

  boolean isRightToLeft() {
    return bidi != null && !bidi.baseIsLeftToRight();
  }

  /// How far the character at an index is from the paragraph's beginning, in reading order.
  double x(int index) {
    int low = 0;
    int high = runs.size() - 1;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (runs.get(middle).piece().end() > index) {
        high = middle;
      } else {
        low = middle + 1;
      }
    }
    return runs.isEmpty() ? 0 : runs.get(low).x(index);
  }

  /// What a line that goes from one index to another shows, from left to right.
  List<Piece> line(int from, int to) {
    if (from == to) {
      return List.of();
    }
    Bidi own = bidi == null ? null : bidi.createLineBidi(from - start, to - start);
    List<Piece> logical = logical(own, from, to);
    Piece[] visual = logical.toArray(Piece[]::new);
    if (own != null) {
      byte[] levels = new byte[visual.length];
      for (int i = 0; i < visual.length; i++) {
        levels[i] = (byte) own.getLevelAt(visual[i].start() - from);
      }
      Bidi.reorderVisually(levels, 0, visual, 0, visual.length);
    }
    double x = 0;
    for (int i = 0; i < visual.length; i++) {
      Shaper.Shaped shaped = shape(visual[i]);
      double width = shaped == null ? visual[i].width() : shaped.width();
      visual[i] =
          visual[i] instanceof Piece.Words words
              ? new Piece.Words(words.stretch(), words.look(), words.whole(), x, width)
              : visual[i].at(x);
      x += width;
    }
    return List.of(visual);
  }

  private Shaper.@Nullable Shaped shape(Piece piece) {
    return piece instanceof Piece.Words words
        ? shaper.shape(words.stretch(), words.look().face())
        : null;
  }

  /// The runs of one direction and look and the pictures, in reading order; none has a place yet.
  private List<Piece> logical(@Nullable Bidi levels, int from, int to) {
    List<Piece> pieces = new ArrayList<>();
    int at = from;
    int next = firstAtom(from);
    while (at < to) {
      int limit = to;
      byte level = 0;
      if (levels != null) {
        level = (byte) levels.getLevelAt(at - from);
        limit = at + 1;
        while (limit < to && levels.getLevelAt(limit - from) == level) {
          limit++;
        }
      }
      boolean rightToLeft = (level & 1) != 0;
      while (at < limit) {
        Atom atom = next < atoms.size() ? atoms.get(next) : null;
        if (atom != null && atom.start() <= at) {
          pieces.add(piece(atom, rightToLeft));
          at = atom.end();
          next++;
        } else {
          int stop = content.lookEnd(at, atom == null ? limit : Math.min(limit, atom.start()));
          Stretch stretch = Stretch.of(text, at, stop, rightToLeft);
          pieces.add(new Piece.Words(stretch, content.lookAt(at), false, 0, 0));
          at = stop;
        }
      }
    }
    return pieces;
  }

  private Piece piece(Atom atom, boolean rightToLeft) {
    if (atom.picture()) {
      return new Piece.Picture(atom, rightToLeft, 0, shaper.pictureWidth());
    }
    Stretch stretch =
        Emoji.hasPicture(text, atom.start(), atom.end())
            ? Stretch.asItIs(text, atom.start(), atom.end(), rightToLeft)
            : Stretch.of(text, atom.start(), atom.end(), rightToLeft);
    return new Piece.Words(stretch, content.lookAt(atom.start()), true, 0, 0);
  }

  private int firstAtom(int from) {
    int low = 0;
    int high = atoms.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (atoms.get(middle).start() < from) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  /// A piece of the whole paragraph, as it was shaped.
  private record Run(Piece piece, double begin, Shaper.@Nullable Shaped shaped) {
    double width() {
      return shaped == null ? piece.width() : shaped.width();
    }

    double x(int index) {
      if (index >= piece.end()) {
        return begin + width();
      }
      return shaped == null || index <= piece.start() ? begin : begin + shaped.edge(index);
    }
  }
}
