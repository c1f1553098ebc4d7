package hearth.desktop.fx;

import javafx.scene.control.TextFormatter;
import javafx.scene.control.TextInputControl;

/// Keeps a field from growing without bound, as it would when a whole file is pasted: laying out a
/// million characters stops the window. What is over the limit is cut off. Confined to the FX
/// thread.
public final class LengthLimit {
  /// More than any name, address or search has.
  private static final int LINE = 1_000;

  private LengthLimit() {}

  /// Limits a field of one line.
  public static void ofLine(TextInputControl field) {
    field.setTextFormatter(new TextFormatter<String>(LengthLimit::cut));
  }

  private static TextFormatter.Change cut(TextFormatter.Change change) {
    int kept = change.getControlText().length() - (change.getRangeEnd() - change.getRangeStart());
    int room = Math.max(0, LINE - kept);
    String text = change.getText();
    if (text.length() > room) {
      boolean splits = room > 0 && Character.isHighSurrogate(text.charAt(room - 1));
      change.setText(text.substring(0, splits ? room - 1 : room));
      int end = change.getRangeStart() + change.getText().length();
      change.selectRange(end, end);
    }
    return change;
  }
}
