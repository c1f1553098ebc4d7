package hearth.desktop.richtext;

import java.util.HashMap;
import java.util.Map;
import javafx.geometry.VPos;
import javafx.scene.text.CaretInfo;
import javafx.scene.text.Font;
import javafx.scene.text.FontPosture;
import javafx.scene.text.FontWeight;
import javafx.scene.text.LayoutInfo;
import javafx.scene.text.Text;
import org.jspecify.annotations.Nullable;

/// Measures with JavaFX, in one font and its bold, slanted and even relatives. Confined to the FX
/// thread.
final class FxShaper implements Shaper {
  /// How much larger than the font its pictures are.
  private static final double PICTURE = 1.3;

  private static final String CODE = "Monospaced";

  /// Letters of one width look larger than others.
  private static final double CODE_SIZE = 0.92;

  private final Font font;
  private final double lineHeight;
  private final double baseline;
  private final Map<Face, Font> fonts = new HashMap<>();
  private @Nullable Measured last;

  FxShaper(Font font) {
    this.font = font;
    Text sample = text("x", Face.PLAIN);
    this.lineHeight = sample.getLayoutBounds().getHeight();
    this.baseline = sample.getBaselineOffset();
  }

  /// The font of the same size with other letters.
  Font font(Face face) {
    return face.equals(Face.PLAIN) ? font : fonts.computeIfAbsent(face, this::derived);
  }

  private Font derived(Face face) {
    if (face.slanted()) {
      SlantedFonts.need();
    }
    return Font.font(
        face.code() ? CODE : font.getFamily(),
        face.strong() ? FontWeight.BOLD : FontWeight.NORMAL,
        face.slanted() ? FontPosture.ITALIC : FontPosture.REGULAR,
        face.code() ? Math.rint(font.getSize() * CODE_SIZE) : font.getSize());
  }

  /// How far below a line's top a text must begin to stand on the same line as plain ones.
  double below(Text text) {
    return baseline - text.getBaselineOffset();
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
  public Shaped shape(Stretch stretch, Face face) {
    Measured before = last;
    if (before != null && before.isOf(stretch, face)) {
      return before; // a line that is the whole paragraph
    }
    Measured now = new Measured(stretch, face);
    last = now;
    return now;
  }

  private Text text(String shown, Face face) {
    Text text = new Text(shown);
    text.setTextOrigin(VPos.TOP);
    text.setFont(font(face));
    return text;
  }

  /// A stretch in a node that is never shown.
  private final class Measured implements Shaped {
    private final Stretch stretch;
    private final Face face;
    private final Text text;
    private final double width;

    /// Whether JavaFX may take two halves for one character, as it does where it shapes by code
    /// points; then only widths are to be trusted.
    private final boolean hasPairs;

    private @Nullable LayoutInfo layout;

    Measured(Stretch stretch, Face face) {
      this.stretch = stretch;
      this.face = face;
      this.text = text(stretch.shown(), face);
      this.width = text.getLayoutBounds().getWidth();
      this.hasPairs = stretch.shown().chars().anyMatch(c -> Character.isSurrogate((char) c));
    }

    boolean isOf(Stretch other, Face otherFace) {
      return face.equals(otherFace)
          && stretch.start() == other.start()
          && stretch.end() == other.end()
          && stretch.isRightToLeft() == other.isRightToLeft()
          && stretch.shown().equals(other.shown());
    }

    @Override
    public double width() {
      return width + 2 * face.side();
    }

    @Override
    public double edge(int index) {
      int at = Math.min(stretch.shownIndex(index), stretch.shown().length());
      if (hasPairs) {
        Text before = text(stretch.shown().substring(0, at), face);
        return face.side() + Math.min(width, before.getLayoutBounds().getWidth());
      }
      if (layout == null) {
        layout = text.getLayoutInfo();
      }
      CaretInfo caret = layout.caretInfoAt(at, true);
      double x = Math.clamp(caret.getSegmentAt(0).getMinX(), 0, width);
      return face.side() + (stretch.isRightToLeft() ? width - x : x);
    }
  }
}
