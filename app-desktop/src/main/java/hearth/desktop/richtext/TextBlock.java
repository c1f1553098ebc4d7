package hearth.desktop.richtext;

import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Orientation;
import javafx.geometry.Point2D;
import javafx.geometry.Rectangle2D;
import javafx.geometry.VPos;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.image.ImageView;
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
  private static final int SPARE = 6;

  private final Text first = new Text();
  private final Mark mark = new Mark();
  private final List<Text> texts = new ArrayList<>(List.of(first));
  private final List<ImageView> images = new ArrayList<>();
  private final List<Drawn> drawn = new ArrayList<>();
  private InlinePictures pictures = InlinePictures.NONE;
  private List<InlinePicture> found = List.of();
  private String text = "";
  private int mostLines = Integer.MAX_VALUE;
  private @Nullable FxShaper shaper;
  private @Nullable TextLayout layout;
  private double laidFor;
  private int markedFrom;
  private int markedTo;

  /// An empty block.
  ///
  /// @param style the class that says how the text looks
  public TextBlock(String style) {
    first.getStyleClass().add(style);
    first.setTextOrigin(VPos.TOP);
    first.setManaged(false);
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
    if (!now.equals(text)) {
      text = now;
      markedFrom = 0;
      markedTo = 0;
      setAccessibleText(now);
      refresh();
    }
  }

  public String text() {
    return text;
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
    found = text.isEmpty() ? List.of() : pictures.in(text, shaper().pictureSize());
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
      now = TextLayout.of(text, atoms, shaper(), width, mostLines);
      laidFor = isWrapped(now) ? width : Double.MAX_VALUE;
      layout = now;
      draw(now);
    }
    int lines = now.lines().size();
    double height = lines * shaper().lineHeight() + (lines - 1) * first.getLineSpacing();
    return new Size(Math.ceil(now.width()), Math.ceil(now.lastWidth()), Math.ceil(height));
  }

  private boolean isWrapped(TextLayout now) {
    return now.cut()
        || now.lines().stream()
            .anyMatch(
                line ->
                    line.end() < text.length() && !Characters.isBreak(text.charAt(line.end() - 1)));
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
    Nodes nodes = new Nodes();
    for (int i = 0; i < now.lines().size(); i++) {
      Line line = now.lines().get(i);
      double left = left(now, line);
      double top = i * pitch();
      for (Piece piece : line.pieces()) {
        Node node =
            switch (piece) {
              case Piece.Words words -> nodes.text(words.stretch().shown());
              case Piece.Ellipsis _ -> nodes.text(Piece.Ellipsis.SIGN);
              case Piece.Picture picture -> nodes.image(picture.atom());
            };
        double lower =
            node instanceof ImageView ? (shaper().lineHeight() - shaper().pictureSize()) / 2 : 0;
        node.relocate(left + piece.x(), top + lower);
        drawn.add(new Drawn(i, left, piece, node));
      }
    }
    nodes.hideRest();
    mark(markedFrom, markedTo);
  }

  private double left(TextLayout now, Line line) {
    double spare = now.width() - line.width();
    if (first.getTextAlignment() == TextAlignment.CENTER) {
      return spare / 2;
    }
    return line.rightToLeft() ? spare : 0;
  }

  /// The index of the text at a place, which never is within a cluster.
  int indexAt(double x, double y) {
    TextLayout now = layout;
    if (now == null || drawn.isEmpty()) {
      return 0;
    }
    int row = Math.clamp((int) Math.floor(y / pitch()), 0, now.lines().size() - 1);
    Drawn best = null;
    for (Drawn part : drawn) {
      if (part.row() == row && (best == null || x >= part.x())) {
        best = part;
      }
    }
    return best == null ? now.lines().get(row).start() : whole(best.indexAt(x));
  }

  private int whole(int index) {
    BreakIterator clusters = BreakIterator.getCharacterInstance();
    clusters.setText(text);
    return index <= 0 || index >= text.length() || clusters.isBoundary(index)
        ? index
        : clusters.preceding(index);
  }

  /// Marks a stretch as selected; none if it is empty.
  void mark(int start, int end) {
    markedFrom = start;
    markedTo = end;
    mark.clear();
    double height = pitch();
    for (Drawn part : drawn) {
      for (Rectangle2D range : part.ranges(start, end)) {
        mark.add(range.getMinX(), part.row() * height, range.getWidth(), height);
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
  }

  /// The room that a text takes.
  ///
  /// @param last the last line's width, beside which there is room
  public record Size(double width, double last, double height) {}

  /// Hands out the nodes that there are, and makes more where they do not suffice.
  private final class Nodes {
    private int usedTexts;
    private int usedImages;

    Text text(String shown) {
      if (usedTexts == texts.size()) {
        Text more = new Text();
        more.setTextOrigin(VPos.TOP);
        more.setManaged(false);
        more.setMouseTransparent(true);
        more.fontProperty().bind(first.fontProperty());
        more.fillProperty().bind(first.fillProperty());
        texts.add(more);
        getChildren().add(more);
      }
      Text node = texts.get(usedTexts++);
      node.setText(shown);
      node.setVisible(true);
      return node;
    }

    ImageView image(Atom atom) {
      if (usedImages == images.size()) {
        ImageView more = new ImageView();
        more.setManaged(false);
        more.setMouseTransparent(true);
        images.add(more);
        getChildren().add(more);
      }
      ImageView node = images.get(usedImages++);
      found.stream()
          .filter(picture -> picture.start() == atom.start())
          .findFirst()
          .ifPresent(picture -> node.setImage(picture.image()));
      node.setFitWidth(shaper().pictureSize());
      node.setFitHeight(shaper().pictureSize());
      node.setVisible(true);
      return node;
    }

    /// Keeps some of the nodes that are not needed now, for the next text.
    void hideRest() {
      for (int i = usedTexts; i < texts.size(); i++) {
        texts.get(i).setText("");
        texts.get(i).setVisible(false);
      }
      for (int i = usedImages; i < images.size(); i++) {
        images.get(i).setImage(null);
        images.get(i).setVisible(false);
      }
      drop(texts, usedTexts);
      drop(images, usedImages);
    }

    private void drop(List<? extends Node> nodes, int used) {
      if (nodes.size() > used + SPARE) {
        List<? extends Node> rest = nodes.subList(used + SPARE, nodes.size());
        getChildren().removeAll(rest);
        rest.clear();
      }
    }
  }

  /// A piece where it is drawn.
  private record Drawn(int row, double left, Piece piece, Node node) {
    double x() {
      return left + piece.x();
    }

    int indexAt(double at) {
      if (node instanceof Text words
          && piece instanceof Piece.Words(Stretch stretch, boolean whole, _, _)
          && !whole) {
        double y = words.getLayoutBounds().getHeight() / 2;
        return stretch.index(words.hitTest(new Point2D(at - x(), y)).getInsertionIndex());
      }
      boolean before = at < x() + piece.width() / 2;
      boolean rightToLeft =
          switch (piece) {
            case Piece.Picture picture -> picture.rightToLeft();
            case Piece.Words words -> words.stretch().isRightToLeft();
            case Piece.Ellipsis _ -> false;
          };
      return before != rightToLeft ? piece.start() : piece.end();
    }

    /// Where the characters of a range are, in the block.
    List<Rectangle2D> ranges(int from, int to) {
      int begin = Math.max(from, piece.start());
      int end = Math.min(to, piece.end());
      if (begin >= end) {
        return List.of();
      }
      if (node instanceof Text words
          && piece instanceof Piece.Words(Stretch stretch, boolean whole, _, _)
          && !whole) {
        return words
            .getLayoutInfo()
            .getSelectionGeometry(stretch.shownIndex(begin), stretch.shownIndex(end), false)
            .stream()
            .map(part -> new Rectangle2D(x() + part.getMinX(), 0, part.getWidth(), 1))
            .toList();
      }
      return List.of(new Rectangle2D(x(), 0, piece.width(), 1));
    }
  }
}
