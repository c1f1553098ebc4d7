package hearth.desktop.timeline;

import hearth.client.model.TimelineRow;
import java.util.function.Supplier;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

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

  private final Part<Label> origin = Part.last(getChildren(), Bubble::newOrigin);
  private final Part<QuoteBlock> quote;
  private final MessageMeta meta;
  private RowBody body;

  Bubble(Supplier<QuoteBlock> quotes, RowBody body, MessageMeta meta) {
    this.quote = Part.last(getChildren(), quotes);
    this.body = body;
    this.meta = meta;
    getStyleClass().add("bubble");
    getChildren().addAll(body.node(), meta);
  }

  private static Label newOrigin() {
    Label origin = new Label();
    origin.getStyleClass().add("origin");
    return origin;
  }

  /// Shows the message that this one replies to; null for none.
  void showQuote(TimelineRow.@Nullable Quote now) {
    if (now == null) {
      quote.hide();
    } else {
      quote.show().show(now);
    }
  }

  /// Says whose words a forwarded message holds; empty for those of its author.
  void showOrigin(String words) {
    if (words.isEmpty()) {
      origin.hide();
    } else {
      origin.show().setText(words);
    }
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
    inner = Math.max(inner, Math.max(width(quote.shown()), width(origin.shown())));
    inner = Math.min(inner, most);
    double height =
        originHeight()
            + quoteHeight(inner)
            + extent.height()
            + (beside ? 0 : metaHeight)
            + 2 * PAD_Y;
    return new Shape(inner + 2 * PAD_X, height);
  }

  private static double width(@Nullable Region part) {
    return part == null ? 0 : Math.ceil(part.prefWidth(-1));
  }

  private double originHeight() {
    Label shown = origin.shown();
    return shown == null ? 0 : Math.ceil(shown.prefHeight(-1)) + BELOW_ORIGIN;
  }

  private double quoteHeight(double width) {
    QuoteBlock shown = quote.shown();
    return shown == null ? 0 : Math.ceil(shown.prefHeight(width)) + BELOW_QUOTE;
  }

  @Override
  protected void layoutChildren() {
    double inner = getWidth() - 2 * PAD_X;
    double height = getHeight();
    double first = originHeight();
    double above = first + quoteHeight(inner);
    Label words = origin.shown();
    if (words != null) {
      words.resizeRelocate(PAD_X, PAD_Y, inner, first - BELOW_ORIGIN);
    }
    QuoteBlock quoted = quote.shown();
    if (quoted != null) {
      quoted.resizeRelocate(PAD_X, PAD_Y + first, inner, above - first - BELOW_QUOTE);
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
