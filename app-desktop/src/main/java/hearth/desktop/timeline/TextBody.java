package hearth.desktop.timeline;

import hearth.desktop.richtext.TextBlock;
import hearth.desktop.richtext.TextSelection;
import hearth.emoji.EmojiFinder;
import javafx.css.PseudoClass;
import javafx.scene.layout.Region;

/// The text of a message, of which a stretch can be selected. Up to three emoji alone are large.
final class TextBody implements RowBody {
  private static final PseudoClass ALONE = PseudoClass.getPseudoClass("alone");
  private static final int FEW = 3;

  private final TextBlock block = new TextBlock("message-text");
  private final TextSelection selection;

  /// An empty text.
  ///
  /// @param begun called when a selection begins here, so that the one elsewhere ends
  TextBody(Runnable begun) {
    selection = new TextSelection(block, begun);
    block.getStyleClass().add("message-block");
  }

  TextBody say(String content) {
    clear();
    int emoji = EmojiFinder.standard().countIfAlone(content);
    block.pseudoClassStateChanged(ALONE, emoji > 0 && emoji <= FEW);
    block.setText(content);
    return this;
  }

  @Override
  public String text() {
    return block.text();
  }

  @Override
  public String marked() {
    return selection.text();
  }

  void clear() {
    selection.clear();
  }

  @Override
  public Region node() {
    return block;
  }

  @Override
  public Extent wrap(double width) {
    TextBlock.Size size = block.wrap(width);
    return new Extent(size.width(), size.last(), size.height());
  }
}
