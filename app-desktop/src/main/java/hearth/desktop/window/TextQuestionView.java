package hearth.desktop.window;

import hearth.desktop.fx.FieldBox;
import hearth.desktop.fx.Overlay;
import hearth.desktop.fx.TextQuestion;
import hearth.desktop.text.Messages;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/// A dialog with one question, and a line for its answer.
final class TextQuestionView {
  private TextQuestionView() {}

  /// Asks. The dialog stays until the answer is taken.
  static void open(Overlay overlay, TextQuestion question, TextQuestion.Answer answered) {
    Label heading = new Label(question.heading());
    heading.getStyleClass().add("dialog-title");
    heading.setWrapText(true);
    StringProperty text = new SimpleStringProperty(question.before());
    ReadOnlyStringWrapper error = new ReadOnlyStringWrapper("");
    text.subscribe(now -> error.set(""));
    FieldBox line = new FieldBox();
    line.setLabel(question.label());
    line.setErrorLines(1);
    line.bind(text, error);
    Button no = new Button(Messages.get("button.cancel"));
    no.getStyleClass().add("wide");
    no.setOnAction(press -> overlay.close());
    Button yes = new Button(question.yes());
    yes.getStyleClass().addAll("wide", "accent");
    yes.setOnAction(
        press -> {
          error.set(question.objection().apply(text.get()));
          if (error.get().isEmpty()) {
            answered.take(text.get(), overlay::close, error::set);
          }
        });
    line.field().setOnAction(enter -> yes.fire());
    HBox buttons = new HBox(no, yes);
    buttons.getStyleClass().add("dialog-buttons");
    VBox root = new VBox(heading, line, buttons);
    if (!question.about().isEmpty()) {
      Label about = new Label(question.about());
      about.setWrapText(true);
      about.getStyleClass().add("secondary");
      root.getChildren().add(1, about);
    }
    root.getStyleClass().add("question");
    overlay.open(root, line.field());
    line.field().selectAll();
  }
}
