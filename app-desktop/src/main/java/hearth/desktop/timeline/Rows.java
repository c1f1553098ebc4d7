package hearth.desktop.timeline;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import javafx.collections.ModifiableObservableListBase;

/// A list whose stretches are replaced with one piece of news, so that a viewer sees a splice for
/// what it is.
final class Rows<T> extends ModifiableObservableListBase<T> {
  private final List<T> rows = new ArrayList<>();

  void splice(int index, int removed, Collection<? extends T> added) {
    beginChange();
    try {
      List<T> stretch = rows.subList(index, index + removed);
      List<T> gone = List.copyOf(stretch);
      stretch.clear();
      rows.addAll(index, added);
      if (!gone.isEmpty() || !added.isEmpty()) {
        nextReplace(index, index + added.size(), gone);
      }
    } finally {
      endChange();
    }
  }

  @Override
  public T get(int index) {
    return rows.get(index);
  }

  @Override
  public int size() {
    return rows.size();
  }

  @Override
  protected void doAdd(int index, T row) {
    rows.add(index, row);
  }

  @Override
  protected T doSet(int index, T row) {
    return rows.set(index, row);
  }

  @Override
  protected T doRemove(int index) {
    return rows.remove(index);
  }
}
