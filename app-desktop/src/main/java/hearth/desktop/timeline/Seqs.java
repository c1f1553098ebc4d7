package hearth.desktop.timeline;

import hearth.client.model.TimelineRow;
import java.util.List;

/// The places in the log of rows, of which the last ones may not be in it yet. A view of a list
/// that changes; confined to the FX thread.
record Seqs(List<TimelineRow> rows) {

  /// The seq of the row at an index; 0 where there is none or it is not in the log.
  long at(int index) {
    return index >= 0 && index < rows.size() ? rows.get(index).seq() : 0;
  }

  /// The seq of the row at an index, or of the last one before it that is in the log; 0 for none.
  long upTo(int index) {
    int last = Math.min(index, rows.size() - 1);
    while (last >= 0 && rows.get(last).seq() == 0) {
      last--;
    }
    return at(last);
  }

  /// The seq of the row at an index; of the last one where it is not in the log.
  long from(int index) {
    return at(index) > 0 ? at(index) : upTo(rows.size() - 1);
  }

  /// The index of the row with this seq; -1 where it is not among the rows.
  int indexOf(long seq) {
    for (int i = rows.size() - 1; i >= 0; i--) {
      if (rows.get(i).seq() == seq) {
        return i;
      }
    }
    return -1;
  }
}
