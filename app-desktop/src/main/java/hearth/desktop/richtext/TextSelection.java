package hearth.desktop.richtext;

import java.text.BreakIterator;
import javafx.scene.Cursor;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;

/// The selected stretch of a block: made by dragging, which may lead out of the block, a word by a
/// double press, a paragraph by a triple one. Confined to the FX thread.
public final class TextSelection {
  private final TextBlock block;
  private final Mouse mouse;
  private int from;
  private int start;
  private int end;

  /// Nothing is selected at first.
  public TextSelection(TextBlock block, Mouse mouse) {
    this.block = block;
    this.mouse = mouse;
    block.setCursor(Cursor.TEXT);
    block.setPickOnBounds(true);
    block.addEventHandler(MouseEvent.MOUSE_PRESSED, this::press);
    block.addEventHandler(
        MouseEvent.MOUSE_DRAGGED,
        drag -> {
          if (drag.getButton() == MouseButton.PRIMARY && drag.getClickCount() < 2) {
            mouse.dragged(drag);
          }
        });
  }

  /// What the mouse does to several blocks of which this is one. Called on the FX thread.
  public interface Mouse {
    /// A selection begins here, so that the one elsewhere ends; or goes on to here.
    ///
    /// @param index of the character at which it does
    void pressed(int index, boolean extending);

    /// The mouse that was pressed here has moved to anywhere.
    void dragged(MouseEvent drag);
  }

  /// What is selected; empty for nothing.
  public String text() {
    int last = Math.min(end, block.text().length());
    return start < last ? block.text().substring(start, last) : "";
  }

  public void clear() {
    select(0, 0);
  }

  public void selectAll() {
    mouse.pressed(0, false);
    select(0, block.text().length());
  }

  /// Selects from where the mouse was pressed to a place in the block.
  public void selectTo(double x, double y) {
    int to = indexAt(x, y);
    select(Math.min(from, to), Math.max(from, to));
  }

  /// The character at a place: the first one above the block, behind the last one below it.
  public int indexAt(double x, double y) {
    if (y < 0) {
      return 0;
    }
    return y > block.getHeight() ? block.text().length() : block.indexAt(x, y);
  }

  /// Selects a stretch without a press.
  ///
  /// @param last may be beyond the end
  public void select(int first, int last) {
    start = first;
    end = last;
    block.mark(first, last);
  }

  private void press(MouseEvent press) {
    if (press.getButton() != MouseButton.PRIMARY) {
      return;
    }
    from = block.indexAt(press.getX(), press.getY());
    mouse.pressed(from, press.isShiftDown());
    if (press.isShiftDown()) {
      return;
    }
    switch (press.getClickCount()) {
      case 1 -> clear();
      case 2 -> selectWord();
      default -> selectParagraph();
    }
  }

  private void selectWord() {
    String text = block.text();
    if (text.isEmpty()) {
      return;
    }
    BreakIterator words = BreakIterator.getWordInstance();
    words.setText(text);
    int last = words.following(Math.min(from, text.length() - 1));
    select(words.previous(), last);
  }

  private void selectParagraph() {
    String text = block.text();
    int first = from;
    while (first > 0 && !Characters.isBreak(text.charAt(first - 1))) {
      first--;
    }
    int last = from;
    while (last < text.length() && !Characters.isBreak(text.charAt(last))) {
      last++;
    }
    select(first, last);
  }
}
