package hearth.desktop.timeline;

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
import hearth.desktop.fx.Question;
import hearth.desktop.profile.SettingsFile;
import hearth.desktop.session.ServerViewModel;
import hearth.desktop.settings.SettingProperties;
import hearth.desktop.text.DisplayText;
import hearth.desktop.text.Times;
import hearth.protocol.Action;
import hearth.protocol.Content;
import hearth.protocol.UserId;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/// A timeline in a window of its own for each test, whose server is only what the test tells.
abstract class OpenTimeline {
  static final int MANY = 50_000;
  static final Change.Reach WHOLE = new Change.Reach(true, true);

  @TempDir Path folder;
  private final Random random = new Random(11);
  final TurningClock time = new TurningClock(Sample.NOW);
  final FxClock clock = new FxClock(new FxMailbox());
  ServerViewModel live;
  TimelineView view;
  Stage stage;

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
              var actions = new MessageActions(model, composer, new NoDialogs(), refusal);
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

  /// Nothing is around this timeline.
  private static final class NoDialogs implements ChatDialogs {
    @Override
    public void ask(Question question, Runnable confirmed) {}

    @Override
    public void open(String target) {}

    @Override
    public void chooseDay(Instant near) {}

    @Override
    public void card(UserId person) {}

    @Override
    public void forward(List<Action.Post> messages) {}
  }

  ChatItem allRead() {
    ChatItem item = live.chat(Sample.ROBOTS).orElseThrow();
    return new ChatItem(
        item.chat(),
        item.newest(),
        new ChatItem.Reading(0, 0, MANY, MANY),
        new ChatItem.Receipts(item.receipts().markers(), MANY, MANY),
        Map.of(),
        item.own());
  }

  void reset(int count) {
    List<TimelineRow> rows = rows(count);
    Ui.run(() -> live.apply(List.of(new Change.TimelineReset(Sample.ROBOTS, rows, WHOLE, 0))));
    Ui.await("the rows are shown", () -> view.list().lastProperty().get() >= 0);
  }

  void splice(int index, int removed, List<TimelineRow> added) {
    Ui.run(
        () ->
            live.apply(List.of(new Change.TimelineSpliced(Sample.ROBOTS, index, removed, added))));
    Ui.settle();
    Ui.run(() -> view.root().layout());
  }

  List<TimelineRow> rows(int count) {
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

  void press(KeyCode key) {
    Ui.run(() -> view.focusTarget().requestFocus());
    Ui.press(stage.getScene(), key);
    Ui.run(() -> view.root().layout());
  }

  int first() {
    return Ui.ask(() -> view.list().firstProperty().get());
  }

  int last() {
    return Ui.ask(() -> view.list().lastProperty().get());
  }

  boolean shows(String text) {
    return Ui.ask(() -> ShownText.areShown(view.root(), text));
  }

  String textOfRow(int index) {
    return Ui.ask(() -> textOf(view.model().items().get(index).row()));
  }

  static String textOf(TimelineRow row) {
    return row.content() instanceof Content.Text(String text) ? text : "";
  }

  /// Where the bubble with this text stands in the window.
  double yOf(String text) {
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
