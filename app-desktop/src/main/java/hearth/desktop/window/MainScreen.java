package hearth.desktop.window;

import hearth.client.model.ChatItem;
import hearth.desktop.chats.ChatsView;
import hearth.desktop.chats.ChatsViewModel;
import hearth.desktop.chats.ConnectionBarViewModel;
import hearth.desktop.chats.PeoplePickerView;
import hearth.desktop.chats.PeoplePickerViewModel;
import hearth.desktop.details.DetailsView;
import hearth.desktop.details.DetailsViewModel;
import hearth.desktop.fx.Overlay;
import hearth.desktop.hosting.Hosting;
import hearth.desktop.hosting.InviteView;
import hearth.desktop.session.ServerViewModel;
import hearth.desktop.settings.SettingsView;
import hearth.desktop.text.DisplayText;
import hearth.desktop.text.Times;
import hearth.desktop.timeline.ChatPaneView;
import hearth.desktop.timeline.ChatPaneViewModel;
import hearth.desktop.timeline.MessageActions;
import hearth.protocol.Chat;
import hearth.protocol.ChatId;
import hearth.protocol.Presence;
import hearth.protocol.ServerInfo;
import hearth.protocol.UserId;
import java.util.Optional;
import javafx.beans.value.ObservableValue;
import javafx.scene.Parent;
import javafx.util.Subscription;

/// The main screen of one server with everything in it, wired. Thrown away with [#close].
public final class MainScreen implements ChatsView.Actions, AutoCloseable {
  private final ServerViewModel live;
  private final ScreenContext context;
  private final DisplayText display;
  private final ConnectionBarViewModel bar;
  private final ChatPaneView conversation;
  private final MainView view;
  private final ChatsView column;
  private final DayChange dayChange;
  private final Subscription watching;

  MainScreen(ServerViewModel live, ScreenContext context, ObservableValue<Boolean> attentive) {
    this.live = live;
    this.context = context;
    this.display = new DisplayText(live, new Times(context.time()));
    this.bar =
        new ConnectionBarViewModel(
            live,
            context.hosting(),
            context.clock(),
            context.time(),
            context.navigation()::joinAgain,
            context.navigation()::hostOn);
    ChatsViewModel chats = new ChatsViewModel(live, display);
    this.conversation =
        new ChatPaneView(
            live,
            new ChatPaneViewModel(live, display, context.clock()),
            context.clock(),
            attentive,
            this::confirm);
    DetailsView details =
        new DetailsView(
            new DetailsViewModel(live, display),
            () -> conversation.detailsShownProperty().set(false));
    this.column = new ChatsView(chats, bar, context.hosting(), this);
    this.view = new MainView(chats, column, conversation, details);
    this.dayChange = new DayChange(context.clock(), context.time(), this::beginDay);
    this.watching = live.revisionProperty().subscribe(now -> chooseFirst());
  }

  public Parent root() {
    return view.root();
  }

  public ServerViewModel live() {
    return live;
  }

  DisplayText display() {
    return display;
  }

  ChatPaneView conversation() {
    return conversation;
  }

  void focus() {
    view.focus();
  }

  /// How many other people are connected now.
  int others() {
    return (int)
        live.people().stream()
            .filter(
                user ->
                    !display.isMe(user.id()) && display.presenceNow(user.id()) != Presence.OFFLINE)
            .count();
  }

  String serverName() {
    ServerInfo server = live.serverProperty().get();
    return server == null ? "" : server.name();
  }

  private void confirm(MessageActions.Question asked, Runnable confirmed) {
    Overlay overlay = context.overlay();
    var question =
        new QuestionView(
            new QuestionView.Question(asked.heading(), asked.body(), asked.yes(), asked.no(), true),
            () -> {
              overlay.close();
              confirmed.run();
            },
            overlay::close);
    overlay.open(question.root(), question.first());
  }

  @Override
  public void newDirect() {
    pick(false);
  }

  @Override
  public void newGroup() {
    pick(true);
  }

  private void pick(boolean group) {
    Overlay overlay = context.overlay();
    var picker =
        new PeoplePickerView(
            new PeoplePickerViewModel(live, display, group, overlay::close), overlay::close);
    overlay.open(picker.root(), picker.first());
  }

  @Override
  public void invite() {
    if (context.hosting().stateProperty().get() instanceof Hosting.Running running) {
      Overlay overlay = context.overlay();
      var invite =
          new InviteView(running.serverName(), running.addresses(), running.link(), overlay::close);
      overlay.open(invite.root(), invite.first());
    }
  }

  @Override
  public void settings() {
    Overlay overlay = context.overlay();
    UserId me = live.me();
    var settings =
        new SettingsView(
            context.settings(),
            new SettingsView.Me(
                me == null ? "" : display.name(me), serverName(), context.hosting().isRunning()),
            context.navigation()::leave,
            overlay::close);
    overlay.open(settings.root(), settings.first());
  }

  private void beginDay() {
    live.revise();
    conversation.beginDay();
  }

  /// With nothing in view yet, a wide window begins with the lobby.
  private void chooseFirst() {
    if (live.currentProperty().get() != null || view.root().getScene() == null) {
      return;
    }
    Optional<ChatId> lobby =
        live.chats().stream()
            .map(ChatItem::chat)
            .filter(chat -> chat.kind() == Chat.Kind.LOBBY)
            .map(Chat::id)
            .findFirst();
    if (view.root().getScene().getWidth() >= MainView.NARROW) {
      lobby.ifPresent(live.currentProperty()::set);
    }
  }

  /// Keeps what is being written and lets go of the server.
  @Override
  public void close() {
    watching.unsubscribe();
    dayChange.close();
    bar.close();
    column.close();
    conversation.close();
  }
}
