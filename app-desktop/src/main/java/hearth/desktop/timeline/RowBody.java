package hearth.desktop.timeline;

import javafx.scene.layout.Region;

/// What a row shows within its [RowFrame]. Confined to the FX thread.
interface RowBody {
  Region node();

  /// Wraps at this width at most and tells the room that is taken.
  Extent wrap(double width);

  /// What is copied from it.
  String text();

  /// The marked stretch of it; empty for none.
  default String marked() {
    return "";
  }

  /// Marks all of it.
  default void markAll() {}

  /// The room that a body takes.
  ///
  /// @param last the last line's width, beside which the time may stand
  record Extent(double width, double last, double height) {}
}
