package hearth.desktop.chats;

import hearth.desktop.fx.Avatar;
import hearth.desktop.fx.ErrorLabel;
import hearth.desktop.fx.LengthLimit;
import hearth.desktop.fx.Tone;
import hearth.desktop.fx.ViewLoader;
import hearth.desktop.hosting.Hosting;
import hearth.desktop.text.ErrorText;
import hearth.desktop.text.Messages;
import hearth.protocol.ServerInfo;
import javafx.beans.binding.Bindings;
import javafx.css.PseudoClass;
import javafx.fxml.FXML;
import javafx.geometry.Side;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;

/// The left column: the server, the filter, the chats.
public final class ChatsView implements AutoCloseable {
  private static final PseudoClass DANGER = PseudoClass.getPseudoClass("danger");

  /// A longer sentence takes the whole width, with its action below it.
  private static final int BESIDE_THE_ACTION = 48;

  private final ChatsViewModel model;
  private final ConnectionBarViewModel connection;
  private final RemindersViewModel reminders;
  private final Hosting hosting;
  private final Actions actions;
  private final Avatar avatar = new Avatar(32);
  private final VBox root;
  private Subscription hostingWatched = Subscription.EMPTY;

  @FXML private StackPane avatarPlace;
  @FXML private Label name;
  @FXML private Region dot;
  @FXML private Label status;
  @FXML private Button invite;
  @FXML private Button add;
  @FXML private TextField filter;
  @FXML private Label shortcut;
  @FXML private ErrorLabel error;
  @FXML private BorderPane bar;
  @FXML private Label barSentence;
  @FXML private Hyperlink barAction;
  @FXML private BorderPane reminder;
  @FXML private Label reminderSentence;
  @FXML private ListView<ChatRow> list;
  @FXML private Label nothing;

  public ChatsView(
      ChatsViewModel model,
      ConnectionBarViewModel connection,
      RemindersViewModel reminders,
      Hosting hosting,
      Actions actions) {
    this.model = model;
    this.reminders = reminders;
    this.connection = connection;
    this.hosting = hosting;
    this.actions = actions;
    this.root = ViewLoader.load(this, "chats.fxml", VBox.class);
  }

  public Region root() {
    return root;
  }

  public Node list() {
    return list;
  }

  /// Whether the cursor is in a filter that Esc would clear.
  public boolean isFiltering() {
    return filter.isFocused() && !filter.getText().isEmpty();
  }

  public void focusFilter() {
    filter.requestFocus();
    filter.selectAll();
  }

  @FXML
  void initialize() {
    avatarPlace.getChildren().add(avatar);
    shortcut.setText(Messages.get("chats.shortcut"));
    shortcut.visibleProperty().bind(filter.textProperty().isEmpty());
    LengthLimit.ofLine(filter);
    filter.textProperty().bindBidirectional(model.filterProperty());
    error.textProperty().bind(model.errorProperty());
    ChatList chats = new ChatList(list, model);
    filter.addEventFilter(KeyEvent.KEY_PRESSED, press -> filterKey(press, chats));
    list.addEventHandler(KeyEvent.KEY_TYPED, this::typedInList);
    nothing
        .visibleProperty()
        .bind(model.filterProperty().isNotEmpty().and(Bindings.isEmpty(model.rows())));
    model.server().serverProperty().subscribe(this::showServer);
    model.hereProperty().subscribe(now -> showStatus());
    model.server().connectionProperty().subscribe(now -> showStatus());
    hostingWatched = hosting.stateProperty().subscribe(now -> showStatus());
    connection.barProperty().subscribe(this::showBar);
    reminderSentence.textProperty().bind(reminders.sentenceProperty());
    reminders
        .sentenceProperty()
        .subscribe(
            now -> {
              reminder.setVisible(!now.isEmpty());
              reminder.setManaged(!now.isEmpty());
            });
  }

  /// Ends subscriptions to models that outlive the screen.
  @Override
  public void close() {
    hostingWatched.unsubscribe();
  }

  @FXML
  void add() {
    ContextMenu menu = new ContextMenu();
    MenuItem direct = new MenuItem(Messages.get("chats.new-direct"));
    direct.setOnAction(press -> actions.newDirect());
    MenuItem group = new MenuItem(Messages.get("chats.new-group"));
    group.setOnAction(press -> actions.newGroup());
    menu.getItems().addAll(direct, group);
    if (model.server().offers("channel")) {
      MenuItem channel = new MenuItem(Messages.get("chats.new-channel"));
      channel.setOnAction(press -> actions.newChannel());
      MenuItem find = new MenuItem(Messages.get("chats.find-channel"));
      find.setOnAction(press -> actions.findChannel());
      menu.getItems().add(channel);
      if (model.server().offers("masked")) {
        MenuItem masked = new MenuItem(Messages.get("chats.new-masked"));
        masked.setOnAction(press -> actions.newMasked());
        menu.getItems().add(masked);
      }
      menu.getItems().add(find);
    }
    if (model.server().offers("saved")) {
      MenuItem saved = new MenuItem(Messages.get("chat.saved"));
      saved.setOnAction(press -> model.openSaved());
      menu.getItems().addAll(new SeparatorMenuItem(), saved);
    }
    menu.show(add, Side.BOTTOM, 0, 4);
  }

  @FXML
  void invite() {
    actions.invite();
  }

  @FXML
  void settings() {
    actions.settings();
  }

  @FXML
  void openReminder() {
    reminders.open();
  }

  @FXML
  void endReminder() {
    reminders.done();
  }

  @FXML
  void act() {
    connection.barProperty().get().act().run();
  }

  private void filterKey(KeyEvent press, ChatList chats) {
    if (press.getCode() == KeyCode.ESCAPE && !filter.getText().isEmpty()) {
      filter.clear();
    } else if (press.getCode() == KeyCode.ENTER && model.isFiltered()) {
      chats.openMarked();
    } else if (press.getCode() == KeyCode.DOWN && !model.isFiltered()) {
      list.requestFocus();
    } else if (!chats.move(press)) {
      return;
    }
    press.consume();
  }

  /// Whoever types in the list looks for a chat.
  private void typedInList(KeyEvent typed) {
    String text = typed.getCharacter();
    boolean command = typed.isShortcutDown() || typed.isAltDown() || typed.isMetaDown();
    if (!command && !text.isBlank() && text.codePoints().noneMatch(Character::isISOControl)) {
      filter.requestFocus();
      filter.appendText(text);
      filter.end();
      typed.consume();
    }
  }

  private void showServer(@Nullable ServerInfo info) {
    if (info != null) {
      name.setText(info.name());
      avatar.show(info.name(), Tone.of(info));
    }
  }

  private void showStatus() {
    int here = model.hereProperty().get();
    boolean hosts = hosting.isRunning();
    boolean online = model.server().isOnline();
    invite.setVisible(hosts);
    invite.setManaged(hosts);
    dot.setVisible(online);
    dot.setManaged(online);
    status.setText(
        online
            ? Messages.get(hosts ? "chats.hosting" : "chats.online", here)
            : ErrorText.shortly(model.server().connectionProperty().get()));
  }

  private void showBar(ConnectionBarViewModel.Bar now) {
    bar.setVisible(!now.sentence().isEmpty());
    bar.setManaged(bar.isVisible());
    bar.pseudoClassStateChanged(DANGER, now.danger());
    barSentence.setText(now.sentence());
    barAction.setText(now.action());
    barAction.setVisible(!now.action().isEmpty());
    barAction.setManaged(barAction.isVisible());
    boolean below = now.sentence().length() > BESIDE_THE_ACTION;
    bar.setRight(barAction.isVisible() && !below ? barAction : null);
    bar.setBottom(barAction.isVisible() && below ? barAction : null);
  }

  /// What the column's buttons do.
  public interface Actions {
    void newDirect();

    void newGroup();

    void newChannel();

    /// Asks for the name of a masked chat.
    void newMasked();

    void findChannel();

    void invite();

    void settings();
  }
}
