package hearth.desktop.timeline;

import hearth.client.model.Change.Reach;
import java.util.function.IntToLongFunction;

/// The places of a chat's log, of which a stretch of rows is at hand: the row of seq `s` begins at
/// place `s - 1`, and what is not in the log yet comes behind its head. Pure.
///
/// @param seqs the seq of each row, rising; 0 for the last ones that are not in the log yet
/// @param rows how many there are
/// @param reach whether the first and the last row of all are among them
/// @param head the highest seq of the log
record LogScale(IntToLongFunction seqs, int rows, Reach reach, long head) {

  /// The end of the last place.
  double size() {
    int committed = committed();
    long last = committed == 0 ? 0 : seqs.applyAsLong(committed - 1);
    return (double) Math.max(head, last) + rows - committed;
  }

  /// The place of a row, and with a fraction of a place within it.
  double placeOf(double row) {
    int index = Math.clamp((long) Math.floor(row), 0, rows);
    double begin = begin(index);
    double within = row - index;
    return within <= 0 || index == rows ? begin : begin + within * (begin(index + 1) - begin);
  }

  /// The seq at a place.
  long seqAt(double place) {
    return Math.clamp((long) Math.floor(place) + 1, 1, Math.max(1, head));
  }

  private double begin(int index) {
    int committed = committed();
    if (index == 0 && reach.first()) {
      return 0;
    }
    if (index < committed) {
      return seqs.applyAsLong(index) - 1.0;
    }
    if (index == committed && committed > 0 && !reach.last()) {
      return seqs.applyAsLong(committed - 1);
    }
    return size() - (rows - index);
  }

  private int committed() {
    int count = rows;
    while (count > 0 && seqs.applyAsLong(count - 1) == 0) {
      count--;
    }
    return count;
  }
}
