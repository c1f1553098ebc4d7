package hearth.desktop.timeline;

import javafx.scene.layout.Region;

/// Shows one row at a time, many of them in its life. Confined to the FX thread.
///
/// @param <T> a row
public interface RowCell<T> {
  /// What is drawn; its preferred height for a width is the row's.
  Region node();

  void show(T item);

  /// Whether another row can be shown after this one.
  boolean isReusable();

  /// Whether a row looks like the one that was shown last.
  boolean suits(T item);

  /// Whether the keyboard is at the row.
  void setCurrent(boolean current);
}
