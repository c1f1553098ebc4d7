package hearth.desktop.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import hearth.client.model.Change;
import hearth.client.model.ChatItem;
import hearth.client.model.TimelineRow;
import hearth.desktop.Sample;
import hearth.desktop.ShownText;
import hearth.desktop.TurningClock;
import hearth.desktop.Ui;
import hearth.desktop.composer.ComposerViewModel;
import hearth.desktop.emoji.EmojiHabits;
import hearth.desktop.fx.FxClock;
import hearth.desktop.fx.FxMailbox;
import hearth.desktop.fx.ThemeManager;
import hearth.desktop.profile.SettingsFile;
import hearth.desktop.session.ServerViewModel;
import hearth.desktop.settings.SettingProperties;
import hearth.desktop.text.DisplayText;
import hearth.desktop.text.Times;
import hearth.protocol.Action;
import hearth.protocol.Content;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.event.EventType;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.Region;
import javafx.stage.Popup;
import javafx.stage.PopupWindow;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TimelineUiTest {
  private static final int MANY = 50_000;
  private static final Change.Reach WHOLE = new Change.Reach(true, true);

  @TempDir Path folder;
  private final Random random = new Random(11);
  private final TurningClock time = new TurningClock(Sample.NOW);
  private final FxClock clock = new FxClock(new FxMailbox());
  private ServerViewModel live;
  private TimelineView view;
  private Stage stage;

  @BeforeEach
  void open() {
    live = Sample.deaf(folder);
    view =
        Ui.ask(
            () -> {
              live.apply(new Sample().overview());
              live.apply(List.of(new Change.ChatsChanged(List.of(allRead()))));
              DisplayText display = new DisplayText(live, new Times(time));
              var model = new TimelineViewModel(live, display, Sample.ROBOTS);
              var composer = new ComposerViewModel(live, display, clock);
              composer.open(Sample.ROBOTS);
              var refusal = new RefusalViewModel(live, clock);
              var settings = SettingsFile.load(folder.resolve("settings.json"));
              var habits = new EmojiHabits(new SettingProperties(settings));
              var actions = new MessageActions(model, composer, (question, then) -> {}, refusal);
              return new TimelineView(
                  model, actions, refusal, new SimpleBooleanProperty(true), clock, habits);
            });
    stage = Ui.ask(Stage::new);
    Ui.run(
        () -> {
          stage.setScene(new Scene(view.root(), 800, 600));
          stage.show();
        });
  }

  @AfterEach
  void close() {
    Ui.run(
        () -> {
          view.close();
          stage.close();
        });
    live.close();
    clock.close();
  }

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
  void aDayIsCalledOtherwiseAfterMidnight() {
    reset(10);
    assertThat(shows("Today")).isTrue();
    time.set(Sample.NOW.plus(Duration.ofDays(1)));
    Ui.run(() -> view.model().beginDay());
    Ui.settle();
    assertThat(shows("Yesterday")).isTrue();
    assertThat(shows("Today")).isFalse();
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
  void theMenuOfARowCopiesAndTellsWhoHasReadIt() {
    reset(20);
    RowFrame cell = Ui.ask(() -> cellOf(false));
    Ui.run(() -> view.menu(cell, 100, 100));
    press(menu(), "Copy text");
    assertThat(Ui.ask(() -> Clipboard.getSystemClipboard().getString()))
        .isEqualTo(cell.body().text());
  }

  @Test
  void whoHasReadItIsToldByName() {
    reset(4);
    RowFrame cell = Ui.ask(() -> cellOf(true));
    Ui.run(() -> view.menu(cell, 100, 100));
    press(menu(), "Read by…");
    PopupWindow popup = popup();
    assertThat(Ui.ask(() -> ShownText.areShown(popup.getScene().getRoot(), "Bo Müller"))).isTrue();
    assertThat(Ui.ask(() -> ShownText.areShown(popup.getScene().getRoot(), "Mira"))).isFalse();
    Ui.picture(popup.getScene(), "read-by-light");
    Ui.run(popup::hide);
  }

  @Test
  void whatFailedCanBeSentAgainOrDeletedFromTheMenu() {
    List<TimelineRow> rows = new Sample().conversation(true);
    Ui.run(() -> live.apply(List.of(new Change.TimelineReset(Sample.ROBOTS, rows, WHOLE, 0))));
    Ui.await("the rows are shown", () -> view.list().lastProperty().get() >= 0);
    RowFrame cell = Ui.ask(() -> cellOf(rows.getLast()));
    Ui.run(() -> view.menu(cell, 100, 100));
    ContextMenu menu = menu();
    assertThat(menu.getItems())
        .extracting(MenuItem::getText)
        .containsExactly("Copy text", "Retry", "Delete");
    press(menu, "Delete");
  }

  @Test
  void aMessageOfVeryManyLinesIsFoldedUntilAPressShowsAllOfIt() {
    String text = "line\n".repeat(399) + "the end";
    List<TimelineRow> rows = rows(3);
    rows.add(
        Sample.row(
            Sample.ROBOTS, 4, Sample.BO, Sample.NOW.minusSeconds(1), Action.Post.text(text)));
    Ui.run(() -> live.apply(List.of(new Change.TimelineReset(Sample.ROBOTS, rows, WHOLE, 0))));
    Ui.await("the rows are shown", () -> view.list().lastProperty().get() >= 0);
    RowFrame cell = Ui.ask(() -> cellOf(rows.getLast()));
    Ui.settle();
    double folded = Ui.ask(cell::getHeight);
    assertThat(folded).isBetween(500.0, 800.0);
    Hyperlink all = (Hyperlink) cell.lookup(".show-all");
    assertThat(all.isVisible()).isTrue();
    Ui.picture(stage.getScene(), "folded-light");
    Ui.run(all::fire);
    Ui.await("all of it is shown", () -> cell.getHeight() > 10 * folded);
    assertThat(all.isVisible()).isFalse();
    assertThat(cell.body().text()).isEqualTo(text);
  }

  @Test
  void aRowThatCannotBeDrawnLeavesTheOthersAlone() {
    reset(100);
    RowFrame cell = Ui.ask(() -> cellOf(false));
    String text = cell.body().text();
    Ui.run(
        () -> {
          cell.bubble().show(new Unshowable());
          cell.requestLayout();
        });
    Ui.await("the placeholder is shown", () -> shows("This message cannot be shown."));
    Ui.picture(stage.getScene(), "broken-row-light");
    Ui.run(() -> ((Hyperlink) view.list().lookup("#broken-row .hyperlink")).fire());
    assertThat(Ui.ask(() -> Clipboard.getSystemClipboard().getString())).isEqualTo(text);

    press(KeyCode.HOME);
    assertThat(first()).isZero();
    press(KeyCode.END);
    assertThat(last()).isEqualTo(99);
    assertThat(shows("This message cannot be shown.")).isFalse();
    assertThat(shows(text)).isTrue();
  }

  /// A body whose layout has a bug.
  private static final class Unshowable implements RowBody {
    private final Region node = new Region();

    @Override
    public Region node() {
      return node;
    }

    @Override
    public Extent wrap(double width) {
      throw new IllegalStateException("a bug of this test");
    }

    @Override
    public String text() {
      return "";
    }
  }

  @Test
  void anotherWidthKeepsTheEndInSight() {
    reset(100);
    Ui.run(() -> stage.setWidth(420));
    Ui.settle();
    Ui.await("the end is in sight", () -> view.list().atEndProperty().get());
  }

  private boolean shows(String text) {
    return Ui.ask(() -> ShownText.areShown(view.root(), text));
  }

  private RowFrame cellOf(boolean mine) {
    return view.list().cells().stream()
        .map(cell -> (RowFrame) cell.node())
        .filter(cell -> cell.bubble().isVisible())
        .filter(cell -> view.model().isMine(cell.row()) == mine)
        .findFirst()
        .orElseThrow();
  }

  private RowFrame cellOf(TimelineRow row) {
    return view.list().cells().stream()
        .map(cell -> (RowFrame) cell.node())
        .filter(cell -> cell.row().equals(row))
        .findFirst()
        .orElseThrow();
  }

  private static ContextMenu menu() {
    return Ui.ask(
        () ->
            Window.getWindows().stream()
                .filter(ContextMenu.class::isInstance)
                .map(ContextMenu.class::cast)
                .findFirst()
                .orElseThrow());
  }

  private static PopupWindow popup() {
    return Ui.ask(
        () ->
            Window.getWindows().stream()
                .filter(Popup.class::isInstance)
                .map(PopupWindow.class::cast)
                .findFirst()
                .orElseThrow());
  }

  private static void press(ContextMenu menu, String text) {
    Ui.run(
        () -> {
          menu.getItems().stream()
              .filter(item -> text.equals(item.getText()))
              .findFirst()
              .orElseThrow()
              .fire();
          menu.hide();
        });
    Ui.settle();
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

  private ChatItem allRead() {
    ChatItem item = live.chat(Sample.ROBOTS).orElseThrow();
    return new ChatItem(
        item.chat(),
        item.newest(),
        new ChatItem.Reading(0, MANY, MANY),
        new ChatItem.Receipts(item.receipts().markers(), MANY, MANY),
        Map.of(),
        item.writing());
  }

  private void reset(int count) {
    List<TimelineRow> rows = rows(count);
    Ui.run(() -> live.apply(List.of(new Change.TimelineReset(Sample.ROBOTS, rows, WHOLE, 0))));
    Ui.await("the rows are shown", () -> view.list().lastProperty().get() >= 0);
  }

  private void splice(int index, int removed, List<TimelineRow> added) {
    Ui.run(
        () ->
            live.apply(List.of(new Change.TimelineSpliced(Sample.ROBOTS, index, removed, added))));
    Ui.settle();
    Ui.run(() -> view.root().layout());
  }

  private List<TimelineRow> rows(int count) {
    List<TimelineRow> rows = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      var author = i % 7 < 3 ? Sample.MIRA : Sample.BO;
      String text = "Row " + random.nextLong() + " says something".repeat(random.nextInt(12));
      rows.add(
          Sample.row(
              Sample.ROBOTS,
              i + 1,
              author,
              Sample.NOW.minus(Duration.ofMinutes(count - i)),
              Action.Post.text(text)));
    }
    return rows;
  }

  private void press(KeyCode key) {
    Ui.run(() -> view.focusTarget().requestFocus());
    Ui.press(stage.getScene(), key);
    Ui.run(() -> view.root().layout());
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

  private int first() {
    return Ui.ask(() -> view.list().firstProperty().get());
  }

  private int last() {
    return Ui.ask(() -> view.list().lastProperty().get());
  }

  /// All cells that exist, in sight or spare.
  private int cells() {
    return Ui.ask(() -> view.list().getChildrenUnmodifiable().size());
  }

  private String textOfRow(int index) {
    return Ui.ask(() -> textOf(view.model().items().get(index).row()));
  }

  private static String textOf(TimelineRow row) {
    return row.content() instanceof Content.Text(String text) ? text : "";
  }

  /// Where the bubble with this text stands in the window.
  private double yOf(String text) {
    return Ui.ask(
        () ->
            view.list().cells().stream()
                .map(cell -> ((RowFrame) cell.node()).bubble())
                .filter(bubble -> bubble.body().text().equals(text))
                .findFirst()
                .orElseThrow()
                .localToScene(0, 0)
                .getY());
  }
}
