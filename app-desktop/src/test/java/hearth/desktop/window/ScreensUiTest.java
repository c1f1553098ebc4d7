package hearth.desktop.window;

import static org.assertj.core.api.Assertions.assertThat;

import hearth.client.link.Link;
import hearth.client.model.Change;
import hearth.client.model.ChatItem;
import hearth.client.model.Connection;
import hearth.client.model.TimelineRow;
import hearth.desktop.Sample;
import hearth.desktop.ShownText;
import hearth.desktop.Ui;
import hearth.desktop.fx.FxClock;
import hearth.desktop.fx.FxMailbox;
import hearth.desktop.fx.Overlay;
import hearth.desktop.fx.ThemeManager;
import hearth.desktop.hosting.Hosting;
import hearth.desktop.hosting.InviteView;
import hearth.desktop.profile.Settings;
import hearth.desktop.profile.SettingsFile;
import hearth.desktop.session.ServerViewModel;
import hearth.desktop.settings.SettingProperties;
import hearth.protocol.Action;
import hearth.protocol.Fault;
import hearth.protocol.UserId;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Draws the main window in every state, to be looked at.
class ScreensUiTest implements ScreenContext.Navigation {
  private static final Change.Reach WHOLE = new Change.Reach(true, true);

  @TempDir Path folder;
  private final FxMailbox mailbox = new FxMailbox();
  private final FxClock clock = new FxClock(mailbox);
  private final Overlay overlay = new Overlay();
  private Stage stage;
  private Scene scene;
  private SettingsFile file;
  private ServerViewModel live;
  private MainScreen screen;
  private boolean anyKey;

  @BeforeEach
  void open() throws IOException {
    file = SettingsFile.load(folder.resolve("settings.json"));
    var settings = new SettingProperties(file);
    Ui.run(() -> settings.of(Settings.THEME).bindBidirectional(Ui.look().themeProperty()));
    live = Sample.deaf(folder);
    var around =
        new ScreenContext(
            new Hosting(folder, mailbox), clock, Sample.CLOCK, settings, overlay, this);
    screen = Ui.ask(() -> new MainScreen(live, around, new SimpleBooleanProperty(true)));
    stage = Ui.ask(Stage::new);
    scene = Ui.ask(() -> new Scene(overlay, 1280, 800));
    Ui.run(
        () -> {
          stage.setScene(scene);
          overlay.setContent(screen.root(), screen::focus);
          stage.show();
        });
  }

  @AfterEach
  void close() {
    Ui.run(
        () -> {
          screen.close();
          stage.close();
          Ui.look().themeProperty().set(ThemeManager.Theme.LIGHT);
        });
    live.close();
    clock.close();
    file.close();
  }

  @Test
  void aBusyDay() {
    showBusyDay(false);
    theme(ThemeManager.Theme.LIGHT);
    Ui.picture(scene, "main-light");
    theme(ThemeManager.Theme.DARK);
    Ui.picture(scene, "main-dark");
    click("#details");
    Ui.picture(scene, "details-dark");
    theme(ThemeManager.Theme.LIGHT);
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
    theme(ThemeManager.Theme.DARK);
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
    theme(ThemeManager.Theme.DARK);
    Ui.picture(scene, "offline-dark");
    click("#details");
    Ui.picture(scene, "offline-details-dark");
  }

  @Test
  void offlineNobodyIsKnownToBeHereOrToType() {
    showBusyDay(false);
    click("#details");
    assertThat(dots()).isPositive();
    assertThat(typing()).isEqualTo("Bo and Chen are typing…");
    Ui.run(() -> live.apply(connection(new Connection.Connecting())));
    Ui.settle();
    assertThat(dots()).isZero();
    assertThat(typing()).isEmpty();
    assertThat(shows("typing…")).isFalse();
    assertThat(shows("6 members, ")).isFalse();
  }

  @Test
  void aChangedKeyLooksLikeDangerAndShowsBothKeys() {
    String known = "3fa0".repeat(16);
    String now = "b7e1c2d4".repeat(8);
    showBusyDay(false);
    Ui.run(() -> live.apply(connection(new Connection.KeyChanged(known, now))));
    assertThat(shows("3fa0 3fa0")).isTrue();
    assertThat(shows("b7e1 c2d4")).isTrue();
    assertThat(Ui.find(scene, "#stay").isFocused()).as("Enter does no harm").isTrue();
    Ui.picture(scene, "key-changed-light");
    theme(ThemeManager.Theme.DARK);
    Ui.picture(scene, "key-changed-dark");
    resize(420, 700);
    Ui.picture(scene, "key-changed-narrow-dark");
    theme(ThemeManager.Theme.LIGHT);
    Ui.picture(scene, "key-changed-narrow-light");
    resize(1280, 800);
    click("#stay");
    assertThat(shows("3fa0 3fa0")).isFalse();
    Label sentence = (Label) scene.getRoot().lookup("#barSentence");
    assertThat(sentence.getHeight())
        .isGreaterThanOrEqualTo(Ui.ask(() -> sentence.prefHeight(sentence.getWidth())));
    Ui.picture(scene, "key-changed-bar-light");
    click("#barAction");
    click("#trust");
    assertThat(anyKey).isTrue();
  }

  @Test
  void aSentenceWithoutAnActionIsToldInFullToo() {
    showBusyDay(false);
    Label sentence = (Label) scene.getRoot().lookup("#barSentence");
    Ui.run(() -> live.apply(List.of(new Change.StoreFailed("no space left"))));
    Ui.picture(scene, "store-failed-light");
    assertThat(sentence.getHeight())
        .isGreaterThanOrEqualTo(Ui.ask(() -> sentence.prefHeight(sentence.getWidth())));
  }

  @Test
  void aRestoredServerIsToldUntilItWasRead() {
    showBusyDay(false);
    Label sentence = (Label) scene.getRoot().lookup("#barSentence");
    Ui.run(() -> live.apply(List.of(new Change.LogsReplaced())));
    assertThat(shows("This server was restored to an earlier state.")).isTrue();
    Ui.picture(scene, "restored-light");
    theme(ThemeManager.Theme.DARK);
    Ui.picture(scene, "restored-dark");
    assertThat(sentence.getHeight())
        .isGreaterThanOrEqualTo(Ui.ask(() -> sentence.prefHeight(sentence.getWidth())));
    resize(700, 500);
    click("#back");
    Ui.picture(scene, "restored-narrow-dark");
    click("#barAction");
    assertThat(shows("This server was restored")).isFalse();
  }

  @Test
  void whatIsWrongWithTheMembersIsSaidWhereTheyAreChosen() {
    showBusyDay(false);
    slow(Sample.MIRA, Duration.ZERO);
    click("#details");
    Ui.run(
        () ->
            live.apply(
                List.of(
                    new Change.ActionRefused(
                        Sample.ROBOTS,
                        new Action.AddMembers(List.of(Sample.EMIL)),
                        Fault.NOT_ALLOWED))));
    assertThat(((Label) Ui.find(scene, ".details .error")).getText())
        .isEqualTo("The members were not changed: You are not allowed to do this here.");
    Ui.picture(scene, "members-refused-light");

    List<UserId> full = LongStream.rangeClosed(101, 1_101).mapToObj(UserId::new).toList();
    Ui.run(
        () ->
            live.apply(
                List.of(
                    new Change.ChatsChanged(
                        List.of(
                            Sample.withMembers(live.chat(Sample.ROBOTS).orElseThrow(), full))))));
    click("#addMembers");
    Ui.click(Ui.find(scene, ".picker .person-cell"));
    click("#create");
    assertThat(shows("A group can have at most 1,001 people.")).isTrue();
    Ui.picture(scene, "group-full-light");
    theme(ThemeManager.Theme.DARK);
    Ui.picture(scene, "group-full-dark");
  }

  @Test
  void aServerThatBreaksTheProtocolIsSaidAtOnceAndInFull() {
    showBusyDay(false);
    Label sentence = (Label) scene.getRoot().lookup("#barSentence");
    Instant later = Sample.NOW.plus(Duration.ofSeconds(40));
    for (Link.Closing why :
        List.of(Link.Closing.BREACH, Link.Closing.OTHER_SERVER, Link.Closing.SILENT)) {
      Ui.run(() -> live.apply(connection(new Connection.Online())));
      Ui.run(() -> live.apply(connection(new Connection.Waiting(why, later))));
      Ui.await(
          "the bar is full",
          () -> sentence.getHeight() >= sentence.prefHeight(sentence.getWidth()));
    }
    Ui.run(() -> live.apply(connection(new Connection.Waiting(Link.Closing.BREACH, later))));
    assertThat(shows("This server sends data that Hearth cannot use.")).isTrue();
    Ui.picture(scene, "breach-light");
    theme(ThemeManager.Theme.DARK);
    Ui.picture(scene, "breach-dark");
  }

  private static List<Change> connection(Connection now) {
    return List.of(new Change.ConnectionChanged(now));
  }

  private long dots() {
    return Ui.ask(
        () ->
            scene.getRoot().lookupAll(".presence").stream()
                .filter(Node::isVisible)
                .filter(dot -> dot.getScene() != null)
                .count());
  }

  private String typing() {
    return ((Label) scene.getRoot().lookup(".typing")).getText();
  }

  private boolean shows(String text) {
    return Ui.ask(() -> ShownText.areShown(scene.getRoot(), text));
  }

  @Test
  void slowModeForTheChatOwnerAndForAMember() {
    showBusyDay(false);
    slow(Sample.MIRA, Duration.ZERO);
    click("#details");
    click("#rulesHeading");
    Ui.picture(scene, "slow-mode-owner-light");
    MenuButton choice = (MenuButton) Ui.find(scene, "#slowChoice");
    assertThat(choice.getText()).isEqualTo("30 seconds");
    assertThat(choice.getItems())
        .extracting(MenuItem::getText)
        .contains("Off", "10 seconds", "5 minutes");
    theme(ThemeManager.Theme.DARK);
    Ui.picture(scene, "slow-mode-owner-dark");

    slow(Sample.BO, Duration.ofSeconds(12));
    assertThat(((Label) Ui.find(scene, ".pause")).getText()).isEqualTo("Slow mode: 12 s");
    Ui.await("it is no choice", () -> scene.getRoot().lookup("#slowChoice") == null);
    assertThat(shows("one message every 30 seconds")).isTrue();
    Ui.picture(scene, "slow-mode-member-dark");
    theme(ThemeManager.Theme.LIGHT);
    Ui.picture(scene, "slow-mode-member-light");
    resize(700, 500); // the pane at the right comes to stand where the conversation was
    click(".details .icon-button");
    Ui.picture(scene, "slow-mode-narrow");
  }

  private void slow(UserId owner, Duration wait) {
    List<TimelineRow> rows = new ArrayList<>(new Sample().conversation(false));
    rows.add(rows.size() - 1, Sample.slowModeSet(owner));
    Ui.run(
        () -> {
          ChatItem robots = live.chat(Sample.ROBOTS).orElseThrow();
          live.apply(
              List.of(
                  new Change.ChatsChanged(List.of(Sample.slowed(robots, owner, wait))),
                  new Change.TimelineReset(Sample.ROBOTS, rows, WHOLE, 0)));
        });
    Ui.settle();
  }

  @Test
  void anEmptyServer() {
    Ui.run(() -> live.apply(Sample.empty()));
    Ui.run(() -> live.apply(List.of(new Change.TimelineReset(Sample.LOBBY, List.of(), WHOLE, 0))));
    Ui.picture(scene, "empty-light");
  }

  @Test
  void dialogs() {
    showBusyDay(false);
    Ui.run(() -> screen.newGroup());
    Ui.picture(scene, "new-group-light");
    Ui.run(overlay::close);
    Ui.run(() -> screen.newDirect());
    theme(ThemeManager.Theme.DARK);
    Ui.picture(scene, "new-direct-dark");
    Ui.run(overlay::close);
    Ui.run(
        () -> {
          var invite =
              new InviteView(
                  "Workshop",
                  List.of("192.168.1.20:7420", "10.0.0.5:7420"),
                  "hearth://192.168.1.20:7420/" + "3fa0".repeat(16),
                  overlay::close);
          overlay.open(invite.root(), invite.first());
        });
    Ui.picture(scene, "invite-dark");
    theme(ThemeManager.Theme.LIGHT);
    Ui.picture(scene, "invite-light");
    theme(ThemeManager.Theme.DARK);
    Ui.run(overlay::close);
    Ui.run(() -> screen.settings());
    Ui.picture(scene, "settings-dark");
    theme(ThemeManager.Theme.LIGHT);
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
              List.of(
                  new Change.TimelineReset(Sample.ROBOTS, sample.conversation(failed), WHOLE, 0)));
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

  private void theme(ThemeManager.Theme theme) {
    Ui.run(() -> Ui.look().themeProperty().set(theme));
    Ui.settle();
  }

  private void click(String selector) {
    Ui.run(() -> ((ButtonBase) scene.getRoot().lookup(selector)).fire());
    Ui.settle();
  }

  @Override
  public void joinAgain(boolean any) {
    anyKey = any;
  }

  @Override
  public void leave() {}

  @Override
  public void open(String target) {}

  @Override
  public void hostOn(int port) {}
}
