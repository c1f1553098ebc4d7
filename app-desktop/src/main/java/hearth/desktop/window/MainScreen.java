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
import hearth.desktop.live.LiveServer;
import hearth.desktop.settings.SettingsView;
import hearth.desktop.text.DisplayText;
import hearth.desktop.text.Messages;
import hearth.desktop.text.Times;
import hearth.desktop.timeline.ChatPaneView;
import hearth.desktop.timeline.ChatPaneViewModel;
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
  private final LiveServer live;
  private final Surroundings around;
  private final DisplayText display;
  private final ConnectionBarViewModel bar;
  private final ChatPaneView conversation;
  private final MainView view;
  private final ChatsView column;
  private final Midnight midnight;
  private final Subscription watching;

  MainScreen(LiveServer live, Surroundings around, ObservableValue<Boolean> attentive) {
    this.live = live;
    this.around = around;
    this.display = new DisplayText(live, new Times(around.time()));
    this.bar =
        new ConnectionBarViewModel(
            live,
            around.hosting(),
            around.clock(),
            around.time(),
            around.ways()::joinAgain,
            around.ways()::hostOn);
    ChatsViewModel chats = new ChatsViewModel(live, display);
    this.conversation =
        new ChatPaneView(
            live,
            new ChatPaneViewModel(live, display, around.clock()),
            around.clock(),
            attentive,
            this::confirm);
    DetailsView details =
        new DetailsView(
            new DetailsViewModel(live, display),
            () -> conversation.detailsShownProperty().set(false));
    this.column = new ChatsView(chats, bar, around.hosting(), this);
    this.view = new MainView(chats, column, conversation, details);
    this.midnight = new Midnight(around.clock(), around.time(), this::beginDay);
    this.watching = live.revisionProperty().subscribe(now -> chooseFirst());
  }

  public Parent root() {
    return view.root();
  }

  public LiveServer live() {
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

  String place() {
    ServerInfo server = live.serverProperty().get();
    return server == null ? "" : server.name();
  }

  private void confirm(String heading, String body, String yes, Runnable confirmed) {
    Overlay overlay = around.overlay();
    var question =
        new QuestionView(
            new QuestionView.Question(heading, body, yes, Messages.get("cancel"), true),
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
    Overlay overlay = around.overlay();
    var picker =
        new PeoplePickerView(
            new PeoplePickerViewModel(live, display, group, overlay::close), overlay::close);
    overlay.open(picker.root(), picker.first());
  }

  @Override
  public void invite() {
    if (around.hosting().stateProperty().get() instanceof Hosting.Running running) {
      Overlay overlay = around.overlay();
      var invite =
          new InviteView(running.place(), running.addresses(), running.link(), overlay::close);
      overlay.open(invite.root(), invite.first());
    }
  }

  @Override
  public void settings() {
    Overlay overlay = around.overlay();
    UserId me = live.me();
    var settings =
        new SettingsView(
            around.look().themeProperty(),
            new SettingsView.Me(
                me == null ? "" : display.name(me), place(), around.hosting().isRunning()),
            around.ways()::leave,
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
    midnight.close();
    bar.close();
    column.close();
    conversation.close();
  }
}
