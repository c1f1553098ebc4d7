package hearth.desktop.timeline;

import hearth.desktop.richtext.TextBlock;
import hearth.desktop.richtext.TextSelection;
import hearth.desktop.text.Messages;
import hearth.emoji.EmojiFinder;
import java.util.Set;
import javafx.css.PseudoClass;
import javafx.scene.control.Hyperlink;
import javafx.scene.layout.Region;

/// The text of a message, of which a stretch can be selected. One of very many lines is folded
/// until a press shows all of it. Up to three emoji alone are large.
final class TextBody extends Region implements RowBody {
  private static final PseudoClass ALONE = PseudoClass.getPseudoClass("alone");
  private static final int FEW = 3;
  private static final int FOLDED_LINES = 30;
  private static final double ABOVE_LINK = 4;

  private final Set<String> unfolded;
  private final TextBlock block = new TextBlock("message-text");
  private final TextSelection selection;
  private final Hyperlink all = new Hyperlink(Messages.get("timeline.show-all"));

  /// An empty text.
  ///
  /// @param unfolded the texts that are shown whole; those that are pressed for are added
  /// @param begun called when a selection begins here, so that the one elsewhere ends
  TextBody(Set<String> unfolded, Runnable begun) {
    this.unfolded = unfolded;
    selection = new TextSelection(block, begun);
    block.getStyleClass().add("message-block");
    all.getStyleClass().addAll("small", "show-all");
    all.setVisible(false);
    all.setOnAction(press -> unfold());
    getChildren().addAll(block, all);
  }

  TextBody say(String content) {
    clear();
    int emoji = EmojiFinder.standard().countIfAlone(content);
    block.pseudoClassStateChanged(ALONE, emoji > 0 && emoji <= FEW);
    block.setText(content);
    fold();
    return this;
  }

  private void fold() {
    block.withLines(unfolded.contains(block.text()) ? Integer.MAX_VALUE : FOLDED_LINES);
    requestLayout();
  }

  private void unfold() {
    unfolded.add(block.text());
    fold();
  }

  @Override
  public String text() {
    return block.text();
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

  @Override
  public Region node() {
    return this;
  }

  @Override
  public Extent wrap(double width) {
    TextBlock.Size size = block.wrap(width);
    all.setVisible(block.isCut());
    if (!block.isCut()) {
      return new Extent(size.width(), size.last(), size.height());
    }
    double wide = Math.ceil(all.prefWidth(-1));
    double height = size.height() + ABOVE_LINK + Math.ceil(all.prefHeight(-1));
    return new Extent(Math.max(wide, size.width()), wide, height);
  }

  @Override
  protected void layoutChildren() {
    double link = all.isVisible() ? Math.ceil(all.prefHeight(-1)) : 0;
    block.resizeRelocate(0, 0, getWidth(), getHeight() - link);
    all.resizeRelocate(0, getHeight() - link, Math.ceil(all.prefWidth(-1)), link);
  }
}
