package hearth.desktop.timeline;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.IntSupplier;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import javafx.scene.AccessibleAttribute;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.Region;
import javafx.scene.shape.Rectangle;
import org.jspecify.annotations.Nullable;

/// A list of rows of any height, of which only those in sight have a cell. What is in sight stays
/// where it is, whatever comes and goes around it (see [AnchoredWindow]). Confined to the FX
/// thread.
///
/// @param <T> a row; one that has not changed is the same object as before
public final class AnchoredList<T> extends Region {
  private static final double BAR = ScrollTrack.WIDTH;
  private static final double LINE = 40;
  private static final double PAGE_OVERLAP = 40;
  private static final double NEARLY_ALL = 0.999;

  private final ObservableList<T> items;
  private final CellPool<T> cells;
  private final AnchoredWindow window = new AnchoredWindow();
  private final ScrollTrack bar = new ScrollTrack(this::dragged, this::page);
  private final Rectangle clip = new Rectangle();
  private boolean itemsChanged;
  private AnchoredWindow.Span span = new AnchoredWindow.Span(0, List.of(), List.of());
  private final SmoothScroll smoothScroll = new SmoothScroll(this::scroll);
  private ScrollScale scale = new RowScale();
  private IntSupplier held = () -> -1;

  private final ReadOnlyIntegerWrapper current = new ReadOnlyIntegerWrapper(-1);

  private final ReadOnlyBooleanWrapper atEnd = new ReadOnlyBooleanWrapper(true);
  private final ReadOnlyIntegerWrapper first = new ReadOnlyIntegerWrapper();
  private final ReadOnlyIntegerWrapper last = new ReadOnlyIntegerWrapper(-1);

  public AnchoredList(ObservableList<T> items, Supplier<? extends RowCell<T>> maker) {
    this.items = items;
    this.cells = new CellPool<>(getChildren(), maker);
    getStyleClass().add("anchored-list");
    setAccessibleRole(AccessibleRole.LIST_VIEW);
    setFocusTraversable(true);
    setClip(clip);
    getChildren().add(bar);
    window.splice(0, 0, items.size());
    items.addListener((ListChangeListener<T>) this::changed);
    addEventHandler(ScrollEvent.SCROLL, this::wheel);
    addEventHandler(KeyEvent.KEY_PRESSED, this::key);
  }

  /// Whether the last row's bottom is in sight.
  public ReadOnlyBooleanProperty atEndProperty() {
    return atEnd.getReadOnlyProperty();
  }

  /// The first row in sight.
  public ReadOnlyIntegerProperty firstProperty() {
    return first.getReadOnlyProperty();
  }

  /// The last row whose bottom is in sight; -1 for none.
  public ReadOnlyIntegerProperty lastProperty() {
    return last.getReadOnlyProperty();
  }

  /// The row that the keyboard is at; -1 for none.
  public ReadOnlyIntegerProperty currentProperty() {
    return current.getReadOnlyProperty();
  }

  /// Puts the keyboard at a row; -1 for none.
  public void setCurrent(int row) {
    mark(current.get(), false);
    current.set(row);
    mark(row, true);
    notifyAccessibleAttributeChanged(AccessibleAttribute.FOCUS_ITEM);
  }

  private void mark(int row, boolean now) {
    RowCell<T> cell = cellAt(row);
    if (cell != null) {
      cell.setCurrent(now);
    }
  }

  /// The cell of a row; null where it is out of sight.
  public @Nullable RowCell<T> cellAt(int row) {
    return row >= 0 && row < items.size() ? cells.of(items.get(row)) : null;
  }

  /// Whether the last row is the end of what there is, so that the view follows it.
  public void follow(boolean now) {
    window.follow(now);
  }

  /// Sets what the scroll bar's thumb stands for; without one, for the rows.
  void setScale(ScrollScale now) {
    scale = now;
  }

  /// Sets which row is not pushed out of sight by rows that come at the end; -1 for none.
  void hold(IntSupplier row) {
    held = row;
  }

  ScrollTrack bar() {
    return bar;
  }

  /// The cells of the rows in sight.
  public Collection<RowCell<T>> cells() {
    return cells.all();
  }

  /// How far below the viewport's top a row in sight begins.
  double topOf(T row) {
    RowCell<T> cell = cells.of(row);
    return cell == null ? 0 : cell.node().getLayoutY();
  }

  public void showEnd() {
    smoothScroll.stop();
    window.showEnd();
    requestLayout();
  }

  /// Puts the top of a row at a distance below the viewport's top.
  public void showAt(int row, double top) {
    smoothScroll.stop();
    window.showAt(row, top);
    requestLayout();
  }

  /// Moves down, or up for negative distances.
  public void scroll(double distance) {
    window.scroll(distance);
    requestLayout();
  }

  @Override
  protected void layoutChildren() {
    double width = getWidth();
    double height = getHeight();
    clip.setWidth(width);
    clip.setHeight(height);
    if (width <= BAR || height <= 0) {
      return;
    }
    double cellWidth = width - BAR;
    if (itemsChanged) {
      itemsChanged = false;
      cells.keepOnly(items);
    }
    cells.begin();
    span = window.fit(height, row -> heightOf(row, cellWidth), held.getAsInt());
    List<RowCell<T>> shown = new ArrayList<>(span.size());
    for (int i = 0; i < span.size(); i++) {
      RowCell<T> cell = cells.take(items.get(span.first() + i), span.first() + i == current.get());
      shown.add(cell);
      double y = snapPositionY(span.tops().get(i));
      cell.node().resizeRelocate(0, y, cellWidth, span.heights().get(i));
    }
    cells.end(shown);
    bar.resizeRelocate(width - BAR, 0, BAR, height);
    settleBar(height);
    atEnd.set(window.isAtEnd());
    first.set(span.first());
    last.set(span.lastWhole(height));
  }

  private double heightOf(int row, double width) {
    return cells.take(items.get(row), row == current.get()).node().prefHeight(width);
  }

  private void changed(ListChangeListener.Change<? extends T> change) {
    while (change.next()) {
      if (!change.wasPermutated()) {
        window.splice(change.getFrom(), change.getRemovedSize(), change.getAddedSize());
        moveCurrent(change.getFrom(), change.getRemovedSize(), change.getAddedSize());
      }
    }
    itemsChanged = true;
    requestLayout();
  }

  private void moveCurrent(int row, int removed, int added) {
    int now = current.get();
    if (now >= row + removed) {
      current.set(now + added - removed);
    } else if (now >= row) {
      current.set(added == removed ? now : -1);
    }
  }

  private void settleBar(double height) {
    double size = scale.size();
    double top = scale.placeOf(span.place());
    double inSight = scale.placeOf(span.placeBelow(height)) - top;
    double beyond = size - inSight;
    boolean whole = beyond < 0.01;
    bar.show(whole ? 0 : top / beyond, whole ? 1 : inSight / size);
    if (bar.isDragged()) {
      bar.name(scale.name());
    }
  }

  private void dragged(double value) {
    smoothScroll.stop();
    double size = scale.size();
    double top = scale.placeOf(span.place());
    double inSight = scale.placeOf(span.placeBelow(getHeight())) - top;
    scale.show(value > NEARLY_ALL ? size : value * Math.max(0, size - inSight));
    bar.name(scale.name());
    requestLayout();
  }

  /// Puts a place between the first row's top (0) and the last row's (their number) at the top.
  void showPlace(double place) {
    window.showPlace(place, row -> heightOf(row, getWidth() - BAR));
    requestLayout();
  }

  private void page(int direction) {
    scroll(direction * Math.max(LINE, getHeight() - PAGE_OVERLAP));
  }

  private void wheel(ScrollEvent event) {
    if (event.getDeltaY() != 0) {
      smoothScroll.by(-event.getDeltaY());
      event.consume();
    }
  }

  private void key(KeyEvent press) {
    if (press.isShortcutDown() || press.isAltDown()) {
      return;
    }
    switch (press.getCode()) {
      case PAGE_UP -> page(-1);
      case PAGE_DOWN -> page(1);
      case UP -> step(-1);
      case DOWN -> step(1);
      case HOME -> showAt(0, 0);
      case END -> showEnd();
      default -> {
        return;
      }
    }
    press.consume();
  }

  /// Goes to the next row up or down and brings it into sight; scrolls along one that is higher
  /// than the view first.
  private void step(int direction) {
    int now = current.get();
    RowCell<T> cell = cellAt(now);
    if (cell == null) {
      setCurrent(Math.max(last.get(), first.get()));
      return;
    }
    double top = cell.node().getLayoutY();
    double bottom = top + cell.node().getHeight();
    boolean within = direction < 0 ? top >= 0 : bottom <= getHeight() + 0.5;
    if (!within && cell.node().getHeight() > getHeight()) {
      scroll(direction * LINE);
      return;
    }
    int next = Math.clamp(now + direction, 0, Math.max(0, items.size() - 1));
    setCurrent(next);
    reveal(next);
  }

  private void reveal(int row) {
    RowCell<T> cell = cellAt(row);
    if (cell == null) {
      scroll(row < first.get() ? -LINE : LINE);
      layout();
      cell = cellAt(row);
    }
    if (cell == null) {
      return;
    }
    double top = cell.node().getLayoutY();
    double bottom = top + cell.node().getHeight();
    if (bottom > getHeight()) {
      scroll(Math.min(bottom - getHeight(), top));
    } else if (top < 0) {
      scroll(top);
    }
    layout();
  }

  @Override
  public @Nullable Object queryAccessibleAttribute(
      AccessibleAttribute attribute, Object... parameters) {
    return switch (attribute) {
      case FOCUS_ITEM -> node(cellAt(current.get()));
      case ITEM_COUNT -> items.size();
      case ITEM_AT_INDEX -> node(cellAt((Integer) parameters[0]));
      default -> super.queryAccessibleAttribute(attribute, parameters);
    };
  }

  private @Nullable Node node(@Nullable RowCell<T> cell) {
    return cell == null ? null : cell.node();
  }

  /// All rows are at hand, and each is as long as the others.
  private final class RowScale implements ScrollScale {
    @Override
    public double size() {
      return window.count();
    }

    @Override
    public double placeOf(double row) {
      return row;
    }

    @Override
    public void show(double place) {
      showPlace(place);
    }

    @Override
    public String name() {
      return "";
    }
  }
}
