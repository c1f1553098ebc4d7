package hearth.desktop.timeline;

import hearth.desktop.fx.DeliverySign;
import hearth.desktop.fx.Ticks;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;

/// A message's text with time and ticks floating at the end of its last line, or below where there
/// is no room.
final class Bubble extends Region {
  static final double MAX_WIDTH = 560;
  private static final double PAD_X = 12;

  /// The token's 7, and half of what a line of 20 has above and below its letters.
  private static final double PAD_Y = 8.5;

  private static final double GAP = 12;

  private final SelectableText text;
  private final Label time = new Label();
  private final Ticks ticks = new Ticks();
  private final HBox meta = new HBox(4, time, ticks);

  /// An empty bubble.
  ///
  /// @param marking called when a stretch of this text begins to be marked
  Bubble(Consumer<SelectableText> marking) {
    text = new SelectableText(() -> marking.accept(text()));
    getStyleClass().add("bubble");
    time.getStyleClass().add("message-time");
    time.setMinWidth(USE_PREF_SIZE);
    meta.setAlignment(Pos.CENTER_RIGHT);
    getChildren().addAll(text, meta);
  }

  SelectableText text() {
    return text;
  }

  Ticks ticks() {
    return ticks;
  }

  void show(String content, String at, DeliverySign sign) {
    text.show(content);
    time.setText(at);
    ticks.show(sign);
    requestLayout();
  }

  /// The room it takes where it may be as wide as this.
  Shape shape(double available) {
    double most = Math.max(40, Math.min(MAX_WIDTH, available) - 2 * PAD_X);
    SelectableText.Extent extent = text.wrap(most);
    double metaWidth = Math.ceil(meta.prefWidth(-1));
    double metaHeight = Math.ceil(meta.prefHeight(-1));
    boolean beside = extent.last() + GAP + metaWidth <= most;
    double inner = Math.max(extent.width(), beside ? extent.last() + GAP + metaWidth : metaWidth);
    double height = extent.height() + (beside ? 0 : metaHeight) + 2 * PAD_Y;
    return new Shape(Math.min(inner, most) + 2 * PAD_X, height);
  }

  @Override
  protected void layoutChildren() {
    double width = getWidth();
    double height = getHeight();
    text.resizeRelocate(PAD_X, PAD_Y, width - 2 * PAD_X, height - 2 * PAD_Y);
    double metaWidth = Math.ceil(meta.prefWidth(-1));
    double metaHeight = Math.ceil(meta.prefHeight(-1));
    meta.resizeRelocate(
        width - PAD_X - metaWidth, height - PAD_Y - metaHeight + 1, metaWidth, metaHeight);
  }

  /// A bubble's size.
  record Shape(double width, double height) {}
}
