package hearth.desktop.timeline;

import hearth.client.model.TimelineRow;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongSupplier;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/// The rows of a timeline, and each of them with what stands above it. Confined to the FX thread.
final class DecoratedRows {
  private final RowDecorator decorator;
  private final LongSupplier divider;
  private final List<TimelineRow> rows = new ArrayList<>();
  private final Seqs seqs = new Seqs(rows);
  private final Rows<TimelineItem> items = new Rows<>();
  // Held here: a view of a list that nobody holds is collected, and its listeners hear no more.
  private final ObservableList<TimelineItem> shown =
      FXCollections.unmodifiableObservableList(items);

  /// No rows.
  ///
  /// @param divider the seq of the row under the divider
  DecoratedRows(RowDecorator decorator, LongSupplier divider) {
    this.decorator = decorator;
    this.divider = divider;
  }

  /// The rows as they were told.
  List<TimelineRow> rows() {
    return rows;
  }

  /// Their places in the log.
  Seqs seqs() {
    return seqs;
  }

  /// The rows as they are shown.
  ObservableList<TimelineItem> items() {
    return shown;
  }

  void clear() {
    rows.clear();
    items.splice(0, items.size(), List.of());
  }

  /// Takes other rows; they are shown with the next [#showAll].
  void reset(List<TimelineRow> fresh) {
    rows.clear();
    rows.addAll(fresh);
  }

  void showAll() {
    items.splice(0, items.size(), decorated(0, rows.size()));
  }

  /// Takes changed rows; they are shown with the next [#show].
  void splice(int index, int removed, List<TimelineRow> added) {
    rows.subList(index, index + removed).clear();
    rows.addAll(index, added);
  }

  /// Shows rows that were spliced, and what changes above the next one.
  void show(int index, int removed, int added) {
    items.splice(index, removed, decorated(index, index + added));
    again(index + added);
  }

  /// Shows a row again, where what stands above it has changed.
  void again(int index) {
    if (index >= 0 && index < items.size()) {
      TimelineItem now = decorator.decorate(rows, index, divider.getAsLong());
      if (!now.equals(items.get(index))) {
        items.splice(index, 1, List.of(now));
      }
    }
  }

  /// Another day has begun: "Today" is "Yesterday" now.
  void beginDay() {
    for (int i = 0; i < items.size(); i++) {
      if (!items.get(i).day().isEmpty()) {
        again(i);
      }
    }
  }

  /// Makes each row again, as a name may be another in it.
  void nameAgain() {
    for (int i = 0; i < items.size(); i++) {
      items.splice(i, 1, decorated(i, i + 1));
    }
  }

  private List<TimelineItem> decorated(int from, int to) {
    List<TimelineItem> decorated = new ArrayList<>(to - from);
    for (int i = from; i < to; i++) {
      decorated.add(decorator.decorate(rows, i, divider.getAsLong()));
    }
    return decorated;
  }
}
