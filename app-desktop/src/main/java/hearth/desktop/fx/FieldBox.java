package hearth.desktop.fx;

import javafx.beans.property.Property;
import javafx.beans.value.ObservableValue;
import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;

/// A text field with its label above and an error sentence below.
public final class FieldBox extends VBox {
  private static final PseudoClass WRONG = PseudoClass.getPseudoClass("danger");

  private final TextField field = new TextField();
  private final Label label = new Label();
  private final ErrorLabel sentence = new ErrorLabel();

  public FieldBox() {
    getStyleClass().add("field-box");
    label.getStyleClass().add("field-name");
    label.setLabelFor(field);
    LengthLimit.ofLine(field);
    field.accessibleTextProperty().bind(label.textProperty());
    getChildren().addAll(label, field, sentence);
  }

  public TextField field() {
    return field;
  }

  /// Whether an error is shown.
  public boolean isWrong() {
    return !sentence.getText().isEmpty();
  }

  public int getErrorLines() {
    return sentence.getLines();
  }

  /// Keeps lines free for the error.
  public void setErrorLines(int free) {
    sentence.setLines(free);
  }

  public String getLabel() {
    return label.getText();
  }

  public void setLabel(String text) {
    label.setText(text);
  }

  public String getPromptText() {
    return field.getPromptText();
  }

  public void setPromptText(String text) {
    field.setPromptText(text);
  }

  public void bind(Property<String> text, ObservableValue<String> error) {
    field.textProperty().bindBidirectional(text);
    sentence.textProperty().bind(error);
    error.subscribe(
        wrong -> {
          field.pseudoClassStateChanged(WRONG, !wrong.isEmpty());
          field.setAccessibleHelp(wrong);
        });
  }
}
