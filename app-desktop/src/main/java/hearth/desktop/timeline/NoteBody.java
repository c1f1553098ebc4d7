package hearth.desktop.timeline;

import hearth.desktop.richtext.TextBlock;
import javafx.scene.layout.Region;

/// A sentence in the place of a message that has none to show: deleted, or of a newer version. Also
/// the notice of what was done in the chat.
final class NoteBody extends Region implements RowBody {
  private final TextBlock block;

  /// An empty sentence.
  ///
  /// @param style the class that says how it looks
  NoteBody(String style) {
    block = new TextBlock(style);
    getChildren().add(block);
  }

  NoteBody say(String sentence) {
    block.setText(sentence);
    return this;
  }

  @Override
  public Region node() {
    return this;
  }

  @Override
  public Extent wrap(double width) {
    TextBlock.Size size = block.wrap(width);
    return new Extent(size.width(), size.last(), size.height());
  }

  @Override
  public String text() {
    return "";
  }

  @Override
  protected void layoutChildren() {
    block.resizeRelocate(0, 0, getWidth(), getHeight());
  }
}
