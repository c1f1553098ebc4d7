package hearth.desktop.window;

import hearth.client.model.ChatItem;
import hearth.client.model.Connection;
import hearth.desktop.chats.ChatChoices;
import hearth.desktop.chats.ChatCommands;
import hearth.desktop.chats.ChatsView;
import hearth.desktop.chats.ChatsViewModel;
import hearth.desktop.chats.ChoiceView;
import hearth.desktop.chats.ChoiceViewModel;
import hearth.desktop.chats.ConnectionBarViewModel;
import hearth.desktop.chats.PeoplePickerView;
import hearth.desktop.chats.PeoplePickerViewModel;
import hearth.desktop.chats.RemindersViewModel;
import hearth.desktop.details.DetailsView;
import hearth.desktop.details.DetailsViewModel;
import hearth.desktop.details.MemberCard;
import hearth.desktop.details.MemberCommands;
import hearth.desktop.fx.Overlay;
import hearth.desktop.fx.Question;
import hearth.desktop.fx.TextQuestion;
import hearth.desktop.hosting.Hosting;
import hearth.desktop.hosting.InviteView;
import hearth.desktop.session.Blocking;
import hearth.desktop.session.ServerViewModel;
import hearth.desktop.settings.SettingsView;
import hearth.desktop.text.DisplayText;
import hearth.desktop.text.ErrorText;
import hearth.desktop.text.Times;
import hearth.desktop.timeline.ChatDialogs;
import hearth.desktop.timeline.ChatPaneView;
import hearth.desktop.timeline.ChatPaneViewModel;
import hearth.desktop.timeline.TimelineView;
import hearth.protocol.Action;
import hearth.protocol.Chat;
import hearth.protocol.ChatId;
import hearth.protocol.Presence;
import hearth.protocol.ServerInfo;
import hearth.protocol.UserId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import javafx.beans.value.ObservableValue;
import javafx.scene.Parent;
import javafx.util.Subscription;

/// The main screen of one server: creates its parts and wires them. Confined to the FX thread.
public final class MainScreen
    implements ChatsView.Actions,
        ConnectionBarViewModel.Actions,
        ChatDialogs,
        DetailsView.Dialogs,
        AutoCloseable {
  private final ServerViewModel server;
  private final ScreenContext context;
  private final DisplayText display;
  private final ConnectionBarViewModel bar;
  private final ChatsViewModel chats;
  private final ChatChoices choices;
  private final DetailsViewModel members;
  private final MemberCommands commands;
  private final OwnDialogs own;
  private final ChatPaneView conversation;
  private final MainView view;
  private final RemindersViewModel reminders;
  private final ChatsView column;
  private final DayChange dayChange;
  private final TimedChanges timedChanges;
  private final Subscription watching;
  private boolean wantsLobby;

  MainScreen(ServerViewModel server, ScreenContext context, ObservableValue<Boolean> attentive) {
    this.server = server;
    this.context = context;
    this.display = new DisplayText(server, new Times(context.time()));
    this.bar =
        new ConnectionBarViewModel(
            server, context.hosting(), context.clock(), context.time(), this);
    Blocking blocking = new Blocking(server, display, this);
    this.own = new OwnDialogs(server, context, display, blocking);
    ChatCommands ofChats = new ChatCommands(server, display, blocking);
    this.chats = new ChatsViewModel(server, display, ofChats, blocking);
    this.choices = new ChatChoices(server, display, blocking);
    this.conversation =
        new ChatPaneView(
            server,
            new ChatPaneViewModel(server, display, context.clock()),
            context.clock(),
            attentive,
            context.settings(),
            this);
    this.members = new DetailsViewModel(server, display, ofChats);
    this.commands = new MemberCommands(members, this, blocking);
    this.reminders = new RemindersViewModel(server, display, this::jump);
    this.column = new ChatsView(chats, bar, reminders, context.hosting(), this);
    this.view = new MainView(chats, column, conversation, this::newDetails, this::chooseDay);
    this.dayChange = new DayChange(context.clock(), context.time(), this::beginDay);
    this.timedChanges = new TimedChanges(server, context.clock(), context.time());
    this.watching =
        Subscription.combine(
            server.revisionProperty().subscribe(now -> chooseFirst()),
            server.connectionProperty().subscribe(this::warnOfKey));
  }

  private DetailsView newDetails() {
    return new DetailsView(
        members, commands, this, this, () -> conversation.detailsShownProperty().set(false));
  }

  public Parent root() {
    return view.root();
  }

  public ServerViewModel server() {
    return server;
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
        server.people().stream()
            .filter(
                user ->
                    !display.isMe(user.id()) && display.presenceNow(user.id()) != Presence.OFFLINE)
            .count();
  }

  String serverName() {
    ServerInfo info = server.serverProperty().get();
    return info == null ? "" : info.name();
  }

  @Override
  public void ask(Question asked, Runnable confirmed) {
    QuestionView.open(context.overlay(), asked, confirmed);
  }

  @Override
  public void open(String target) {
    context.navigation().open(target);
  }

  /// A key that changed is told over everything else, once it is known.
  private void warnOfKey(Connection now) {
    if (now instanceof Connection.KeyChanged changed && view.root().getScene() != null) {
      KeyChangedView.open(
          context.overlay(),
          new KeyChangedView.Keys(serverName(), changed.known(), changed.shown()),
          () -> context.navigation().joinAgain(true));
    }
  }

  @Override
  public void showChangedKey() {
    warnOfKey(server.connectionProperty().get());
  }

  @Override
  public void joinAgain() {
    context.navigation().joinAgain(false);
  }

  @Override
  public void hostOn(int port) {
    context.navigation().hostOn(port);
  }

  @Override
  public void newDirect() {
    pick(new PeoplePickerViewModel.Direct());
  }

  @Override
  public void newGroup() {
    pick(new PeoplePickerViewModel.NewGroup());
  }

  @Override
  public void newChannel() {
    create(Chat.Kind.CHANNEL, choices.newChannel());
  }

  @Override
  public void newMasked() {
    create(Chat.Kind.MASKED, choices.newMasked());
  }

  private void create(Chat.Kind kind, TextQuestion question) {
    ask(
        question,
        (text, done, refused) ->
            server.createChannel(
                text, kind, done, failure -> refused.accept(ErrorText.of(failure))));
  }

  @Override
  public void findChannel() {
    choose(choices.channels(context.overlay()::close));
  }

  @Override
  public void chooseDay(Instant near) {
    TimelineView timeline = conversation.timeline();
    if (timeline == null) {
      return;
    }
    DayQuestionView.open(
        context.overlay(),
        display.times().dayOf(near),
        (day, refused) ->
            timeline.goTo(
                day.atStartOfDay(display.times().zone()).toInstant(),
                context.overlay()::close,
                failure -> refused.accept(ErrorText.of(failure))));
  }

  /// Asks for the day to go to, near today.
  void chooseDay() {
    if (server.currentProperty().get() != null && server.offers("findTime")) {
      chooseDay(display.times().now());
    }
  }

  @Override
  public void forward(List<Action.Post> messages) {
    choose(choices.forwarding(messages, context.overlay()::close));
  }

  private void choose(ChoiceViewModel model) {
    Overlay overlay = context.overlay();
    ChoiceView view = new ChoiceView(model, overlay::close);
    overlay.open(view.root(), view.first());
  }

  @Override
  public void ask(TextQuestion asked, TextQuestion.Answer answered) {
    TextQuestionView.open(context.overlay(), asked, answered);
  }

  @Override
  public void jump(long seq) {
    if (conversation.timeline() != null) {
      conversation.timeline().jump(seq);
    }
  }

  @Override
  public void addPeople() {
    ChatId chat = server.currentProperty().get();
    if (chat != null) {
      pick(new PeoplePickerViewModel.AddTo(chat));
    }
  }

  @Override
  public void card(UserId member) {
    Overlay overlay = context.overlay();
    var card = new MemberCard(members, commands, member, overlay::close);
    overlay.open(card.root(), card.first());
  }

  private void pick(PeoplePickerViewModel.Purpose purpose) {
    Overlay overlay = context.overlay();
    var picker =
        new PeoplePickerView(
            new PeoplePickerViewModel(server, display, purpose, overlay::close), overlay::close);
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
    own.open(serverName(), SettingsView::first);
  }

  /// Opens the settings with the focus on the language.
  void languageSettings() {
    own.open(serverName(), SettingsView::languageChoice);
  }

  private void beginDay() {
    server.revise();
    conversation.beginDay();
  }

  /// Shows the lobby as soon as it is there, also in a narrow window: who has just joined wants to
  /// write.
  void openLobby() {
    wantsLobby = true;
    chooseFirst();
  }

  /// While no chat is in view, a wide window shows the lobby.
  private void chooseFirst() {
    if (server.currentProperty().get() != null || view.root().getScene() == null) {
      return;
    }
    Optional<ChatId> lobby =
        server.chats().stream()
            .map(ChatItem::chat)
            .filter(chat -> chat.kind() == Chat.Kind.LOBBY)
            .map(Chat::id)
            .findFirst();
    if (wantsLobby || view.root().getScene().getWidth() >= MainView.NARROW) {
      wantsLobby &= lobby.isEmpty();
      lobby.ifPresent(server.currentProperty()::set);
    }
  }

  /// Where the person is, for the screen that replaces this one.
  Place place() {
    return new Place(conversation.place(), chats.filterProperty().get());
  }

  /// Goes on where the person was on another screen of the same server.
  void resume(Place place) {
    chats.filterProperty().set(place.filter());
    conversation.resume(place.inChat());
  }

  /// Saves the draft and ends all subscriptions. The client stays open.
  @Override
  public void close() {
    watching.unsubscribe();
    dayChange.close();
    timedChanges.close();
    bar.close();
    reminders.close();
    column.close();
    conversation.close();
  }

  /// Where a person is on a main screen.
  record Place(ChatPaneView.Place inChat, String filter) {}
}
