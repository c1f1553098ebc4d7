package hearth.desktop.window;

import hearth.client.link.Address;
import hearth.client.model.Connection;
import hearth.desktop.fx.FirstFrame;
import hearth.desktop.fx.Overlay;
import hearth.desktop.fx.Question;
import hearth.desktop.profile.HostedServer;
import hearth.desktop.profile.Settings;
import hearth.desktop.session.ServerViewModel;
import hearth.desktop.text.ActionText;
import hearth.desktop.text.Messages;
import hearth.desktop.welcome.WelcomeView;
import hearth.desktop.welcome.WelcomeViewModel;
import hearth.protocol.Fault;
import java.time.Clock;
import java.time.ZoneId;
import java.util.Optional;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.util.Subscription;

/// Switches between the welcome screen and the main screen. Confined to the FX thread, except
/// [#state].
final class ScreenNavigator implements ScreenContext.Navigation, ProfileServerConnector.Listener {
  private static final int FIRST_OF_LINK = 300;

  private final AppServices services;
  private final Overlay overlay;
  private final ActivityMonitor activity;
  private final FirstFrame firstFrame;
  private final ProfileServerConnector connector;
  private final JoinQuestion joinQuestion;
  private final PlainQuestion plainQuestion;
  private final WebBrowser browser;
  private final ReadOnlyIntegerWrapper unread = new ReadOnlyIntegerWrapper();
  private Subscription counting = Subscription.EMPTY;
  private volatile WindowState state = new WindowState.Opening(Optional.empty());

  ScreenNavigator(
      AppServices services, Overlay overlay, ActivityMonitor activity, FirstFrame firstFrame) {
    this.services = services;
    this.overlay = overlay;
    this.activity = activity;
    this.firstFrame = firstFrame;
    this.connector = new ProfileServerConnector(services, firstFrame.drawn(), this);
    this.joinQuestion = new JoinQuestion(overlay, services.hosting(), this::leaveFor);
    this.plainQuestion = new PlainQuestion(overlay);
    this.browser = new WebBrowser(services.mailbox());
    activity.awayProperty().subscribe(this::reportAway);
  }

  /// What is shown now. Safe from any thread.
  WindowState state() {
    return state;
  }

  /// How many messages are unread on the server in view.
  ReadOnlyIntegerProperty unreadProperty() {
    return unread.getReadOnlyProperty();
  }

  /// Opens the server that was open last, or the welcome screen.
  void openLast() {
    connector.resume(() -> showWelcome("", ""));
  }

  /// Opens the welcome screen with the server of an invitation.
  void openWelcome(Address invitation) {
    showWelcome(invitation.toString(), "");
  }

  /// Opens the welcome screen with a link of which the end is missing.
  void openCutOff(String link) {
    showWelcome(link, "");
    if (state instanceof WindowState.Welcome welcome) {
      welcome.model().checkAddress();
    }
  }

  /// Offers to join a server: fills in its address on the welcome screen, and asks on a main screen
  /// unless that server is shown already.
  void propose(Address invitation) {
    switch (state) {
      case WindowState.Opening _ -> state = new WindowState.Opening(Optional.of(invitation));
      case WindowState.Welcome welcome -> welcome.show(invitation);
      case WindowState.Joining(WindowState.Welcome from, Optional<Address> _) -> {
        from.show(invitation);
        state = new WindowState.Joining(from, Optional.of(invitation));
      }
      case WindowState.OnServer(MainScreen screen) -> joinQuestion.ask(screen, invitation);
      case WindowState.Closed _ -> {}
    }
  }

  /// Gives up the main screen, which cannot be drawn.
  ///
  /// @param page shown in its place
  void fail(FailureView page) {
    state.mainScreen().ifPresent(MainScreen::close);
    overlay.setContent(page.root(), page.first()::requestFocus);
  }

  /// Creates again what was given up.
  void showAgain() {
    switch (state) {
      case WindowState.OnServer(MainScreen screen) -> show(screen.server().renewed());
      case WindowState.Opening _, WindowState.Welcome _, WindowState.Joining _ ->
          showWelcome("", "");
      case WindowState.Closed _ -> {}
    }
  }

  /// Closes what is shown. The client of [WindowState#server] stays open.
  void close() {
    Optional<ServerViewModel> last = state.server();
    state.mainScreen().ifPresent(MainScreen::close);
    state = new WindowState.Closed(last);
  }

  @Override
  public void entered(ServerViewModel server, boolean chosen) {
    if (state instanceof WindowState.Closed) {
      Thread.startVirtualThread(server::close);
      return;
    }
    Optional<Address> next = state.nextInvitation();
    state.mainScreen().ifPresent(MainScreen::close);
    MainScreen screen = show(server);
    server.client().away(activity.awayProperty().get());
    if (chosen) {
      screen.openLobby();
    }
    next.ifPresent(invitation -> joinQuestion.ask(screen, invitation));
  }

  /// Creates the main screen again, in the present language and on the same connection. The person
  /// stays where they were: in the settings, in front of the same chat.
  void languageChanged() {
    state
        .mainScreen()
        .ifPresent(
            before -> {
              MainScreen.Place place = before.place();
              before.close();
              MainScreen after = show(before.server().renewed());
              after.resume(place);
              after.languageSettings();
            });
  }

  private MainScreen show(ServerViewModel server) {
    var context =
        new ScreenContext(
            services.hosting(),
            services.clock(),
            Clock.system(ZoneId.systemDefault()),
            services.preferences(),
            overlay,
            this);
    MainScreen screen = new MainScreen(server, context, activity.attentiveProperty());
    state = new WindowState.OnServer(screen);
    server.connectionProperty().subscribe(now -> leaveWhenSignedOut(server, now));
    counting.unsubscribe();
    counting =
        server
            .revisionProperty()
            .subscribe(now -> unread.set(server.unread(context.time().instant())));
    overlay.setContent(screen.root(), screen::focus);
    firstFrame.isSet();
    return screen;
  }

  /// This device has forgotten the server already; a server that it hosts has nobody here any more.
  private void leaveWhenSignedOut(ServerViewModel server, Connection now) {
    if (now instanceof Connection.Refused(Fault fault) && fault == Fault.DEVICE_SIGNED_OUT) {
      services.mailbox().post(() -> signedOut(server));
    }
  }

  private void signedOut(ServerViewModel server) {
    if (state instanceof WindowState.OnServer(MainScreen screen)
        && screen.server().equals(server)) {
      String name = screen.serverName();
      leave();
      if (state instanceof WindowState.Welcome welcome) {
        welcome.model().noticeProperty().set(Messages.get("welcome.signed-out", name));
      }
    }
  }

  @Override
  public void hosted() {
    if (!overlay.isOpen()) {
      state.mainScreen().ifPresent(MainScreen::invite);
    }
  }

  @Override
  public void joinAgain(boolean anyKey) {
    state.mainScreen().ifPresent(screen -> joinAgain(screen.server(), anyKey));
  }

  private void joinAgain(ServerViewModel server, boolean anyKey) {
    Address address = server.addressProperty().get();
    if (address != null && anyKey) {
      address = new Address(address.host(), address.port(), address.plain(), null);
    }
    leaveServer(false);
    showWelcome(address == null ? "" : address.toString(), services.settings().get(Settings.NAME));
  }

  @Override
  public void leave() {
    services.settings().update(Settings::nowhere);
    leaveServer(true);
    showWelcome("", "");
  }

  /// Leaves for another server. Hosting stops. A server that is not hosted here is still opened at
  /// the next start, until another one is joined.
  private void leaveFor(Address invitation) {
    boolean hosts = services.hosting().isRunning();
    if (hosts) {
      services.settings().update(Settings::nowhere);
    }
    leaveServer(hosts);
    showWelcome(invitation.toString(), "");
  }

  @Override
  public void open(String target) {
    Optional<Address> server = Address.parse(target);
    if (server.isPresent()) {
      propose(server.get());
    } else {
      browser.open(target, () -> failed(target));
    }
  }

  private void failed(String target) {
    QuestionView.open(
        overlay,
        new Question(
            Messages.get("link-failed.title"),
            Messages.get("link-failed.body", ActionText.firstWords(target, FIRST_OF_LINK)),
            Messages.get("message.copy-link"),
            Messages.get("link-failed.close"),
            false),
        () -> {
          ClipboardContent content = new ClipboardContent();
          content.putString(target);
          Clipboard.getSystemClipboard().setContent(content);
        });
  }

  @Override
  public void hostOn(int port) {
    state.mainScreen().ifPresent(screen -> connector.hostOn(port, screen.server()));
  }

  private void leaveServer(boolean stopHosting) {
    state
        .mainScreen()
        .ifPresent(
            left -> {
              left.close();
              Thread.startVirtualThread(
                  () -> {
                    left.server().close();
                    if (stopHosting) {
                      services.hosting().stop();
                    }
                  });
            });
  }

  private void showWelcome(String address, String name) {
    if (state instanceof WindowState.Closed) {
      return;
    }
    counting.unsubscribe();
    unread.set(0);
    HostedServer host = services.settings().get(Settings.HOST);
    String lastName = services.settings().get(Settings.NAME);
    var model = new WelcomeViewModel(connector, services.mailbox(), host.port(), plainQuestion);
    model.serverName().textProperty().set(host.name());
    model.hostName().textProperty().set(lastName);
    model
        .address()
        .textProperty()
        .set(state.nextInvitation().map(Address::toString).orElse(address));
    model.joinName().textProperty().set(name.isEmpty() ? lastName : name);
    WelcomeView view = new WelcomeView(model);
    var welcome = new WindowState.Welcome(model, view);
    state = welcome;
    model.busyProperty().subscribe(busy -> showJoining(welcome, busy));
    overlay.setContent(view.root(), view::focus);
    firstFrame.isSet();
  }

  private void showJoining(WindowState.Welcome welcome, boolean busy) {
    if (busy && state.equals(welcome)) {
      state = new WindowState.Joining(welcome, Optional.empty());
    } else if (!busy
        && state instanceof WindowState.Joining joining
        && joining.from().equals(welcome)) {
      state = welcome;
    }
  }

  private void reportAway(boolean away) {
    state.mainScreen().ifPresent(screen -> screen.server().client().away(away));
  }
}
