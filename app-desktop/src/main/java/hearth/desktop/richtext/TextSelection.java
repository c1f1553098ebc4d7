package hearth.desktop.richtext;

import java.text.BreakIterator;
import javafx.scene.Cursor;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;

/// The selected stretch of a block: made by dragging, a word by a double press, a paragraph by a
/// triple one. Confined to the FX thread.
public final class TextSelection {
  private final TextBlock block;
  private final Runnable begun;
  private int from;
  private int start;
  private int end;

  /// Nothing is selected at first.
  ///
  /// @param begun called when a selection begins here, so that the one elsewhere ends
  public TextSelection(TextBlock block, Runnable begun) {
    this.block = block;
    this.begun = begun;
    block.setCursor(Cursor.TEXT);
    block.setPickOnBounds(true);
    block.addEventHandler(MouseEvent.MOUSE_PRESSED, this::press);
    block.addEventHandler(MouseEvent.MOUSE_DRAGGED, this::drag);
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
    begun.run();
    select(0, block.text().length());
  }

  private void select(int first, int last) {
    start = first;
    end = last;
    block.mark(first, last);
  }

  private void press(MouseEvent press) {
    if (press.getButton() != MouseButton.PRIMARY) {
      return;
    }
    begun.run();
    from = block.indexAt(press.getX(), press.getY());
    switch (press.getClickCount()) {
      case 1 -> clear();
      case 2 -> selectWord();
      default -> selectParagraph();
    }
  }

  private void drag(MouseEvent drag) {
    if (drag.getButton() == MouseButton.PRIMARY) {
      int to = block.indexAt(drag.getX(), drag.getY());
      select(Math.min(from, to), Math.max(from, to));
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
