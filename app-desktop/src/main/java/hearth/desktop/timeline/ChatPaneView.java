package hearth.desktop.timeline;

import hearth.client.model.ChatItem;
import hearth.desktop.composer.ComposerMode;
import hearth.desktop.composer.ComposerView;
import hearth.desktop.composer.ComposerViewModel;
import hearth.desktop.emoji.EmojiHabits;
import hearth.desktop.fx.Avatar;
import hearth.desktop.fx.FxClock;
import hearth.desktop.fx.Tone;
import hearth.desktop.fx.ViewLoader;
import hearth.desktop.session.Blocking;
import hearth.desktop.session.ServerViewModel;
import hearth.desktop.settings.SettingProperties;
import hearth.protocol.ChatId;
import hearth.protocol.Presence;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.value.ObservableValue;
import javafx.css.PseudoClass;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;

/// The chat in view: header, messages, who types, composer.
public final class ChatPaneView {
  private static final PseudoClass ON = PseudoClass.getPseudoClass("on");

  private final ServerViewModel server;
  private final ChatPaneViewModel model;
  private final ComposerViewModel draft;
  private final ComposerView composer;
  private final ChatDialogs dialogs;
  private final EmojiHabits habits;
  private final ObservableValue<Boolean> attentive;
  private final FxClock clock;
  private final BooleanProperty detailsShown = new SimpleBooleanProperty();
  private final Avatar avatar = new Avatar(36);
  private final LookingSign looking;
  private final BorderPane root;
  private @Nullable TimelineView timeline;
  private @Nullable PinBar pins;
  private @Nullable ChatId shown;

  @FXML private Button back;
  @FXML private StackPane avatarPlace;
  @FXML private Label title;
  @FXML private Label about;
  @FXML private Button details;
  @FXML private StackPane timelinePlace;
  @FXML private Label refusal;
  @FXML private Label typing;
  @FXML private StackPane composerPlace;
  @FXML private Label nothing;
  @FXML private BorderPane conversation;

  /// Shows whichever chat is in view.
  ///
  /// @param attentive whether the person looks at this window
  public ChatPaneView(
      ServerViewModel server,
      ChatPaneViewModel model,
      FxClock clock,
      ObservableValue<Boolean> attentive,
      SettingProperties settings,
      ChatDialogs dialogs) {
    this.server = server;
    this.model = model;
    this.dialogs = dialogs;
    this.attentive = attentive;
    this.clock = clock;
    this.looking = new LookingSign(server, attentive, clock);
    this.draft = new ComposerViewModel(server, model.display(), clock);
    Blocking blocking = new Blocking(server, model.display(), dialogs);
    draft.onUnblock(person -> blocking.ask(person, model.refusal()::say));
    this.habits = new EmojiHabits(settings);
    this.composer = new ComposerView(draft, settings);
    StackPane place = ViewLoader.load(this, "chat-pane.fxml", StackPane.class);
    this.root = new BorderPane(place);
  }

  public Parent root() {
    return root;
  }

  /// Whether the person wants the details pane.
  public BooleanProperty detailsShownProperty() {
    return detailsShown;
  }

  /// Shows the way back to the list, in a narrow window.
  public void showBack(boolean shown) {
    back.setVisible(shown);
    back.setManaged(shown);
  }

  public Node composerField() {
    return composer.focusTarget();
  }

  /// The messages; null while no chat is in view.
  public @Nullable Node messages() {
    return timeline == null ? null : timeline.focusTarget();
  }

  public @Nullable TimelineView timeline() {
    return timeline;
  }

  public void focusComposer() {
    composer.focus();
  }

  /// Leaves an edit or a reply; where there is none, goes to the newest message.
  public void escape() {
    if (!draft.leaveMode() && timeline != null) {
      timeline.showEnd();
    }
  }

  /// Another day has begun: days are called otherwise now.
  public void beginDay() {
    if (timeline != null) {
      timeline.model().beginDay();
    }
  }

  /// Where the person is, for the view that takes this one's place.
  public Place place() {
    return new Place(
        detailsShown.get(),
        draft.textProperty().get(),
        draft.modeProperty().get(),
        timeline == null ? null : timeline.position());
  }

  /// Goes on where the person was.
  public void resume(Place place) {
    detailsShown.set(place.details());
    draft.resume(place.text(), place.mode());
    if (timeline != null && place.position() != null) {
      timeline.resumeAt(place.position());
    }
  }

  /// Keeps what is written and lets go of the timeline and of the server.
  public void close() {
    looking.close();
    closeChat();
    model.refusal().close();
  }

  private void closeChat() {
    draft.leave();
    if (timeline != null) {
      timeline.close();
      timeline = null;
    }
    if (pins != null) {
      pins.close();
      pins = null;
    }
  }

  @FXML
  void initialize() {
    avatarPlace.getChildren().add(avatar);
    composerPlace.getChildren().add(composer.root());
    title.textProperty().bind(model.titleProperty());
    about.textProperty().bind(model.aboutProperty());
    typing.textProperty().bind(model.typingProperty());
    refusal.textProperty().bind(model.refusal().sentenceProperty());
    refusal.visibleProperty().bind(refusal.textProperty().isNotEmpty());
    model.titleProperty().subscribe(composer::showTitle);
    detailsShown.subscribe(now -> details.pseudoClassStateChanged(ON, now));
    model.itemProperty().subscribe(this::show);
    server.revisionProperty().subscribe(now -> showPresence());
    showBack(false);
  }

  @FXML
  void back() {
    server.currentProperty().set(null);
  }

  @FXML
  void toggleDetails() {
    detailsShown.set(!detailsShown.get());
  }

  private void show(@Nullable ChatItem item) {
    conversation.setVisible(item != null);
    nothing.setVisible(item == null);
    if (item == null) {
      closeChat();
      shown = null;
      return;
    }
    avatar.show(model.display().title(item.chat()), Tone.of(item.chat(), model.display()));
    showPresence();
    if (!item.id().equals(shown)) {
      open(item.id());
    }
  }

  private void showPresence() {
    ChatItem item = model.itemProperty().get();
    avatar.showPresence(item == null ? Presence.OFFLINE : model.display().presenceNow(item.chat()));
  }

  private void open(ChatId chat) {
    shown = chat;
    model.refusal().clear();
    if (timeline == null) {
      begin(chat);
    } else {
      timeline.go(chat);
    }
    draft.open(chat);
    composer.focus();
  }

  private void begin(ChatId chat) {
    var messages = new TimelineViewModel(server, model.display(), chat);
    var actions = new MessageActions(messages, draft, dialogs, model.refusal());
    draft.onEditLast(() -> editLast(messages, actions));
    draft.onEmptied(actions::delete);
    timeline = new TimelineView(messages, actions, model.refusal(), attentive, clock, habits);
    draft.onSent(messages.navigator()::toEnd);
    pins = new PinBar(messages, timeline::jump);
    timelinePlace.getChildren().setAll(new BorderPane(timeline.root(), pins, null, null, null));
  }

  /// The last message is edited only where it is among the rows; else it comes into sight first.
  private static void editLast(TimelineViewModel messages, MessageActions actions) {
    if (messages.reachesEnd()) {
      actions.editLast(messages.items());
    } else {
      messages.navigator().toEnd();
    }
  }

  /// Where a person is in a chat.
  ///
  /// @param position null while no chat is in view
  public record Place(
      boolean details, String text, ComposerMode mode, @Nullable ScrollPosition position) {}
}
