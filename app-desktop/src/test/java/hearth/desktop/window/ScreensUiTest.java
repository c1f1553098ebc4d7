package hearth.desktop.window;

import static org.assertj.core.api.Assertions.assertThat;

import hearth.client.Change;
import hearth.client.Connection;
import hearth.client.Link;
import hearth.desktop.Sample;
import hearth.desktop.Ui;
import hearth.desktop.fx.FxClock;
import hearth.desktop.fx.FxMailbox;
import hearth.desktop.fx.Look;
import hearth.desktop.fx.Overlay;
import hearth.desktop.hosting.Hosting;
import hearth.desktop.hosting.InviteView;
import hearth.desktop.live.LiveServer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Draws the main window in every state, to be looked at.
class ScreensUiTest implements Surroundings.Ways {
  @TempDir Path folder;
  private final FxMailbox mailbox = new FxMailbox();
  private final FxClock clock = new FxClock(mailbox);
  private final Overlay overlay = new Overlay();
  private Stage stage;
  private Scene scene;
  private LiveServer live;
  private MainScreen screen;

  @BeforeEach
  void open() {
    live = Sample.deaf(folder);
    var around =
        new Surroundings(
            new Hosting(folder, mailbox), clock, Sample.CLOCK, Ui.look(), overlay, this);
    screen = Ui.ask(() -> new MainScreen(live, around, new SimpleBooleanProperty(true)));
    stage = Ui.ask(Stage::new);
    scene = Ui.ask(() -> new Scene(overlay, 1280, 800));
    Ui.run(
        () -> {
          stage.setScene(scene);
          overlay.setContent(screen.root());
          stage.show();
        });
  }

  @AfterEach
  void close() {
    Ui.run(
        () -> {
          screen.close();
          stage.close();
          Ui.look().themeProperty().set(Look.Theme.LIGHT);
        });
    live.client().close();
    clock.close();
  }

  @Test
  void aBusyDay() {
    showBusyDay(false);
    theme(Look.Theme.LIGHT);
    Ui.picture(scene, "main-light");
    theme(Look.Theme.DARK);
    Ui.picture(scene, "main-dark");
    click("#details");
    Ui.picture(scene, "details-dark");
    theme(Look.Theme.LIGHT);
    Ui.picture(scene, "details-light");
  }

  @Test
  void aNarrowWindowShowsTheListOrTheConversation() {
    resize(700, 500);
    showBusyDay(false);
    Ui.picture(scene, "narrow-conversation");
    click("#back");
    Ui.picture(scene, "narrow-list");
    assertThat(scene.getRoot().lookup("#field")).isNull();
    theme(Look.Theme.DARK);
    showBusyDay(false);
    Ui.picture(scene, "narrow-conversation-dark");
  }

  @Test
  void aMessageThatFailedAndNoConnection() {
    showBusyDay(true);
    Ui.run(
        () ->
            live.apply(
                List.of(
                    new Change.ConnectionChanged(
                        new Connection.Waiting(
                            Link.Closing.LOST, Sample.NOW.plus(Duration.ofSeconds(3)))))));
    Ui.await("the bar says so", () -> scene.getRoot().lookup(".bar").isVisible());
    Ui.picture(scene, "offline-light");
    theme(Look.Theme.DARK);
    Ui.picture(scene, "offline-dark");
  }

  @Test
  void anEmptyServer() {
    Ui.run(() -> live.apply(Sample.empty()));
    Ui.run(() -> live.apply(List.of(new Change.TimelineReset(Sample.LOBBY, List.of(), true))));
    Ui.picture(scene, "empty-light");
  }

  @Test
  void dialogs() {
    showBusyDay(false);
    Ui.run(() -> screen.newGroup());
    Ui.picture(scene, "new-group-light");
    Ui.run(overlay::close);
    Ui.run(() -> screen.newDirect());
    theme(Look.Theme.DARK);
    Ui.picture(scene, "new-direct-dark");
    Ui.run(overlay::close);
    Ui.run(
        () -> {
          var invite =
              new InviteView(
                  "Workshop", List.of("192.168.1.20:7420", "10.0.0.5:7420"), overlay::close);
          overlay.open(invite.root(), invite.first());
        });
    Ui.picture(scene, "invite-dark");
    Ui.run(overlay::close);
    Ui.run(() -> screen.settings());
    Ui.picture(scene, "settings-dark");
    theme(Look.Theme.LIGHT);
    Ui.picture(scene, "settings-light");
    Ui.run(overlay::close);
    Ui.run(
        () -> {
          ShortcutsView keys = new ShortcutsView(overlay::close);
          overlay.open(keys.root(), keys.first());
        });
    Ui.picture(scene, "shortcuts-light");
  }

  private void showBusyDay(boolean failed) {
    Sample sample = new Sample();
    Ui.run(
        () -> {
          live.apply(sample.overview());
          live.currentProperty().set(Sample.ROBOTS);
          live.apply(
              List.of(new Change.TimelineReset(Sample.ROBOTS, sample.conversation(failed), true)));
        });
    Ui.settle();
  }

  private void resize(double width, double height) {
    Ui.run(
        () -> {
          stage.setWidth(width);
          stage.setHeight(height);
        });
    Ui.settle();
  }

  private void theme(Look.Theme theme) {
    Ui.run(() -> Ui.look().themeProperty().set(theme));
    Ui.settle();
  }

  private void click(String selector) {
    Ui.run(() -> ((Button) scene.getRoot().lookup(selector)).fire());
    Ui.settle();
  }

  @Override
  public void joinAgain() {}

  @Override
  public void leave() {}

  @Override
  public void hostOn(int port) {}
}
