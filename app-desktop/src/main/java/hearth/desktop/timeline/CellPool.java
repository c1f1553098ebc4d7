package hearth.desktop.timeline;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import javafx.collections.ObservableList;
import javafx.scene.Node;
import org.jspecify.annotations.Nullable;

/// The cells of a list: one for each row in sight, and some to spare. Confined to the FX thread.
///
/// @param <T> a row; one that has not changed is the same object as before
final class CellPool<T> {
  private final ObservableList<Node> children;
  private final Supplier<? extends RowCell<T>> maker;
  private final Deque<RowCell<T>> spare = new ArrayDeque<>();
  private IdentityHashMap<T, RowCell<T>> live = new IdentityHashMap<>();
  private IdentityHashMap<T, RowCell<T>> before = new IdentityHashMap<>();

  /// No cells.
  ///
  /// @param children where their nodes are added
  CellPool(ObservableList<Node> children, Supplier<? extends RowCell<T>> maker) {
    this.children = children;
    this.maker = maker;
  }

  /// The cell of a row; null where it is out of sight.
  @Nullable RowCell<T> of(T item) {
    return live.get(item);
  }

  /// The cells of the rows in sight.
  Collection<RowCell<T>> all() {
    return Collections.unmodifiableCollection(live.values());
  }

  /// Makes spare the cells whose rows are not there any more: another row can be shown in the same
  /// place without hiding the cell in between.
  void keepOnly(List<T> items) {
    Set<T> present = Collections.newSetFromMap(new IdentityHashMap<>());
    present.addAll(items);
    live.entrySet()
        .removeIf(
            shown -> {
              boolean gone = !present.contains(shown.getKey());
              if (gone) {
                retire(shown.getValue());
              }
              return gone;
            });
  }

  /// Begins to hand out cells.
  void begin() {
    before = live;
    live = new IdentityHashMap<>();
  }

  /// The cell that shows a row: the one that did, or a spare one, or a new one.
  ///
  /// @param current whether the keyboard is at the row
  RowCell<T> take(T item, boolean current) {
    RowCell<T> cell = live.get(item);
    if (cell != null) {
      return cell;
    }
    cell = before.remove(item);
    if (cell == null) {
      cell = spare(item);
      if (cell == null) {
        cell = maker.get();
        children.addFirst(cell.node());
      }
      cell.show(item);
      cell.setCurrent(current);
      cell.node().setVisible(true);
      cell.node().applyCss();
    }
    live.put(item, cell);
    return cell;
  }

  /// The spare cell that has the least to change.
  private @Nullable RowCell<T> spare(T item) {
    for (RowCell<T> cell : spare) {
      if (cell.suits(item)) {
        spare.remove(cell);
        return cell;
      }
    }
    return spare.poll();
  }

  /// Hides the cells that were not handed out, or are not needed.
  void end(Collection<RowCell<T>> shown) {
    before.values().forEach(this::retire);
    before = new IdentityHashMap<>();
    live.values()
        .removeIf(
            cell -> {
              boolean unseen = !shown.contains(cell);
              if (unseen) {
                retire(cell);
              }
              return unseen;
            });
    spare.forEach(cell -> cell.node().setVisible(false));
  }

  private void retire(RowCell<T> cell) {
    cell.setCurrent(false);
    if (cell.isReusable()) {
      spare.push(cell);
    } else {
      children.remove(cell.node());
    }
  }
}
