package hearth.desktop.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import hearth.desktop.Ui;
import hearth.desktop.fx.ThemeManager;
import hearth.desktop.richtext.TextBlock;
import java.util.Objects;
import javafx.event.EventType;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Text is marked with the mouse from one message to another.
class MarkedTextUiTest extends OpenTimeline {
  private static final double BELOW = 60;
  private @Nullable TextBlock begun;

  @BeforeEach
  void fill() {
    reset(40);
  }

  @Test
  void textIsMarkedFromOneMessageToAnotherAndCopied() {
    int to = last() - 1;
    int from = to - 3;
    press(block(from), 0.5, false);
    drag(block(to), 0.5);
    picture("marked-across-light");
    Ui.run(() -> Ui.look().themeProperty().set(ThemeManager.Theme.DARK));
    picture("marked-across-dark");
    Ui.run(() -> Ui.look().themeProperty().set(ThemeManager.Theme.LIGHT));

    String[] lines = copy().split("\n");
    assertThat(lines).hasSize(4);
    assertThat(textOfRow(from)).endsWith(lines[0].substring(lines[0].indexOf(": ") + 2));
    assertThat(lines[1]).endsWith(": " + textOfRow(from + 1));
    assertThat(lines[2]).endsWith(": " + textOfRow(from + 2));
    assertThat(textOfRow(to)).startsWith(lines[3].substring(lines[3].indexOf(": ") + 2));
    assertThat(lines[0]).startsWith("[").doesNotEndWith(textOfRow(from));
  }

  @Test
  void aPartOfOneMessageIsCopiedAlone() {
    int row = last() - 1;
    press(block(row), 0, false);
    drag(block(row), 0.6);
    assertThat(copy()).isNotEmpty().isNotEqualTo(textOfRow(row));
    assertThat(textOfRow(row)).startsWith(copy());
  }

  @Test
  void aPressWithShiftExtendsAndOneWithoutEndsIt() {
    int from = last() - 3;
    press(block(from), 0, false);
    release();
    press(block(from + 2), 1, true);
    release();
    assertThat(copy().lines()).hasSize(3);
    press(block(from + 1), 0.5, false);
    release();
    assertThat(copy()).isEqualTo("nothing");
  }

  @Test
  void theMouseBeyondAnEdgeScrollsOnAndWhatGoesOutOfSightStaysMarked() {
    press(KeyCode.HOME);
    press(block(1), 0, false);
    Point2D below = Ui.ask(() -> view.list().localToScene(200, view.list().getHeight() + BELOW));
    send(MouseEvent.MOUSE_DRAGGED, below, false);
    Ui.await("the end comes into sight", () -> view.list().lastProperty().get() == 39);
    release();
    assertThat(copy().lines()).hasSize(39);
    press(KeyCode.HOME);
    picture("marked-out-of-sight");
    press(KeyCode.ESCAPE);
    assertThat(copy()).as("the row that the keyboard is at").isEqualTo(textOfRow(0));
  }

  /// What is copied; `nothing` if nothing is.
  private String copy() {
    Ui.run(() -> MessagePopups.copy("nothing"));
    press(KeyCode.CONTROL, KeyCode.C);
    return Ui.ask(() -> Clipboard.getSystemClipboard().getString());
  }

  private void press(KeyCode... keys) {
    Ui.run(() -> view.list().requestFocus());
    Ui.press(stage.getScene(), keys);
    Ui.settle();
  }

  private void picture(String name) {
    Ui.picture(stage.getScene(), name);
  }

  private TextBlock block(int index) {
    return Ui.ask(
        () -> {
          RowCell<TimelineItem> cell = Objects.requireNonNull(view.list().cellAt(index));
          return (TextBlock) cell.node().lookup(".message-block");
        });
  }

  /// A place in the middle of the first line of a text.
  ///
  /// @param part of the block's width
  private static Point2D in(TextBlock block, double part) {
    return Ui.ask(
        () -> {
          Bounds bounds = block.getLayoutBounds();
          return block.localToScene(
              part * bounds.getWidth(), part < 1 ? 8 : bounds.getHeight() - 4);
        });
  }

  private void press(TextBlock block, double part, boolean shift) {
    begun = block;
    send(MouseEvent.MOUSE_PRESSED, in(block, part), shift);
  }

  private void drag(TextBlock block, double part) {
    send(MouseEvent.MOUSE_DRAGGED, in(block, part), false);
    release();
  }

  private void release() {
    send(MouseEvent.MOUSE_RELEASED, Point2D.ZERO, false);
  }

  /// The mouse belongs to where it was pressed until it is released.
  private void send(EventType<MouseEvent> type, Point2D scene, boolean shift) {
    boolean down = !type.equals(MouseEvent.MOUSE_RELEASED);
    Ui.run(
        () -> {
          Objects.requireNonNull(begun)
              .fireEvent(
                  new MouseEvent(
                      type,
                      scene.getX(),
                      scene.getY(),
                      scene.getX(),
                      scene.getY(),
                      MouseButton.PRIMARY,
                      1,
                      shift,
                      false,
                      false,
                      false,
                      down,
                      false,
                      false,
                      true,
                      false,
                      false,
                      null));
        });
    Ui.settle();
  }
}
