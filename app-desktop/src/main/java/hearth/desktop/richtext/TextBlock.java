package hearth.desktop.richtext;

import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Orientation;
import javafx.geometry.Rectangle2D;
import javafx.geometry.VPos;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.image.Image;
import javafx.scene.layout.Region;
import javafx.scene.text.Font;
import javafx.scene.text.Text;
import javafx.scene.text.TextAlignment;
import org.jspecify.annotations.Nullable;

/// A text in as many lines as its width needs, with pictures in it. Each paragraph has the
/// direction of its first letter and stands at the side where it begins. Confined to the FX thread.
///
/// Font, fill, spacing of lines and alignment come from the style class, as for a [Text].
public final class TextBlock extends Region {
  private final Text first = new Text();
  private final Mark mark = new Mark("mark");
  private final PieceNodes nodes = new PieceNodes(getChildren(), first);
  private final List<Drawn> drawn = new ArrayList<>();
  private InlinePictures pictures = InlinePictures.NONE;
  private List<InlinePicture> found = List.of();
  private FormattedText content = FormattedText.EMPTY;
  private int mostLines = Integer.MAX_VALUE;
  private @Nullable FxShaper shaper;
  private @Nullable TextLayout layout;

  /// What is behind formatted texts; null before there is one.
  private @Nullable Surfaces surfaces;

  private double laidFor;
  private double[] tops = {0};
  private int markedFrom;
  private int markedTo;

  /// An empty block.
  ///
  /// @param style the class that says how the text looks
  public TextBlock(String style) {
    first.getStyleClass().add(style);
    first.setTextOrigin(VPos.TOP);
    first.setManaged(false);
    first.setVisible(false);
    setAccessibleRole(AccessibleRole.TEXT);
    getChildren().addAll(mark, first);
    first.fontProperty().subscribe(this::use);
    first.lineSpacingProperty().subscribe(now -> forget());
    first.textAlignmentProperty().subscribe(now -> forget());
  }

  /// Draws some characters as pictures from now on.
  public TextBlock withPictures(InlinePictures now) {
    pictures = now;
    refresh();
    return this;
  }

  /// Shows this many lines at most; what is left out has an ellipsis.
  public TextBlock withLines(int most) {
    if (most != mostLines) {
      mostLines = most;
      forget();
    }
    return this;
  }

  public void setText(String now) {
    setText(FormattedText.plain(now));
  }

  public void setText(FormattedText now) {
    if (!now.equals(content)) {
      content = now;
      markedFrom = 0;
      markedTo = 0;
      setAccessibleText(now.text());
      refresh();
    }
  }

  public String text() {
    return content.text();
  }

  /// Whether lines are left out, as it was laid out last.
  public boolean isCut() {
    return layout != null && layout.cut();
  }

  /// How many lines there are, as it was laid out last.
  public int lines() {
    return layout == null ? 0 : layout.lines().size();
  }

  private void use(Font font) {
    if (shaper == null || !shaper.font().equals(font)) {
      shaper = null;
      refresh();
    }
  }

  private void refresh() {
    found = text().isEmpty() ? List.of() : pictures.in(text(), shaper().pictureSize());
    forget();
  }

  private void forget() {
    layout = null;
    mark.clear();
    requestLayout();
  }

  private FxShaper shaper() {
    if (shaper == null) {
      shaper = new FxShaper(first.getFont());
    }
    return shaper;
  }

  /// Breaks the text into lines of this width at most, and tells the room that they take.
  public Size wrap(double width) {
    TextLayout now = layout;
    if (now == null || width > laidFor || width < now.width()) {
      List<Atom> atoms =
          found.stream().map(picture -> new Atom(picture.start(), picture.end(), true)).toList();
      now = TextLayout.of(content, atoms, shaper(), width, mostLines);
      laidFor = isWrapped(now) ? width : Double.MAX_VALUE;
      layout = now;
      draw(now);
    }
    double height = tops[tops.length - 1] - first.getLineSpacing();
    return new Size(Math.ceil(now.width()), Math.ceil(now.lastWidth()), Math.ceil(height));
  }

  private boolean isWrapped(TextLayout now) {
    return now.cut()
        || now.lines().stream()
            .anyMatch(
                line ->
                    line.end() < text().length()
                        && !Characters.isBreak(text().charAt(line.end() - 1)));
  }

  /// The lines, as they were laid out last.
  List<Line> laidOut() {
    return layout == null ? List.of() : layout.lines();
  }

  private double pitch() {
    return shaper().lineHeight() + first.getLineSpacing();
  }

  private void draw(TextLayout now) {
    drawn.clear();
    nodes.begin();
    place(now);
    for (int i = 0; i < now.lines().size(); i++) {
      Line line = now.lines().get(i);
      double left = left(now, line);
      for (Piece piece : line.pieces()) {
        Node node = node(piece);
        double lower =
            switch (node) {
              case Text words -> shaper().below(words);
              default -> (shaper().lineHeight() - shaper().pictureSize()) / 2;
            };
        Drawn part = new Drawn(i, left, tops[i], piece, node);
        node.relocate(part.lettersX(), tops[i] + lower);
        drawn.add(part);
      }
    }
    nodes.hideRest();
    mark(markedFrom, markedTo);
    if (surfaces == null && !content.isPlain()) {
      surfaces = new Surfaces();
      getChildren().addAll(0, surfaces.nodes());
    }
    if (surfaces != null) {
      surfaces.show(now, tops, pitch());
      surfaces.showCode(drawn, shaper().lineHeight());
    }
  }

  /// Finds where each line begins, and where the last one ends.
  private void place(TextLayout now) {
    tops = new double[now.lines().size() + 1];
    double y = 0;
    for (int i = 0; i < now.lines().size(); i++) {
      y += now.lines().get(i).setting().above();
      tops[i] = y;
      y += pitch();
    }
    tops[now.lines().size()] = y + now.lines().getLast().setting().below();
  }

  private Node node(Piece piece) {
    return switch (piece) {
      case Piece.Words words when words.look().equals(Look.PLAIN) ->
          nodes.plain(words.stretch().shown());
      case Piece.Words words -> nodes.formatted(words.stretch().shown(), words.look(), shaper());
      case Piece.Ellipsis _ -> nodes.plain(Piece.Ellipsis.SIGN);
      case Piece.Picture picture -> nodes.image(image(picture.atom()), shaper().pictureSize());
    };
  }

  private @Nullable Image image(Atom atom) {
    return found.stream()
        .filter(picture -> picture.start() == atom.start())
        .findFirst()
        .map(InlinePicture::image)
        .orElse(null);
  }

  private double left(TextLayout now, Line line) {
    double spare = now.width() - line.width();
    if (first.getTextAlignment() == TextAlignment.CENTER) {
      return spare / 2;
    }
    double indent = line.setting().indent();
    return line.rightToLeft() ? spare - indent : indent;
  }

  /// The index of the text at a place, which never is within a cluster.
  int indexAt(double x, double y) {
    TextLayout now = layout;
    if (now == null || drawn.isEmpty()) {
      return 0;
    }
    int row = rowAt(y);
    Drawn best = null;
    for (Drawn part : drawn) {
      if (part.row() == row && (best == null || x >= part.x())) {
        best = part;
      }
    }
    return best == null ? now.lines().get(row).start() : whole(best.indexAt(x));
  }

  private int rowAt(double y) {
    int row = 0;
    while (row < tops.length - 2 && tops[row + 1] <= y) {
      row++;
    }
    return row;
  }

  /// The stretch of the text that leads somewhere and is drawn at a place.
  public Optional<Span> linkAt(double x, double y) {
    return drawn.stream()
        .filter(part -> part.look().link() != null && part.contains(x, y, shaper().lineHeight()))
        .flatMap(part -> content.spanAt(part.piece().start()).stream())
        .findFirst();
  }

  /// Where the blocks of code are, as they were laid out last.
  public List<CodeArea> codeAreas() {
    return surfaces == null ? List.of() : surfaces.areas();
  }

  private int whole(int index) {
    BreakIterator clusters = BreakIterator.getCharacterInstance();
    clusters.setText(text());
    return index <= 0 || index >= text().length() || clusters.isBoundary(index)
        ? index
        : clusters.preceding(index);
  }

  /// Marks a stretch as selected; none if it is empty.
  void mark(int start, int end) {
    markedFrom = start;
    markedTo = end;
    mark.clear();
    for (Drawn part : drawn) {
      for (Rectangle2D range : part.ranges(start, end)) {
        mark.add(range.getMinX(), part.top(), range.getWidth(), pitch());
      }
    }
  }

  @Override
  public Orientation getContentBias() {
    return Orientation.HORIZONTAL;
  }

  @Override
  protected double computeMinWidth(double height) {
    return 0;
  }

  @Override
  protected double computePrefWidth(double height) {
    return wrap(Double.MAX_VALUE).width();
  }

  @Override
  protected double computePrefHeight(double width) {
    return wrap(width < 0 ? Double.MAX_VALUE : width).height();
  }

  @Override
  protected double computeMinHeight(double width) {
    return computePrefHeight(width);
  }

  @Override
  protected void layoutChildren() {
    wrap(getWidth());
    if (surfaces != null) {
      surfaces.fill(getWidth());
    }
  }

  /// Where a block of code is drawn.
  ///
  /// @param section its characters
  public record CodeArea(Section section, double x, double y, double height) {}

  /// The room that a text takes.
  ///
  /// @param last the last line's width, beside which there is room
  public record Size(double width, double last, double height) {}
}
