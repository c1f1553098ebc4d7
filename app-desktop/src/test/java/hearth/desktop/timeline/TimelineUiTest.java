package hearth.desktop.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import hearth.client.model.Change;
import hearth.client.model.TimelineRow;
import hearth.client.model.Timelines;
import hearth.desktop.Sample;
import hearth.desktop.Ui;
import hearth.desktop.fx.ThemeManager;
import java.util.List;
import javafx.event.EventType;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import org.junit.jupiter.api.Test;

class TimelineUiTest extends OpenTimeline {
  @Test
  void fiftyThousandRowsNeedOnlyTheCellsInSight() {
    reset(MANY);
    assertThat(last()).isEqualTo(MANY - 1);
    assertThat(cells()).isLessThan(60);

    Ui.run(() -> scrollUp(200));
    assertThat(first()).isLessThan(MANY - 200);

    for (double part = 0.9; part >= 0; part -= 0.1) {
      drag(part);
    }
    assertThat(first()).isZero();
    press(KeyCode.HOME);
    assertThat(first()).isZero();
    press(KeyCode.END);
    assertThat(last()).isEqualTo(MANY - 1);
    assertThat(cells()).isLessThan(60);
  }

  @Test
  void theTrackMovesByAPageAndTheWheelOverItByLines() {
    reset(1_000);
    int before = first();
    Ui.run(
        () -> {
          bar().fireEvent(mouse(MouseEvent.MOUSE_PRESSED, 5));
          bar().fireEvent(mouse(MouseEvent.MOUSE_RELEASED, 5));
          view.root().layout();
        });
    assertThat(first()).isBetween(before - 40, before - 3);
    assertThat(last()).isGreaterThanOrEqualTo(before);
    String text = textOfRow(first() + 3);
    double y = yOf(text);
    Ui.run(() -> bar().fireEvent(wheel(5)));
    Ui.run(() -> view.root().layout());
    assertThat(yOf(text) - y).isBetween(4.0, 6.0);
  }

  @Test
  void theThumbIsNeverTooSmallAndDraggingItNamesTheDay() {
    reset(MANY);
    assertThat(Ui.ask(() -> bar().thumb().getHeight())).isGreaterThanOrEqualTo(32);
    assertThat(thumbTop() + Ui.ask(() -> bar().thumb().getHeight()))
        .isEqualTo(Ui.ask(() -> bar().getHeight()));
    double grip = thumbTop() + 1;
    send(MouseEvent.MOUSE_PRESSED, grip);
    send(MouseEvent.MOUSE_DRAGGED, grip - 200);
    Ui.run(() -> view.root().layout());
    Ui.run(() -> view.root().layout());
    Node label = view.list().lookup(".scroll-label");
    assertThat(label.isVisible()).isTrue();
    assertThat(((Label) label).getText())
        .isEqualTo(Ui.ask(() -> view.model().display().times().day(firstRow().at())));
    Ui.picture(stage.getScene(), "scroll-date-light");
    Ui.run(() -> Ui.look().themeProperty().set(ThemeManager.Theme.DARK));
    Ui.picture(stage.getScene(), "scroll-date-dark");
    Ui.run(() -> Ui.look().themeProperty().set(ThemeManager.Theme.LIGHT));
    send(MouseEvent.MOUSE_RELEASED, grip - 200);
    assertThat(label.isVisible()).isFalse();
  }

  private TimelineRow firstRow() {
    return view.model().items().get(view.list().firstProperty().get()).row();
  }

  @Test
  void olderRowsLeaveWhatIsReadInPlace() {
    reset(100);
    press(KeyCode.HOME);
    Ui.run(() -> view.list().scroll(35));
    Ui.settle();
    String text = textOfRow(3);
    double before = yOf(text);
    splice(0, 0, rows(300));
    assertThat(yOf(text)).isEqualTo(before);
    assertThat(first()).isGreaterThanOrEqualTo(300);
  }

  @Test
  void newRowsLeaveWhatIsReadInPlaceAndFollowAtTheEnd() {
    reset(100);
    splice(100, 0, rows(3));
    assertThat(last()).isEqualTo(102);
    press(KeyCode.PAGE_UP);
    String text = textOfRow(first() + 3);
    double before = yOf(text);
    splice(103, 0, rows(30));
    assertThat(yOf(text)).isEqualTo(before);
    Node toEnd = view.root().lookup(".to-end");
    assertThat(toEnd.isVisible()).isTrue();
    Ui.run(() -> ((Button) toEnd).fire());
    Ui.settle();
    assertThat(last()).isEqualTo(132);
    assertThat(toEnd.isVisible()).isFalse();
  }

  @Test
  void whoWentToTheEndIsBroughtThereThoughRowsGiveWayAtItMeanwhile() {
    reset(1_000);
    press(KeyCode.HOME);
    press(KeyCode.END);
    assertThat(last()).isEqualTo(999);
    splice(800, 200, List.of());
    reach(false);
    assertThat(Ui.ask(() -> view.model().seeks().wanted())).isEqualTo(Timelines.END);
  }

  @Test
  void theEndIsGoneToThoughNothingHasComeYet() {
    Ui.run(() -> view.model().navigator().toEnd());
    assertThat(Ui.ask(() -> view.model().seeks().wanted())).isEqualTo(Timelines.END);
  }

  @Test
  void whoReadsAboveStaysThereWhenRowsGiveWayAtTheEnd() {
    reset(1_000);
    press(KeyCode.HOME);
    splice(800, 200, List.of());
    reach(false);
    assertThat(Ui.ask(() -> view.model().seeks().wanted())).isZero();
    assertThat(first()).isZero();
  }

  private void reach(boolean last) {
    Change told = new Change.ReachChanged(Sample.ROBOTS, new Change.Reach(true, last));
    Ui.run(() -> live.apply(List.of(told)));
    Ui.settle();
  }

  @Test
  void anotherChatIsShownInTheCellsOfTheOneBefore() {
    reset(300);
    press(KeyCode.HOME);
    press(KeyCode.DOWN);
    Node cell = Ui.ask(() -> view.list().cells().iterator().next().node());
    int cells = cells();
    Ui.run(() -> view.go(Sample.LOBBY));
    Ui.settle();
    assertThat(Ui.ask(() -> view.list().currentProperty().get())).isEqualTo(-1);
    splice(0, 0, rows(3)); // what was told of the chat before
    assertThat(Ui.ask(() -> view.model().items().isEmpty())).isTrue();

    List<TimelineRow> rows = rows(50);
    Ui.run(() -> live.apply(List.of(new Change.TimelineReset(Sample.LOBBY, rows, WHOLE, 0))));
    Ui.await("the rows are shown", () -> view.list().lastProperty().get() >= 0);
    assertThat(shows(textOf(rows.get(last())))).isTrue();
    assertThat(cells()).isLessThanOrEqualTo(cells + 10);
    assertThat(view.list().getChildrenUnmodifiable()).contains(cell);
  }

  @Test
  void whatIsStillToldOfAnEarlierOpeningOfTheChatIsNotShown() {
    reset(20);
    Ui.run(() -> view.go(Sample.LOBBY));
    Ui.run(() -> view.go(Sample.ROBOTS));
    splice(20, 0, rows(1));
    assertThat(Ui.ask(() -> view.model().items().isEmpty())).isTrue();
    reset(10);
    assertThat(last()).isEqualTo(9);
  }

  @Test
  void theWheelGlidesWhereItWasTurnedTo() {
    reset(100);
    String text = textOfRow(last());
    double before = yOf(text);
    Ui.run(() -> view.list().fireEvent(wheel(40)));
    Ui.await("the rows have moved", () -> Math.abs(yOf(text) - before - 40) < 1);
    press(KeyCode.END);
    Ui.run(() -> view.list().fireEvent(wheel(5)));
    Ui.run(() -> view.root().layout());
    assertThat(yOf(text) - before).isBetween(4.0, 6.0);
  }

  @Test
  void anotherWidthKeepsTheEndInSight() {
    reset(100);
    Ui.run(() -> stage.setWidth(420));
    Ui.settle();
    Ui.await("the end is in sight", () -> view.list().atEndProperty().get());
  }

  private static ScrollEvent wheel(double up) {
    return new ScrollEvent(
        ScrollEvent.SCROLL,
        100,
        100,
        100,
        100,
        false,
        false,
        false,
        false,
        false,
        false,
        0,
        up,
        0,
        up,
        ScrollEvent.HorizontalTextScrollUnits.NONE,
        0,
        ScrollEvent.VerticalTextScrollUnits.NONE,
        0,
        0,
        null);
  }

  /// Goes up page by page and prints what a page costs.
  private void scrollUp(int pages) {
    long began = System.nanoTime();
    for (int page = 0; page < pages; page++) {
      view.list().scroll(40 - view.list().getHeight());
      view.list().layout();
    }
    double millis = (System.nanoTime() - began) / 1e6 / pages;
    System.out.printf(
        "timeline: %.2f ms to lay out a page of %d rows%n", millis, view.list().cells().size());
  }

  private ScrollTrack bar() {
    return view.list().bar();
  }

  private double thumbTop() {
    return Ui.ask(() -> bar().thumb().getLayoutY());
  }

  /// Drags the thumb to a part of its way.
  private void drag(double part) {
    double grip = thumbTop() + 1;
    double way = Ui.ask(() -> bar().getHeight() - bar().thumb().getHeight());
    send(MouseEvent.MOUSE_PRESSED, grip);
    send(MouseEvent.MOUSE_DRAGGED, way * part + 1);
    Ui.run(() -> view.root().layout());
    send(MouseEvent.MOUSE_RELEASED, way * part + 1);
  }

  private void send(EventType<MouseEvent> type, double y) {
    Ui.run(() -> bar().fireEvent(mouse(type, y)));
    Ui.settle();
  }

  private static MouseEvent mouse(EventType<MouseEvent> type, double y) {
    boolean down = !type.equals(MouseEvent.MOUSE_RELEASED);
    return new MouseEvent(
        type,
        5,
        y,
        5,
        y,
        MouseButton.PRIMARY,
        1,
        false,
        false,
        false,
        false,
        down,
        false,
        false,
        true,
        false,
        true,
        null);
  }

  /// All cells that exist, in sight or spare.
  private int cells() {
    return Ui.ask(() -> view.list().getChildrenUnmodifiable().size());
  }
}
