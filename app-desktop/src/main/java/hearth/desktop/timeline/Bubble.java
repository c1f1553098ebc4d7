package hearth.desktop.timeline;

import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;

/// A message's body under the quote that it replies to and whose words it repeats, with time and
/// ticks floating at the end of the last line, or below where there is no room.
final class Bubble extends Region {
  static final double MAX_WIDTH = 560;
  private static final double PAD_X = 12;

  /// The token's 7, and half of what a line of 20 has above and below its letters.
  private static final double PAD_Y = 8.5;

  private static final double GAP = 12;
  private static final double BELOW_QUOTE = 6;
  private static final double BELOW_ORIGIN = 2;

  private final Label origin = new Label();
  private final QuoteBlock quote;
  private final MessageMeta meta;
  private RowBody body;

  Bubble(QuoteBlock quote, RowBody body, MessageMeta meta) {
    this.quote = quote;
    this.body = body;
    this.meta = meta;
    getStyleClass().add("bubble");
    origin.getStyleClass().add("origin");
    getChildren().addAll(origin, quote, body.node(), meta);
    showOrigin("");
  }

  /// Says whose words a forwarded message holds; empty for those of its author.
  void showOrigin(String words) {
    origin.setText(words);
    origin.setVisible(!words.isEmpty());
  }

  RowBody body() {
    return body;
  }

  MessageMeta meta() {
    return meta;
  }

  void show(RowBody now) {
    if (!now.equals(body)) {
      Node before = body.node();
      body = now;
      getChildren().set(getChildren().indexOf(before), now.node());
    }
    requestLayout();
  }

  /// The room it takes where it may be as wide as this.
  Shape shape(double available) {
    double most = Math.max(40, Math.min(MAX_WIDTH, available) - 2 * PAD_X);
    RowBody.Extent extent = body.wrap(most);
    double metaWidth = Math.ceil(meta.prefWidth(-1));
    double metaHeight = Math.ceil(meta.prefHeight(-1));
    boolean beside = extent.last() + GAP + metaWidth <= most;
    double inner = Math.max(extent.width(), beside ? extent.last() + GAP + metaWidth : metaWidth);
    if (quote.isVisible()) {
      inner = Math.max(inner, Math.ceil(quote.prefWidth(-1)));
    }
    if (origin.isVisible()) {
      inner = Math.max(inner, Math.ceil(origin.prefWidth(-1)));
    }
    inner = Math.min(inner, most);
    double height =
        originHeight()
            + quoteHeight(inner)
            + extent.height()
            + (beside ? 0 : metaHeight)
            + 2 * PAD_Y;
    return new Shape(inner + 2 * PAD_X, height);
  }

  private double originHeight() {
    return origin.isVisible() ? Math.ceil(origin.prefHeight(-1)) + BELOW_ORIGIN : 0;
  }

  private double quoteHeight(double width) {
    return quote.isVisible() ? Math.ceil(quote.prefHeight(width)) + BELOW_QUOTE : 0;
  }

  @Override
  protected void layoutChildren() {
    double inner = getWidth() - 2 * PAD_X;
    double height = getHeight();
    double first = originHeight();
    double above = first + quoteHeight(inner);
    if (origin.isVisible()) {
      origin.resizeRelocate(PAD_X, PAD_Y, inner, first - BELOW_ORIGIN);
    }
    if (quote.isVisible()) {
      quote.resizeRelocate(PAD_X, PAD_Y + first, inner, above - first - BELOW_QUOTE);
    }
    body.node().resizeRelocate(PAD_X, PAD_Y + above, inner, height - 2 * PAD_Y - above);
    double metaWidth = Math.ceil(meta.prefWidth(-1));
    double metaHeight = Math.ceil(meta.prefHeight(-1));
    meta.resizeRelocate(
        getWidth() - PAD_X - metaWidth, height - PAD_Y - metaHeight + 1, metaWidth, metaHeight);
  }

  /// A bubble's size.
  record Shape(double width, double height) {}
}
