package hearth.desktop.richtext;

import hearth.desktop.richtext.TextBlock.CodeArea;
import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Rectangle2D;
import javafx.scene.Node;

/// What is drawn behind a formatted text: blocks of code, stretches of code and the bars of quotes.
/// Confined to the FX thread.
final class Surfaces {
  private static final double BAR = 3;
  private static final double RADIUS = 6;
  private static final double SMALL_RADIUS = 4;

  private final Mark blocks = new Mark("code-block");
  private final Mark stretches = new Mark("code-stretch");
  private final Mark bars = new Mark("quote-bar");
  private List<CodeArea> areas = List.of();
  private double filled = -1;

  List<Node> nodes() {
    return List.of(blocks, stretches, bars);
  }

  List<CodeArea> areas() {
    return areas;
  }

  /// Shows the bars of a text that was laid out, and finds its blocks of code.
  ///
  /// @param tops where each line begins
  void show(TextLayout layout, double[] tops, double pitch) {
    bars.clear();
    List<CodeArea> found = new ArrayList<>();
    List<Line> lines = layout.lines();
    for (int i = 0; i < lines.size(); i++) {
      Line.Setting setting = lines.get(i).setting();
      Section section = setting.section();
      double above = i == 0 ? 0 : continued(lines.get(i - 1), section) ? setting.above() : 0;
      for (int j = 0; j < section.quotes(); j++) {
        double x = j * Margins.STEP;
        boolean right = lines.get(i).rightToLeft();
        bars.add(right ? layout.width() - x - BAR : x, tops[i] - above, BAR, pitch + above);
      }
      boolean begins = section.code() && (i == 0 || !isOf(lines.get(i - 1), section));
      if (begins) {
        int last = i;
        while (last + 1 < lines.size() && isOf(lines.get(last + 1), section)) {
          last++;
        }
        double top = tops[i] - Margins.CODE_PAD;
        double height = (last - i + 1) * pitch - 3 + 2 * Margins.CODE_PAD;
        found.add(
            new CodeArea(section, setting.indent() - Margins.CODE_SIDE, Math.max(0, top), height));
      }
    }
    areas = List.copyOf(found);
    filled = -1;
  }

  private static boolean continued(Line before, Section section) {
    return before.setting().section().quotes() >= section.quotes();
  }

  private static boolean isOf(Line line, Section section) {
    return line.setting().section().equals(section);
  }

  /// Shows the stretches of code among what is drawn.
  void showCode(List<Drawn> drawn, double lineHeight) {
    stretches.clear();
    for (Drawn part : drawn) {
      boolean stretch =
          part.look().face().code()
              && areas.stream().noneMatch(area -> isWithin(part.piece(), area.section()));
      if (stretch && part.piece().width() > 0) {
        Rectangle2D at = new Rectangle2D(part.x(), part.top(), part.piece().width(), lineHeight);
        stretches.addRounded(at, SMALL_RADIUS);
      }
    }
  }

  private static boolean isWithin(Piece piece, Section section) {
    return piece.start() >= section.start() && piece.start() < section.end();
  }

  /// Draws the blocks of code as wide as the text's place.
  void fill(double width) {
    if (width != filled) {
      filled = width;
      blocks.clear();
      for (CodeArea area : areas) {
        double wide = Math.max(2 * RADIUS, width - area.x());
        blocks.addRounded(new Rectangle2D(area.x(), area.y(), wide, area.height()), RADIUS);
      }
    }
  }
}
