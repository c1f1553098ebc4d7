package hearth.desktop.timeline;

import java.util.List;
import java.util.Optional;
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

  /// Where it leads, each once.
  default List<MessageLink> links() {
    return List.of();
  }

  /// The link at a place on the screen.
  default Optional<MessageLink> linkAt(double screenX, double screenY) {
    return Optional.empty();
  }

  /// Its blocks of code.
  default List<String> codes() {
    return List.of();
  }

  /// Marks all of it.
  default void markAll() {}

  /// The room that a body takes.
  ///
  /// @param last the last line's width, beside which the time may stand
  record Extent(double width, double last, double height) {}
}
