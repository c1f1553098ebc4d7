package hearth.desktop.fx;

import static org.assertj.core.api.Assertions.assertThat;

import hearth.desktop.Ui;
import java.util.Collection;
import java.util.Objects;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.VBox;
import javafx.scene.shape.Path;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// A caret that blinks by the clock of its scene, and not by an animation of JavaFX's.
class QuietCaretUiTest {
  private final FxClock clock = new FxClock(new FxMailbox());
  private final TextField field = Ui.ask(TextField::new);
  private final TextArea area = Ui.ask(TextArea::new);
  private Stage stage;

  @BeforeEach
  void open() {
    stage = Ui.ask(Stage::new);
    Ui.run(
        () -> {
          Scene scene = new Scene(new VBox(field, area), 300, 200);
          clock.in(scene);
          stage.setScene(scene);
          stage.show();
        });
    Ui.focus(stage.getScene());
    Ui.settle();
  }

  @AfterEach
  void close() {
    Ui.run(stage::close);
    clock.close();
  }

  @Test
  void aFieldBlinks() {
    blinks(field);
    assertThat(field.getSkin()).isInstanceOf(QuietFieldSkin.class);
  }

  @Test
  void anAreaBlinks() {
    blinks(area);
    assertThat(area.getSkin()).isInstanceOf(QuietAreaSkin.class);
  }

  @Test
  void aFieldBehindADialogShowsNone() {
    Ui.run(field::requestFocus);
    Path caret = Ui.ask(() -> Objects.requireNonNull(find(field.getChildrenUnmodifiable())));
    Ui.await("the caret is shown", () -> caret.getOpacity() == 1);
    Ui.run(() -> field.getParent().getStyleClass().add("behind"));
    Ui.run(() -> field.getParent().setDisable(true));
    Ui.settle();
    Ui.run(() -> stage.getScene().getRoot().applyCss());
    assertThat(Ui.ask(field::isFocused)).isFalse();
    assertThat(Ui.ask(caret::getOpacity)).isZero();
  }

  private void blinks(TextInputControl control) {
    Ui.run(control::requestFocus);
    Path caret = Ui.ask(() -> Objects.requireNonNull(find(control.getChildrenUnmodifiable())));
    Ui.await("the caret is shown", () -> caret.getOpacity() == 1);
    Ui.await("the caret is hidden", () -> caret.getOpacity() == 0);
    Ui.await("the caret is shown again", () -> caret.getOpacity() == 1);
    Ui.await("the caret is hidden again", () -> caret.getOpacity() == 0);
    Ui.type(stage.getScene(), "a");
    assertThat(Ui.ask(caret::getOpacity)).isEqualTo(1);
    Ui.press(stage.getScene(), KeyCode.CONTROL, KeyCode.A);
    assertThat(Ui.ask(caret::getOpacity)).isZero();
  }

  private static @Nullable Path find(Collection<Node> nodes) {
    for (Node node : nodes) {
      Path found =
          switch (node) {
            case Path path when path.getStroke() != null && path.getStrokeWidth() == 1 -> path;
            case ScrollPane pane -> find(((Parent) pane.getContent()).getChildrenUnmodifiable());
            case Parent parent -> find(parent.getChildrenUnmodifiable());
            default -> null;
          };
      if (found != null) {
        return found;
      }
    }
    return null;
  }
}
