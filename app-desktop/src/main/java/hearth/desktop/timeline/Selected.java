package hearth.desktop.timeline;

import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/// What of the messages is selected: whole ones with the keyboard, or a stretch of text with the
/// mouse. Confined to the FX thread.
record Selected(ChosenRows chosen, MarkedText marked) {
  static Selected none(TimelineViewModel model, AnchoredList<TimelineItem> list) {
    return new Selected(new ChosenRows(model, list), new MarkedText(model, list));
  }

  /// A key is about to move the current row, or not.
  void key(KeyEvent press) {
    chosen.key(press);
    if (press.getCode() == KeyCode.ESCAPE) {
      marked.forget();
    }
  }

  /// Shows in a row that comes into sight what of it is selected.
  void show(RowFrame frame) {
    chosen.show(frame);
    marked.show(frame);
  }

  void forget() {
    chosen.forget();
    marked.forget();
  }

  /// What is copied; empty for nothing.
  String text() {
    return chosen.isAny() ? chosen.text() : marked.text();
  }
}
