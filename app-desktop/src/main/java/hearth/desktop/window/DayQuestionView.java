package hearth.desktop.window;

import hearth.desktop.fx.ErrorLabel;
import hearth.desktop.fx.Overlay;
import hearth.desktop.text.Messages;
import java.time.LocalDate;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import javafx.scene.control.Button;
import javafx.scene.control.DatePicker;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/// The dialog that asks for a day.
final class DayQuestionView {
  private DayQuestionView() {}

  /// Asks. The dialog stays while what is to happen then is refused.
  ///
  /// @param near the day that is shown first
  /// @param go gets the day, and who is told of a refusal
  static void open(Overlay overlay, LocalDate near, BiConsumer<LocalDate, Consumer<String>> go) {
    Label heading = new Label(Messages.get("day-question.title"));
    heading.getStyleClass().add("dialog-title");
    ErrorLabel error = new ErrorLabel();
    error.setLines(1);
    DatePicker day = new DatePicker(near);
    day.setAccessibleText(Messages.get("day-question.day"));
    day.setMaxWidth(Double.MAX_VALUE);
    day.setEditable(false);
    day.setShowWeekNumbers(false);
    Button no = new Button(Messages.get("button.cancel"));
    no.getStyleClass().add("wide");
    no.setOnAction(press -> overlay.close());
    Button yes = new Button(Messages.get("day-question.yes"));
    yes.getStyleClass().addAll("wide", "accent");
    yes.setDefaultButton(true);
    yes.setOnAction(
        press -> {
          error.setText("");
          go.accept(day.getValue(), error::setText);
        });
    HBox buttons = new HBox(no, yes);
    buttons.getStyleClass().add("dialog-buttons");
    VBox root = new VBox(heading, day, error, buttons);
    root.getStyleClass().add("question");
    overlay.open(root, day);
  }
}
