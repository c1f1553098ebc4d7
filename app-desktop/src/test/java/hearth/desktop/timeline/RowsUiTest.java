package hearth.desktop.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import hearth.client.model.Change;
import hearth.client.model.TimelineRow;
import hearth.desktop.Sample;
import hearth.desktop.ShownText;
import hearth.desktop.Ui;
import hearth.protocol.Action;
import java.time.Duration;
import java.util.List;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.MenuItem;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Region;
import javafx.stage.PopupWindow;
import org.junit.jupiter.api.Test;

class RowsUiTest extends OpenTimeline {
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
  void theMenuOfARowCopiesAndTellsWhoHasReadIt() {
    reset(20);
    RowFrame cell = Ui.ask(() -> cellOf(false));
    Ui.run(() -> view.menu(cell, 100, 100));
    press(Ui.menu(), "Copy text");
    assertThat(Ui.ask(() -> Clipboard.getSystemClipboard().getString()))
        .isEqualTo(cell.body().text());
  }

  @Test
  void whoHasReadItIsToldByName() {
    reset(4);
    RowFrame cell = Ui.ask(() -> cellOf(true));
    Ui.run(() -> view.menu(cell, 100, 100));
    press(Ui.menu(), "Read by…");
    PopupWindow popup = Ui.popup();
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
    ContextMenu menu = Ui.menu();
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
}
