package hearth.desktop.timeline;

import java.text.BreakIterator;
import javafx.geometry.Rectangle2D;
import javafx.geometry.VPos;
import javafx.scene.Cursor;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import javafx.scene.shape.Path;
import javafx.scene.text.LayoutInfo;
import javafx.scene.text.Text;

/// A text that wraps, of which a stretch can be marked with the mouse: by dragging, a word by a
/// double press, all by a triple one.
final class TextBody extends Region implements RowBody {
  private final Text text = new Text();
  private final Path mark = new Path();
  private final Runnable begun;
  private int from;

  /// An empty text.
  ///
  /// @param begun called when a marking begins here, so that the one elsewhere ends
  TextBody(Runnable begun) {
    this.begun = begun;
    text.getStyleClass().add("message-text");
    text.setTextOrigin(VPos.TOP);
    text.setManaged(false);
    text.setCursor(Cursor.TEXT);
    mark.getStyleClass().add("mark");
    mark.setManaged(false);
    mark.setMouseTransparent(true);
    text.selectionShapeProperty()
        .subscribe(
            shape -> {
              if (shape == null) {
                mark.getElements().clear();
              } else {
                mark.getElements().setAll(shape);
              }
            });
    getChildren().addAll(mark, text);
    text.setOnMousePressed(this::press);
    text.setOnMouseDragged(this::drag);
  }

  TextBody say(String content) {
    clear();
    text.setText(content);
    requestLayout();
    return this;
  }

  @Override
  public String text() {
    return text.getText();
  }

  @Override
  public String marked() {
    int start = text.getSelectionStart();
    int end = text.getSelectionEnd();
    return start < 0 || end <= start ? "" : text.getText().substring(start, end);
  }

  void clear() {
    text.setSelectionStart(-1);
    text.setSelectionEnd(-1);
  }

  @Override
  public Region node() {
    return this;
  }

  @Override
  public Extent wrap(double width) {
    text.setWrappingWidth(0);
    if (text.getLayoutBounds().getWidth() > width) {
      text.setWrappingWidth(Math.floor(width));
    }
    LayoutInfo layout = text.getLayoutInfo();
    int lines = layout.getTextLineCount();
    double widest = 0;
    double last = 0;
    for (int i = 0; i < lines; i++) {
      Rectangle2D line = layout.getTextLine(i, false).bounds();
      last = line.getWidth();
      widest = Math.max(widest, last);
    }
    double height = text.getLayoutBounds().getHeight();
    return new Extent(Math.ceil(widest), Math.ceil(last), Math.ceil(height));
  }

  private void press(MouseEvent press) {
    if (press.getButton() != MouseButton.PRIMARY) {
      return;
    }
    begun.run();
    from = indexAt(press);
    switch (press.getClickCount()) {
      case 1 -> clear();
      case 2 -> selectWord(from);
      default -> select(0, text.getText().length());
    }
  }

  private void drag(MouseEvent drag) {
    if (drag.getButton() == MouseButton.PRIMARY) {
      int to = indexAt(drag);
      select(Math.min(from, to), Math.max(from, to));
    }
  }

  private void selectWord(int index) {
    BreakIterator words = BreakIterator.getWordInstance();
    words.setText(text.getText());
    int end = words.following(Math.min(index, Math.max(0, text.getText().length() - 1)));
    int start = words.previous();
    if (end != BreakIterator.DONE && start != BreakIterator.DONE) {
      select(start, end);
    }
  }

  private void select(int start, int end) {
    text.setSelectionStart(start);
    text.setSelectionEnd(end);
  }

  private int indexAt(MouseEvent event) {
    return text.hitTest(text.parentToLocal(event.getX(), event.getY())).getInsertionIndex();
  }
}
