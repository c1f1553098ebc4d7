package hearth.desktop.richtext;

import java.util.ArrayList;
import java.util.List;

/// A text in lines that are no wider than asked for, if more than one cluster is in them.
/// Immutable.
///
/// @param cut whether there is more than the lines show
record TextLayout(List<Line> lines, double width, boolean cut) {
  private static final double ROUNDING = 0.01;
  private static final int TRIES = 4;

  /// Lays out a text.
  ///
  /// @param atoms its pictures, in order
  /// @param width how wide a line may be
  /// @param most how many lines there may be; what is more is left out, with a sign for it
  static TextLayout of(
      FormattedText text, List<Atom> atoms, Shaper shaper, double width, int most) {
    return new Filler(text, Emoji.among(text.text(), atoms), shaper, width, most).fill();
  }

  /// The width of the last line, beside which there is room; infinite below a block of code.
  double lastWidth() {
    Line last = lines.getLast();
    if (last.setting().section().code()) {
      return Double.POSITIVE_INFINITY;
    }
    return last.rightToLeft() ? width : last.extent();
  }

  /// Fills line after line.
  private static final class Filler {
    private final FormattedText content;
    private final String text;
    private final List<Atom> atoms;
    private final Shaper shaper;
    private final Margins margins;
    private final int most;
    private final List<Line> lines = new ArrayList<>();

    /// How wide what is drawn of the present line may be.
    private double width;

    Filler(FormattedText content, List<Atom> atoms, Shaper shaper, double width, int most) {
      this.content = content;
      this.text = content.text();
      this.atoms = atoms;
      this.shaper = shaper;
      this.margins = new Margins(Math.max(0, width) + ROUNDING);
      this.most = most;
    }

    TextLayout fill() {
      int at = 0;
      boolean open = true;
      while (open && lines.size() < most) {
        int end = at;
        while (end < text.length() && !Characters.isBreak(text.charAt(end))) {
          end++;
        }
        int next = end;
        if (end < text.length()) {
          next += text.startsWith("\r\n", end) ? 2 : 1;
        }
        paragraph(at, end, next);
        open = next > end;
        at = next;
      }
      boolean cut = lines.getLast().end() < text.length();
      double widest = lines.stream().mapToDouble(Line::extent).max().orElse(0);
      return new TextLayout(List.copyOf(lines), widest, cut);
    }

    private void paragraph(int start, int end, int next) {
      List<Atom> own =
          atoms.stream().filter(atom -> atom.start() >= start && atom.end() <= end).toList();
      Paragraph paragraph = new Paragraph(content, start, end, own, shaper);
      margins.begin(content.sectionAt(start), start, paragraph);
      width = margins.room(start);
      if (end == start || paragraph.x(end) <= width) {
        line(paragraph, start, end, next);
        return;
      }
      Breaks breaks = new Breaks(text, start, end, own);
      int at = start;
      while (at < end && lines.size() < most) {
        width = margins.room(at);
        at = line(paragraph, breaks, at, end, next);
      }
    }

    /// Adds one line and returns where the next one begins.
    private int line(Paragraph paragraph, Breaks breaks, int from, int end, int next) {
      double room = width;
      int to = 0;
      for (int i = 0; i < TRIES; i++) {
        to = lineEnd(paragraph, breaks, from, end, room);
        double real = width(paragraph.line(from, trimmed(from, to)));
        if (real <= width || to <= breaks.cluster(from)) {
          break; // letters may be wider at the end of a line than within one
        }
        room -= real - width + ROUNDING;
        if (i == TRIES - 1) {
          to = fitting(paragraph, breaks, from, to);
        }
      }
      line(paragraph, from, to, to == end ? next : to);
      return to;
    }

    /// The most clusters that have room as they will be drawn, but one at least.
    private int fitting(Paragraph paragraph, Breaks breaks, int from, int most) {
      int to = breaks.cluster(from);
      int next = to;
      while (next < most && width(paragraph.line(from, next)) <= width) {
        to = next;
        next = breaks.cluster(next);
      }
      return to;
    }

    private int lineEnd(Paragraph paragraph, Breaks breaks, int from, int end, double room) {
      double begin = paragraph.x(from);
      int to = from;
      int next = from;
      while (next < end) {
        next = breaks.next(next);
        if (paragraph.x(trimmed(from, next)) - begin > room) {
          break;
        }
        to = next;
      }
      return to > from ? to : cut(paragraph, breaks, from, next, room);
    }

    /// As many clusters of a word as there is room for, but one at least.
    private static int cut(Paragraph paragraph, Breaks breaks, int from, int end, double room) {
      double begin = paragraph.x(from);
      int to = breaks.cluster(from);
      int next = to;
      while (next < end) {
        next = breaks.cluster(next);
        if (paragraph.x(next) - begin > room) {
          break;
        }
        to = next;
      }
      return to;
    }

    private void line(Paragraph paragraph, int from, int to, int next) {
      List<Piece> pieces = paragraph.line(from, trimmed(from, to));
      if (lines.size() == most - 1 && next < text.length()) {
        pieces = withEllipsis(paragraph, from, trimmed(from, to));
      }
      Line.Setting setting = margins.setting(from);
      lines.add(new Line(from, next, paragraph.isRightToLeft(), pieces, width(pieces), setting));
    }

    /// The pieces of the last line there may be, shortened by what its sign takes.
    private List<Piece> withEllipsis(Paragraph paragraph, int from, int to) {
      Stretch sign = Stretch.of(Piece.Ellipsis.SIGN, 0, 1, false);
      double wide = shaper.shape(sign, Face.PLAIN).width();
      Breaks breaks = new Breaks(text, from, to, atomsWithin(from, to));
      double begin = paragraph.x(from);
      int end = from;
      int next = from;
      while (next < to) {
        next = breaks.cluster(next);
        if (paragraph.x(next) - begin + wide > width) {
          break;
        }
        end = next;
      }
      int cutAt = trimmed(from, end);
      List<Piece> shown = paragraph.line(from, cutAt);
      List<Piece> pieces = new ArrayList<>();
      Piece ellipsis = new Piece.Ellipsis(cutAt, text.length(), 0, wide);
      if (paragraph.isRightToLeft()) {
        pieces.add(ellipsis);
        shown.forEach(piece -> pieces.add(piece.at(piece.x() + wide)));
      } else {
        pieces.addAll(shown);
        pieces.add(ellipsis.at(width(shown)));
      }
      return List.copyOf(pieces);
    }

    private List<Atom> atomsWithin(int from, int to) {
      return atoms.stream().filter(atom -> atom.start() >= from && atom.end() <= to).toList();
    }

    private static double width(List<Piece> pieces) {
      return pieces.isEmpty() ? 0 : pieces.getLast().x() + pieces.getLast().width();
    }

    private int trimmed(int from, int to) {
      int end = to;
      while (end > from && Characters.isBlank(text.charAt(end - 1))) {
        end--;
      }
      return end;
    }
  }
}
