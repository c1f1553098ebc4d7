package hearth.desktop.timeline;

import javafx.scene.control.Label;
import javafx.scene.layout.Region;

/// A sentence in the place of a message that has none to show: deleted, or of a newer version. Also
/// the notice of what was done in the chat.
final class NoteBody extends Label implements RowBody {
  /// An empty sentence.
  ///
  /// @param style the class that says how it looks
  NoteBody(String style) {
    getStyleClass().add(style);
    setWrapText(true);
  }

  NoteBody say(String sentence) {
    setText(sentence);
    return this;
  }

  @Override
  public Region node() {
    return this;
  }

  @Override
  public Extent wrap(double width) {
    double wanted = Math.min(width, Math.ceil(prefWidth(-1)));
    return new Extent(wanted, wanted, Math.ceil(prefHeight(wanted)));
  }

  @Override
  public String text() {
    return "";
  }
}
