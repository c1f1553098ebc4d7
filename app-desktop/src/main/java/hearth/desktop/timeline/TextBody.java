package hearth.desktop.timeline;

import hearth.desktop.markdown.Markdown;
import hearth.desktop.markdown.MentionLink;
import hearth.desktop.markdown.MentionNames;
import hearth.desktop.markdown.MentionText;
import hearth.desktop.richtext.FormattedText;
import hearth.desktop.richtext.Section;
import hearth.desktop.richtext.Span;
import hearth.desktop.richtext.TextBlock;
import hearth.desktop.richtext.TextLinks;
import hearth.desktop.richtext.TextSelection;
import hearth.desktop.text.Messages;
import hearth.emoji.EmojiFinder;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import javafx.css.PseudoClass;
import javafx.geometry.Point2D;
import javafx.scene.control.Hyperlink;
import javafx.scene.layout.Region;

/// The text of a message with the looks that its marks give it; a stretch of it can be selected.
/// One of very many lines is folded until a press shows all of it. Up to three emoji alone are
/// large.
final class TextBody extends Region implements RowBody {
  private static final PseudoClass ALONE = PseudoClass.getPseudoClass("alone");
  private static final int FEW = 3;
  private static final int FOLDED_LINES = 30;
  private static final double ABOVE_LINK = 4;

  private final Set<String> unfolded;
  private final TextBlock block = new TextBlock("message-text");
  private final TextSelection selection;
  private final CodeButtons codeButtons;
  private final Part<Hyperlink> all = Part.last(getChildren(), this::newLink);
  private final MentionNames names;
  private String source = "";
  private FormattedText content = FormattedText.EMPTY;

  /// An empty text.
  ///
  /// @param unfolded the texts that are shown whole; those that are pressed for are added
  /// @param names of those who are mentioned
  /// @param mouse what marks a stretch here, or from here on
  /// @param pressed what happens with a link that is pressed
  TextBody(
      Set<String> unfolded,
      MentionNames names,
      TextSelection.Mouse mouse,
      Consumer<MessageLink> pressed) {
    this.unfolded = unfolded;
    this.names = names;
    selection = new TextSelection(block, mouse);
    new TextLinks(block, (shown, target) -> pressed.accept(new MessageLink(shown, target)));
    codeButtons = new CodeButtons(block, getChildren());
    block.getStyleClass().add("message-block");
    getChildren().add(block);
  }

  private Hyperlink newLink() {
    Hyperlink link = new Hyperlink(Messages.get("timeline.show-all"));
    link.getStyleClass().addAll("small", "show-all");
    link.setOnAction(press -> unfold());
    return link;
  }

  TextBody say(String written) {
    clear();
    FormattedText now = Markdown.format(written, names);
    if (!written.equals(source) || !now.equals(content)) {
      source = written;
      content = now;
      int emoji = EmojiFinder.standard().countIfAlone(written);
      block.pseudoClassStateChanged(ALONE, emoji > 0 && emoji <= FEW);
      block.setText(content);
    }
    fold();
    return this;
  }

  private void fold() {
    block.withLines(unfolded.contains(source) ? Integer.MAX_VALUE : FOLDED_LINES);
    requestLayout();
  }

  private void unfold() {
    unfolded.add(source);
    fold();
  }

  @Override
  public String text() {
    return MentionText.shown(source, names);
  }

  @Override
  public List<MessageLink> links() {
    return content.spans().stream()
        .filter(span -> span.look().link() != null)
        .map(this::link)
        .filter(link -> MentionLink.person(link.target()).isEmpty())
        .distinct()
        .toList();
  }

  @Override
  public Optional<MessageLink> linkAt(double screenX, double screenY) {
    Point2D at = block.screenToLocal(screenX, screenY);
    return at == null
        ? Optional.empty()
        : block
            .linkAt(at.getX(), at.getY())
            .map(this::link)
            .filter(link -> MentionLink.person(link.target()).isEmpty());
  }

  private MessageLink link(Span span) {
    String shown = content.text().substring(span.start(), span.end());
    return new MessageLink(shown, String.valueOf(span.look().link()));
  }

  @Override
  public List<String> codes() {
    return content.sections().stream()
        .filter(Section::code)
        .map(code -> content.text().substring(code.start(), code.end()))
        .toList();
  }

  @Override
  public String marked() {
    return selection.text();
  }

  @Override
  public void markAll() {
    selection.selectAll();
  }

  void clear() {
    selection.clear();
  }

  /// Marks a stretch; none if it is empty.
  ///
  /// @param end may be beyond the last character
  void mark(int start, int end) {
    selection.select(start, Math.min(end, block.text().length()));
  }

  /// Marks from where the mouse was pressed here to where it is.
  void markTo(Point2D scene) {
    Point2D at = block.sceneToLocal(scene);
    selection.selectTo(at.getX(), at.getY());
  }

  /// The character at a place of the scene, or the end that is nearer.
  int indexAt(Point2D scene) {
    Point2D at = block.sceneToLocal(scene);
    return selection.indexAt(at.getX(), at.getY());
  }

  @Override
  public Region node() {
    return this;
  }

  @Override
  public Extent wrap(double width) {
    TextBlock.Size size = block.wrap(width);
    if (!block.isCut()) {
      all.hide();
      return new Extent(size.width(), size.last(), size.height());
    }
    Hyperlink link = all.show();
    double wide = Math.ceil(link.prefWidth(-1));
    double height = size.height() + ABOVE_LINK + Math.ceil(link.prefHeight(-1));
    return new Extent(Math.max(wide, size.width()), wide, height);
  }

  @Override
  protected void layoutChildren() {
    Hyperlink link = all.shown();
    double height = link == null ? 0 : Math.ceil(link.prefHeight(-1));
    block.resizeRelocate(0, 0, getWidth(), getHeight() - height);
    codeButtons.place(getWidth());
    if (link != null) {
      link.resizeRelocate(0, getHeight() - height, Math.ceil(link.prefWidth(-1)), height);
    }
  }
}
