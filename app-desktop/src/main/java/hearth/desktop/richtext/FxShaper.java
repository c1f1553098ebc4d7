package hearth.desktop.richtext;

import javafx.scene.text.CaretInfo;
import javafx.scene.text.Font;
import javafx.scene.text.LayoutInfo;
import javafx.scene.text.Text;
import org.jspecify.annotations.Nullable;

/// Measures with JavaFX, in one font. Confined to the FX thread.
final class FxShaper implements Shaper {
  /// How much larger than the font its pictures are.
  private static final double PICTURE = 1.3;

  private final Font font;
  private final double lineHeight;
  private @Nullable Measured last;

  FxShaper(Font font) {
    this.font = font;
    this.lineHeight = text("x").getLayoutBounds().getHeight();
  }

  Font font() {
    return font;
  }

  double lineHeight() {
    return lineHeight;
  }

  /// How high and wide a picture is.
  double pictureSize() {
    return Math.min(lineHeight + 2, Math.rint(font.getSize() * PICTURE));
  }

  @Override
  public double pictureWidth() {
    return pictureSize() + 1;
  }

  @Override
  public Shaped shape(Stretch stretch) {
    Measured before = last;
    if (before != null && before.isOf(stretch)) {
      return before; // a line that is the whole paragraph
    }
    Measured now = new Measured(stretch, text(stretch.shown()));
    last = now;
    return now;
  }

  private Text text(String shown) {
    Text text = new Text(shown);
    text.setFont(font);
    return text;
  }

  /// A stretch in a node that is never shown.
  private final class Measured implements Shaped {
    private final Stretch stretch;
    private final Text text;
    private final double width;

    /// Whether JavaFX may take two halves for one character, as it does where it shapes by code
    /// points; then only widths are to be trusted.
    private final boolean hasPairs;

    private @Nullable LayoutInfo layout;

    Measured(Stretch stretch, Text text) {
      this.stretch = stretch;
      this.text = text;
      this.width = text.getLayoutBounds().getWidth();
      this.hasPairs = stretch.shown().chars().anyMatch(c -> Character.isSurrogate((char) c));
    }

    boolean isOf(Stretch other) {
      return stretch.start() == other.start()
          && stretch.end() == other.end()
          && stretch.isRightToLeft() == other.isRightToLeft()
          && stretch.shown().equals(other.shown());
    }

    @Override
    public double width() {
      return width;
    }

    @Override
    public double edge(int index) {
      int at = Math.min(stretch.shownIndex(index), stretch.shown().length());
      if (hasPairs) {
        return Math.min(width, text(stretch.shown().substring(0, at)).getLayoutBounds().getWidth());
      }
      if (layout == null) {
        layout = text.getLayoutInfo();
      }
      CaretInfo caret = layout.caretInfoAt(at, true);
      double x = Math.clamp(caret.getSegmentAt(0).getMinX(), 0, width);
      return stretch.isRightToLeft() ? width - x : x;
    }
  }
}
