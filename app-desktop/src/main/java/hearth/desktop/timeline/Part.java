package hearth.desktop.timeline;

import java.util.function.Supplier;
import javafx.collections.ObservableList;
import javafx.scene.Node;
import org.jspecify.annotations.Nullable;

/// A part that most rows do without: it is made, and laid out and styled from then on, when a row
/// first has it. A row of all its parts would cost three times as much. Confined to the FX thread.
///
/// @param <N> its node
final class Part<N extends Node> {
  private final ObservableList<Node> siblings;
  private final Supplier<N> maker;
  private final boolean first;
  private @Nullable N node;

  private Part(ObservableList<Node> siblings, Supplier<N> maker, boolean first) {
    this.siblings = siblings;
    this.maker = maker;
    this.first = first;
  }

  /// A part that comes before, or behind, what is there when it is made.
  static <N extends Node> Part<N> first(ObservableList<Node> siblings, Supplier<N> maker) {
    return new Part<>(siblings, maker, true);
  }

  /// A part that comes after, or in front of, what is there when it is made.
  static <N extends Node> Part<N> last(ObservableList<Node> siblings, Supplier<N> maker) {
    return new Part<>(siblings, maker, false);
  }

  /// Shows it.
  N show() {
    N made = node;
    if (made == null) {
      made = maker.get();
      node = made;
      if (first) {
        siblings.addFirst(made);
      } else {
        siblings.addLast(made);
      }
    }
    set(made, true);
    return made;
  }

  void hide() {
    if (node != null) {
      set(node, false);
    }
  }

  private static void set(Node node, boolean shown) {
    node.setVisible(shown);
    node.setManaged(shown);
  }

  /// The node; null while it is not shown.
  @Nullable N shown() {
    return isShown() ? node : null;
  }

  boolean isShown() {
    return node != null && node.isVisible();
  }
}
