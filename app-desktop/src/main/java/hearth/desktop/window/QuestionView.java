package hearth.desktop.window;

import hearth.desktop.fx.Overlay;
import hearth.desktop.fx.Question;
import hearth.desktop.fx.ViewLoader;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/// A dialog with one question and two answers.
final class QuestionView {
  private final VBox root;
  private final Runnable yes;
  private final Runnable no;

  @FXML private Label heading;
  @FXML private Label body;
  @FXML private Button keep;
  @FXML private Button act;

  private QuestionView(Question question, Runnable yes, Runnable no) {
    this.yes = yes;
    this.no = no;
    this.root = ViewLoader.load(this, "question.fxml", VBox.class);
    heading.setText(question.heading());
    body.setText(question.body());
    act.setText(question.yes());
    act.getStyleClass().add(question.harm() ? "danger" : "accent");
    keep.setText(question.no());
  }

  /// Asks. A yes closes the question and then does what was confirmed.
  static QuestionView open(Overlay overlay, Question question, Runnable confirmed) {
    QuestionView view =
        new QuestionView(
            question,
            () -> {
              overlay.close();
              confirmed.run();
            },
            overlay::close);
    overlay.open(view.root, view.keep);
    return view;
  }

  /// Whether it is still there to be answered.
  boolean isShown() {
    return root.getScene() != null;
  }

  @FXML
  void yes() {
    yes.run();
  }

  @FXML
  void no() {
    no.run();
  }
}
