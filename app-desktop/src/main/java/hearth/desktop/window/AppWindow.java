package hearth.desktop.window;

import hearth.client.link.Address;
import hearth.desktop.fx.AppIcon;
import hearth.desktop.fx.FirstFrame;
import hearth.desktop.fx.Overlay;
import hearth.desktop.fx.Question;
import hearth.desktop.fx.ThemeManager;
import hearth.desktop.hosting.Hosting;
import hearth.desktop.profile.Profile;
import hearth.desktop.profile.Settings;
import hearth.desktop.profile.SettingsFile;
import hearth.desktop.session.ServerViewModel;
import hearth.desktop.text.Language;
import hearth.desktop.text.Messages;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.Stage;
import javafx.stage.WindowEvent;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The window of one profile: title, size, keys, closing. Confined to the FX thread, except
/// [#shutDown], [#toFront] and [#propose].
public final class AppWindow {
  private static final Logger LOG = LoggerFactory.getLogger(AppWindow.class);
  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final double WIDTH = 1280;
  private static final double HEIGHT = 800;
  private static final double MIN_WIDTH = 400;
  private static final double MIN_HEIGHT = 400;

  private final Stage stage;
  private final AppServices services;
  private final Overlay overlay = new Overlay();
  private final FirstFrame firstFrame = new FirstFrame();
  private final ScreenNavigator navigator;
  private final Runnable closed;

  /// Creates the window; [#open] shows it.
  ///
  /// @param closed called when the window has closed for good, on a thread of its own
  public AppWindow(
      Stage stage, Profile profile, SettingsFile settings, ThemeManager themes, Runnable closed) {
    this.stage = stage;
    this.services = AppServices.of(profile, settings);
    this.closed = closed;
    Scene scene = new Scene(overlay, WIDTH, HEIGHT);
    var activity = new ActivityMonitor(scene, services.clock(), ActivityMonitor.PATIENCE);
    navigator = new ScreenNavigator(services, overlay, activity, firstFrame);
    scene.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
    overlay.onFailure(this::fail);
    services.clock().in(scene);
    var _ = new IdleMemory(scene, services.clock(), IdleMemory.REST, IdleMemory.Heap.own());
    stage.setScene(scene);
    stage.setMinWidth(MIN_WIDTH);
    stage.setMinHeight(MIN_HEIGHT);
    stage.setOnCloseRequest(this::closeRequested);
    services.preferences().of(Settings.LANGUAGE).subscribe(this::use);
    themes.themeProperty().bindBidirectional(services.preferences().of(Settings.THEME));
    navigator.unreadProperty().subscribe(now -> showTitle(now.intValue()));
    themes.dress(stage);
  }

  private void use(Language language) {
    language.use();
    showTitle(navigator.unreadProperty().get());
    navigator.languageChanged();
  }

  private void showTitle(int unread) {
    Profile profile = services.profile();
    String title =
        profile.isDefault()
            ? Messages.get("app.name")
            : Messages.get("window.title", Messages.get("app.name"), profile.name());
    if (!profile.kept()) {
      title = Messages.get("window.title", title, Messages.get("window.not-kept"));
    }
    stage.setTitle(
        unread == 0 ? title : Messages.get("window.title.unread", AppIcon.count(unread), title));
  }

  /// Shows the window with the server that was open last, or the welcome screen.
  public void open() {
    open(navigator::openLast);
  }

  /// Shows the window with the server of an invitation, ready to be joined.
  public void open(Address invitation) {
    open(() -> navigator.openWelcome(invitation));
  }

  /// Shows the window with a link of which the end is missing, and says so.
  public void openCutOff(String link) {
    open(() -> navigator.openCutOff(link));
  }

  private void open(Runnable showScreen) {
    WindowBounds.restore(stage, services.settings(), WIDTH, HEIGHT);
    showScreen.run();
    stage.show();
    // The window need not wait for it.
    var _ =
        firstFrame
            .drawn()
            .thenRun(
                () -> navigator.unreadProperty().map(AppIcon::count).subscribe(this::showIcon));
  }

  private void showIcon(String count) {
    AppIcon.put(stage, count);
  }

  /// Brings the window before all others. Safe from any thread.
  public void toFront() {
    services
        .mailbox()
        .post(
            () -> {
              stage.setIconified(false);
              stage.toFront();
              stage.requestFocus();
            });
  }

  /// Offers to join a server: on the welcome screen its address is filled in, elsewhere there is a
  /// question. Does nothing if that server is shown already. Safe from any thread.
  public void propose(Address invitation) {
    services.mailbox().post(() -> navigator.propose(invitation));
  }

  public Stage stage() {
    return stage;
  }

  public Hosting hosting() {
    return services.hosting();
  }

  /// The main screen; null if another screen is shown.
  public @Nullable MainScreen main() {
    return navigator.state().mainScreen().orElse(null);
  }

  private void fail(RuntimeException bug) {
    LOG.error("The screen cannot be drawn", bug);
    navigator.fail(new FailureView(navigator::showAgain, this::quit));
  }

  /// Ends an exception that every pulse meets: what is shown now cannot be drawn, nor what it is
  /// in.
  public void giveUp() {
    FailureView page = new FailureView(this::quit, this::quit);
    stage.getScene().setRoot(page.root());
  }

  private void closeRequested(WindowEvent request) {
    request.consume();
    Optional<MainScreen> screen = navigator.state().mainScreen();
    if (screen.isPresent() && services.hosting().isRunning()) {
      askToQuit(screen.get());
    } else {
      quit();
    }
  }

  private void askToQuit(MainScreen screen) {
    if (overlay.isOpen()) {
      overlay.close();
    }
    QuestionView.open(
        overlay,
        new Question(
            Messages.get("quit.title", screen.serverName()),
            Messages.get("quit.body", screen.others()),
            Messages.get("quit.yes"),
            Messages.get("quit.no"),
            true),
        this::quit);
  }

  /// Closes the window at once; the hosted server stops in the background.
  public void quit() {
    try {
      WindowBounds.save(stage, services.settings());
      navigator.close();
      stage.hide();
    } finally {
      Thread.ofPlatform()
          .name("quit")
          .start(
              () -> {
                shutDown();
                closed.run();
              });
    }
  }

  /// Disconnects from the server, stops the hosted server and saves the settings. Blocks until that
  /// is done, or has taken too long for somebody who wants to quit; safe from any thread.
  public void shutDown() {
    Thread work = Thread.ofPlatform().name("closing").daemon().start(this::closeAll);
    try {
      if (!work.join(PATIENCE)) {
        LOG.warn("Ends with something unfinished: {}", List.of(work.getStackTrace()));
      }
    } catch (InterruptedException hurry) {
      Thread.currentThread().interrupt();
    }
  }

  private void closeAll() {
    try {
      navigator.state().server().ifPresent(ServerViewModel::close);
    } finally {
      services.close();
    }
  }

  private void key(KeyEvent press) {
    if (!press.isShortcutDown() || overlay.isOpen()) {
      return;
    }
    Optional<MainScreen> screen = navigator.state().mainScreen();
    if (press.getCode() == KeyCode.SLASH) {
      ShortcutsView keys = new ShortcutsView(overlay::close);
      overlay.open(keys.root(), keys.first());
      press.consume();
    } else if (press.getCode() == KeyCode.COMMA && screen.isPresent()) {
      screen.get().settings();
      press.consume();
    }
  }
}
