package hearth.desktop.timeline;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.IntToDoubleFunction;

/// Where a viewport stands over rows of unknown heights. It holds on to the bottom while it is
/// there, otherwise to the bottom edge of the topmost row in sight: what a row has above its text
/// (a day, a name) may come and go, and the text stays where it is.
///
/// Only rows in sight are ever measured. Pure; confined to one thread.
final class AnchoredWindow {
  private static final double NEARLY = 0.5;

  private int count;
  private int anchor;
  private double bottom;
  private boolean atEnd = true;
  private boolean following = true;
  private boolean anchoredByTop;
  private boolean grown;
  private int firstInSight;

  int count() {
    return count;
  }

  /// Whether the last row's bottom is in sight, so that new rows push the others up.
  boolean isAtEnd() {
    return atEnd;
  }

  /// Whether rows that come at the end push the others up while the end is in sight. Where they do
  /// not, the last row is not the end of what there is.
  void follow(boolean now) {
    following = now;
  }

  void showEnd() {
    atEnd = true;
  }

  /// Puts the top of a row at a distance from the viewport's.
  void showAt(int row, double top) {
    atEnd = false;
    anchor = Math.clamp(row, 0, Math.max(0, count - 1));
    bottom = top;
    anchoredByTop = true;
  }

  /// Puts a place between the first row's top (0) and the last row's (count) at the viewport's top.
  void showPlace(double place, IntToDoubleFunction heights) {
    if (count == 0) {
      return;
    }
    int row = Math.clamp((long) place, 0, count - 1);
    showAt(row, -(place - row) * heights.applyAsDouble(row));
  }

  /// Moves over the rows, down for positive distances.
  void scroll(double distance) {
    atEnd = atEnd && distance >= 0;
    bottom -= distance;
  }

  /// At `row`, `removed` rows gave way to `added`.
  void splice(int row, int removed, int added) {
    atEnd = atEnd && following;
    grown |= atEnd && added > removed && row + removed == count;
    count += added - removed;
    if (row + removed <= anchor) {
      anchor += added - removed;
    } else if (row <= anchor) {
      anchor = Math.min(anchor, row + Math.max(added - 1, 0));
    }
    anchor = Math.clamp(anchor, 0, Math.max(0, count - 1));
    if (row + removed <= firstInSight && count > added) {
      firstInSight += added - removed;
    }
  }

  /// Which rows are in sight, and where.
  ///
  /// @param heights measures a row
  Span fit(double viewport, IntToDoubleFunction heights) {
    return fit(viewport, heights, -1);
  }

  /// Which rows are in sight, and where.
  ///
  /// @param heights measures a row
  /// @param held the row that rows which come at the end do not push out of sight; -1 for none
  Span fit(double viewport, IntToDoubleFunction heights, int held) {
    boolean pushes = grown && held >= firstInSight;
    grown = false;
    if (count == 0) {
      atEnd = true;
      return new Span(0, List.of(), List.of());
    }
    if (atEnd && pushes && overflows(held, viewport, heights)) {
      showAt(held, 0);
    }
    if (atEnd) {
      anchor = count - 1;
      bottom = viewport;
    } else if (anchoredByTop) {
      bottom += heights.applyAsDouble(anchor);
    }
    anchoredByTop = false;

    Deque<Double> fitted = new ArrayDeque<>();
    fitted.add(heights.applyAsDouble(anchor));
    int first = anchor;
    int last = anchor;
    double top = bottom - fitted.getFirst();
    double end = bottom;
    while (end < viewport && last < count - 1) {
      double height = heights.applyAsDouble(++last);
      fitted.addLast(height);
      end += height;
    }
    if (end < viewport) {
      top += viewport - end;
      end = viewport;
    }
    while (top > 0 && first > 0) {
      double height = heights.applyAsDouble(--first);
      fitted.addFirst(height);
      top -= height;
    }
    if (top > 0 && end - top >= viewport) {
      end -= top;
      top = 0;
    } else if (top > 0 && last < count - 1) {
      end -= top;
      top = 0;
      while (end < viewport && last < count - 1) {
        double height = heights.applyAsDouble(++last);
        fitted.addLast(height);
        end += height;
      }
      top += Math.max(0, viewport - end);
    }
    return settle(first, top, viewport, fitted);
  }

  /// Whether the rows from one on are higher than the viewport.
  private boolean overflows(int row, double viewport, IntToDoubleFunction heights) {
    double height = 0;
    for (int i = row; i < count && height <= viewport + NEARLY; i++) {
      height += heights.applyAsDouble(i);
    }
    return height > viewport + NEARLY;
  }

  /// Leaves out what is out of sight and holds on to the topmost row that is left.
  private Span settle(int first, double top, double viewport, Deque<Double> fitted) {
    double y = top;
    int row = first;
    List<Double> tops = new ArrayList<>();
    List<Double> heights = new ArrayList<>();
    int topmost = -1;
    double end = top;
    for (double height : fitted) {
      end = y + height;
      if (end > 0 && y < viewport) {
        if (topmost < 0) {
          topmost = row;
          anchor = row;
          bottom = end;
        }
        tops.add(y);
        heights.add(height);
      }
      y = end;
      row++;
    }
    atEnd = row == count && end <= viewport + NEARLY;
    firstInSight = Math.max(topmost, 0);
    return new Span(firstInSight, tops, heights);
  }

  /// The rows in sight.
  ///
  /// @param first the first one's index
  /// @param tops their top edges, from the viewport's
  record Span(int first, List<Double> tops, List<Double> heights) {
    int size() {
      return tops.size();
    }

    /// The place at the viewport's top, as [AnchoredWindow#showPlace] takes it.
    double place() {
      return tops.isEmpty() ? 0 : first + Math.max(0, -tops.getFirst()) / heights.getFirst();
    }

    /// The place at the viewport's bottom.
    double placeBelow(double viewport) {
      if (tops.isEmpty()) {
        return 0;
      }
      double last = heights.getLast();
      double hidden = Math.clamp(tops.getLast() + last - viewport, 0, last);
      return first + tops.size() - (last == 0 ? 0 : hidden / last);
    }

    /// How many rows are in sight, parts of rows included.
    double rows(double viewport) {
      double rows = 0;
      for (int i = 0; i < tops.size(); i++) {
        double visible =
            Math.min(viewport, tops.get(i) + heights.get(i)) - Math.max(0, tops.get(i));
        rows += visible / heights.get(i);
      }
      return rows;
    }

    /// The last row whose bottom edge is in sight; -1 for none.
    int lastWhole(double viewport) {
      for (int i = tops.size() - 1; i >= 0; i--) {
        if (tops.get(i) + heights.get(i) <= viewport + NEARLY) {
          return first + i;
        }
      }
      return -1;
    }
  }
}
