package hearth.desktop.window;

import hearth.client.model.Change;
import hearth.client.model.TimelineRow;
import hearth.desktop.Sample;
import hearth.desktop.Ui;
import hearth.desktop.fx.FxClock;
import hearth.desktop.fx.FxMailbox;
import hearth.desktop.fx.Overlay;
import hearth.desktop.fx.ThemeManager;
import hearth.desktop.hosting.Hosting;
import hearth.desktop.profile.SettingsFile;
import hearth.desktop.session.ServerViewModel;
import hearth.desktop.settings.SettingProperties;
import hearth.protocol.Action;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.TextArea;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/// A window of its own for each test, whose server is only what the test tells. An exception that
/// nobody caught on the FX thread is its `failure`.
abstract class ToldWindow implements ScreenContext.Navigation {
  static final Change.Reach WHOLE = new Change.Reach(true, true);

  @TempDir Path folder;
  private final FxMailbox mailbox = new FxMailbox();
  private final FxClock clock = new FxClock(mailbox);
  final Overlay overlay = new Overlay();
  final AtomicReference<Throwable> failure = new AtomicReference<>();
  String opened = "";
  Stage stage;
  Scene scene;
  ServerViewModel live;
  MainScreen screen;

  @BeforeEach
  void open() throws IOException {
    var settings = new SettingProperties(SettingsFile.load(folder.resolve("settings.json")));
    live = Sample.deaf(folder);
    var around =
        new ScreenContext(
            new Hosting(folder, mailbox), clock, Sample.CLOCK, settings, overlay, this);
    screen = Ui.ask(() -> new MainScreen(live, around, new SimpleBooleanProperty(true)));
    stage = Ui.ask(Stage::new);
    scene = Ui.ask(() -> new Scene(overlay, 1280, 800));
    Ui.run(
        () -> {
          Thread.currentThread().setUncaughtExceptionHandler((thread, bug) -> failure.set(bug));
          stage.setScene(scene);
          overlay.setContent(screen.root(), screen::focus);
          stage.show();
          live.apply(new Sample().overview());
          live.currentProperty().set(Sample.ROBOTS);
        });
    Ui.settle();
  }

  @AfterEach
  void close() {
    Ui.run(
        () -> {
          Thread.currentThread().setUncaughtExceptionHandler(null);
          screen.close();
          stage.close();
          Ui.look().themeProperty().set(ThemeManager.Theme.LIGHT);
        });
    live.close();
    clock.close();
  }

  void both(String name) {
    Ui.picture(scene, name + "-light");
    Ui.run(() -> Ui.look().themeProperty().set(ThemeManager.Theme.DARK));
    Ui.picture(scene, name + "-dark");
    Ui.run(() -> Ui.look().themeProperty().set(ThemeManager.Theme.LIGHT));
    Ui.settle();
  }

  /// Shows messages with these texts, of which each so many-th is one's own.
  void show(int own, List<String> texts) {
    List<TimelineRow> rows = new ArrayList<>();
    for (String text : texts) {
      int seq = rows.size() + 1;
      rows.add(
          Sample.row(
              Sample.ROBOTS,
              seq,
              seq % own == 0 ? Sample.MIRA : Sample.BO,
              Sample.NOW.minus(Duration.ofMinutes(100 - seq)),
              Action.Post.text(text)));
    }
    Ui.run(() -> live.apply(List.of(new Change.TimelineReset(Sample.ROBOTS, rows, WHOLE, 0))));
    Ui.settle();
  }

  TextArea field() {
    return (TextArea) scene.getRoot().lookup("#field");
  }

  Node messages() {
    return Objects.requireNonNull(screen.conversation().messages());
  }

  @Override
  public void joinAgain(boolean any) {}

  @Override
  public void leave() {}

  @Override
  public void open(String target) {
    opened = target;
  }

  @Override
  public void hostOn(int port) {}
}
