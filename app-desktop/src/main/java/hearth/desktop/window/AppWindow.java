package hearth.desktop.window;

import hearth.client.link.Address;
import hearth.desktop.fx.AppIcon;
import hearth.desktop.fx.FirstFrame;
import hearth.desktop.fx.FxClock;
import hearth.desktop.fx.FxMailbox;
import hearth.desktop.fx.Overlay;
import hearth.desktop.fx.ThemeManager;
import hearth.desktop.hosting.Hosting;
import hearth.desktop.profile.HostedServer;
import hearth.desktop.profile.Profile;
import hearth.desktop.profile.Settings;
import hearth.desktop.profile.SettingsFile;
import hearth.desktop.session.ServerViewModel;
import hearth.desktop.settings.SettingProperties;
import hearth.desktop.text.Messages;
import hearth.desktop.welcome.WelcomeView;
import hearth.desktop.welcome.WelcomeViewModel;
import java.time.Clock;
import java.time.ZoneId;
import javafx.beans.value.ObservableValue;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.Stage;
import javafx.stage.WindowEvent;
import org.jspecify.annotations.Nullable;

/// The window of one profile and what goes on in it. Confined to the FX thread, but for
/// [#shutDown], [#toFront] and [#propose].
public final class AppWindow implements ScreenContext.Navigation {
  private static final double LEAST_WIDTH = 400;
  private static final double LEAST_HEIGHT = 400;

  private final Stage stage;
  private final SettingsFile settings;
  private final FxMailbox mailbox;
  private final FxClock clock;
  private final SettingProperties properties;
  private final Overlay overlay = new Overlay();
  private final Scene scene;
  private final Hosting hosting;
  private final FirstFrame firstFrame = new FirstFrame();
  private final ProfileServerConnector connector;
  private final ActivityMonitor activity;
  private final ObservableValue<Boolean> attentive;
  private final Runnable closed;
  private final JoinQuestion joinQuestion;
  private volatile @Nullable MainScreen main;
  private @Nullable WelcomeViewModel welcome;
  private Runnable focusWelcome = () -> {};
  private @Nullable Address waiting;

  /// Makes the window; [#open] shows it.
  ///
  /// @param closed called when the window has closed for good
  public AppWindow(
      Stage stage, Profile profile, SettingsFile settings, ThemeManager themes, Runnable closed) {
    this.stage = stage;
    this.settings = settings;
    this.properties = new SettingProperties(settings);
    this.closed = closed;
    mailbox = new FxMailbox();
    clock = new FxClock(mailbox);
    hosting = new Hosting(profile.serverFolder(), mailbox);
    connector =
        new ProfileServerConnector(
            profile,
            settings,
            mailbox,
            hosting,
            firstFrame.drawn(),
            this::showMain,
            this::showInvitation);
    joinQuestion = new JoinQuestion(overlay, hosting, this::leaveFor);
    scene = new Scene(overlay, 1280, 800);
    activity = new ActivityMonitor(scene, clock, ActivityMonitor.PATIENCE);
    attentive =
        stage
            .focusedProperty()
            .flatMap(focused -> activity.awayProperty().map(away -> focused && !away));
    activity.awayProperty().subscribe(this::tellAway);
    scene.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
    stage.setScene(scene);
    stage.setTitle(
        profile.isDefault()
            ? Messages.get("app.name")
            : Messages.get("window.title", Messages.get("app.name"), profile.name()));
    stage.setMinWidth(LEAST_WIDTH);
    stage.setMinHeight(LEAST_HEIGHT);
    stage.setOnCloseRequest(this::closeRequested);
    themes.themeProperty().bindBidirectional(properties.of(Settings.THEME));
  }

  /// Shows the window with what was open last, or the welcome screen.
  public void open() {
    WindowBounds.restore(stage, settings);
    connector.resume(() -> showWelcome("", ""));
    stage.show();
    var _ = firstFrame.drawn().thenRun(() -> AppIcon.put(stage)); // the window need not wait for it
  }

  /// Shows the window with a server to be joined, which an invitation names.
  public void open(Address invitation) {
    WindowBounds.restore(stage, settings);
    showWelcome(invitation.toString(), "");
    stage.show();
    var _ = firstFrame.drawn().thenRun(() -> AppIcon.put(stage));
  }

  /// Brings the window before all others. Safe from any thread.
  public void toFront() {
    mailbox.post(
        () -> {
          stage.setIconified(false);
          stage.toFront();
          stage.requestFocus();
        });
  }

  /// Proposes to join a server: on the welcome screen its address is filled in, elsewhere there is
  /// a question. Where it is the server in view, nothing happens. Safe from any thread.
  public void propose(Address invitation) {
    mailbox.post(
        () -> {
          if (main != null) {
            joinQuestion.ask(main, invitation);
          } else if (welcome != null) {
            welcome.address().textProperty().set(invitation.toString());
            waiting = welcome.busyProperty().get() ? invitation : null;
            focusWelcome.run();
          } else {
            waiting = invitation;
          }
        });
  }

  public Stage stage() {
    return stage;
  }

  /// What is hosted here.
  public Hosting hosting() {
    return hosting;
  }

  /// The main screen; null on the welcome screen.
  public @Nullable MainScreen main() {
    return main;
  }

  private void showWelcome(String address, String name) {
    HostedServer host = settings.get(Settings.HOST);
    String lastName = settings.get(Settings.NAME);
    var model = new WelcomeViewModel(connector, mailbox, host.port());
    model.serverName().textProperty().set(host.name());
    model.hostName().textProperty().set(lastName);
    model.address().textProperty().set(address);
    model.joinName().textProperty().set(name.isEmpty() ? lastName : name);
    welcome = model;
    if (waiting != null) {
      model.address().textProperty().set(waiting.toString());
      waiting = null;
    }
    WelcomeView view = new WelcomeView(model);
    focusWelcome = view::focus;
    overlay.setContent(view.root(), view::focus);
    firstFrame.isSet();
  }

  private void showMain(ServerViewModel live) {
    if (main != null) {
      main.close();
    }
    var context =
        new ScreenContext(
            hosting, clock, Clock.system(ZoneId.systemDefault()), properties, overlay, this);
    MainScreen screen = new MainScreen(live, context, attentive);
    main = screen;
    welcome = null;
    focusWelcome = () -> {};
    overlay.setContent(screen.root(), screen::focus);
    firstFrame.isSet();
    live.client().away(activity.awayProperty().get());
    if (waiting != null) {
      joinQuestion.ask(screen, waiting);
      waiting = null;
    }
  }

  /// Right after hosting, others need the address.
  private void showInvitation() {
    MainScreen screen = main;
    if (screen != null && !overlay.isOpen()) {
      screen.invite();
    }
  }

  private void tellAway(boolean away) {
    if (main != null) {
      main.live().client().away(away);
    }
  }

  @Override
  public void joinAgain(boolean anyKey) {
    if (main == null) {
      return;
    }
    Address address = main.live().addressProperty().get();
    if (address != null && anyKey) {
      address = new Address(address.host(), address.port(), address.plain(), null);
    }
    String name = settings.get(Settings.NAME);
    leaveServer(false);
    showWelcome(address == null ? "" : address.toString(), name);
  }

  @Override
  public void leave() {
    settings.update(Settings::nowhere);
    leaveServer(true);
    showWelcome("", "");
  }

  /// To another server: what is hosted stops, as it would by leaving; else the server stays the one
  /// to be opened at the next start until another one is joined.
  private void leaveFor(Address invitation) {
    boolean hosts = hosting.isRunning();
    if (hosts) {
      settings.update(Settings::nowhere);
    }
    leaveServer(hosts);
    showWelcome(invitation.toString(), "");
  }

  @Override
  public void hostOn(int port) {
    if (main != null) {
      connector.hostOn(port, main.live());
    }
  }

  private void leaveServer(boolean stopHosting) {
    MainScreen left = main;
    main = null;
    if (left != null) {
      left.close();
      Thread.startVirtualThread(
          () -> {
            left.live().client().close();
            if (stopHosting) {
              hosting.stop();
            }
          });
    }
  }

  private void closeRequested(WindowEvent request) {
    request.consume();
    if (!hosting.isRunning() || main == null) {
      quit();
      return;
    }
    if (overlay.isOpen()) {
      overlay.close();
    }
    int others = main.others();
    var question =
        new QuestionView(
            new QuestionView.Question(
                Messages.get("quit.title", main.serverName()),
                Messages.get("quit.body", others),
                Messages.get("quit.yes"),
                Messages.get("quit.no"),
                true),
            this::quit,
            overlay::close);
    overlay.open(question.root(), question.first());
  }

  /// Closes the window at once; the server is drained behind it.
  public void quit() {
    WindowBounds.save(stage, settings);
    if (main != null) {
      main.close();
    }
    stage.hide();
    Thread.ofPlatform()
        .name("quit")
        .start(
            () -> {
              shutDown();
              mailbox.post(closed);
            });
  }

  /// Leaves the server, drains what is hosted and saves the settings. Blocks; safe from any thread.
  public void shutDown() {
    MainScreen last = main;
    if (last != null) {
      last.live().client().close();
    }
    hosting.stop();
    settings.close();
    clock.close();
  }

  private void key(KeyEvent press) {
    if (press.isShortcutDown() && press.getCode() == KeyCode.SLASH && !overlay.isOpen()) {
      ShortcutsView keys = new ShortcutsView(overlay::close);
      overlay.open(keys.root(), keys.first());
      press.consume();
    } else if (press.isShortcutDown()
        && press.getCode() == KeyCode.COMMA
        && main != null
        && !overlay.isOpen()) {
      main.settings();
      press.consume();
    }
  }
}
