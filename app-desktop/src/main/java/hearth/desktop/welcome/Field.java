package hearth.desktop.welcome;

import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/// The state of a text field: its text and its error. Editing the text clears the error. Confined
/// to the FX thread.
public final class Field {
  private final StringProperty text = new SimpleStringProperty("");
  private final ReadOnlyStringWrapper error = new ReadOnlyStringWrapper("");

  Field() {
    text.subscribe(now -> error.set(""));
  }

  public StringProperty textProperty() {
    return text;
  }

  /// Empty while nothing is wrong.
  public ReadOnlyStringProperty errorProperty() {
    return error.getReadOnlyProperty();
  }

  String text() {
    return text.get();
  }

  void refuse(String sentence) {
    error.set(sentence);
  }

  boolean isFine() {
    return error.get().isEmpty();
  }
}
