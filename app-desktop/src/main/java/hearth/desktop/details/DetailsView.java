package hearth.desktop.details;

import hearth.client.model.ChatItem;
import hearth.desktop.chats.ChatCommands;
import hearth.desktop.fx.Avatar;
import hearth.desktop.fx.ErrorLabel;
import hearth.desktop.fx.Question;
import hearth.desktop.fx.TextQuestion;
import hearth.desktop.fx.Tone;
import hearth.desktop.fx.ViewLoader;
import hearth.desktop.text.ErrorText;
import hearth.desktop.text.Messages;
import hearth.protocol.ChatId;
import hearth.protocol.UserId;
import java.util.List;
import javafx.collections.ListChangeListener;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// The right pane: the chat, its rules, its pinned messages and its members.
public final class DetailsView {
  private final DetailsViewModel model;
  private final Question.Asker asker;
  private final MemberMenu menu;
  private final Dialogs dialogs;
  private final Runnable close;
  private final Avatar avatar = new Avatar(72);
  private final RulesTable rules;
  private final PinList pins;
  private final VBox root;
  private @Nullable ChatId shown;

  @FXML private StackPane avatarPlace;
  @FXML private Label title;
  @FXML private Label about;
  @FXML private Label topic;
  @FXML private Label caution;
  @FXML private HBox edits;
  @FXML private Hyperlink rename;
  @FXML private Hyperlink editTopic;
  @FXML private HBox notifications;
  @FXML private MenuButton mute;
  @FXML private Hyperlink rulesHeading;
  @FXML private Hyperlink pinsHeading;
  @FXML private ScrollPane sectionsScroll;
  @FXML private VBox sections;
  @FXML private HBox membersHeading;
  @FXML private Label heading;
  @FXML private Hyperlink addMembers;
  @FXML private ListView<UserId> members;
  @FXML private ErrorLabel error;
  @FXML private Button leave;
  @FXML private Button deleteChat;

  /// Shows the chat in view.
  ///
  /// @param commands what can be done with members
  /// @param close hides the pane
  public DetailsView(
      DetailsViewModel model,
      MemberCommands commands,
      Question.Asker asker,
      Dialogs dialogs,
      Runnable close) {
    this.model = model;
    this.asker = asker;
    this.menu = new MemberMenu(commands);
    this.dialogs = dialogs;
    this.close = close;
    this.rules = new RulesTable(model);
    this.pins = new PinList(model, dialogs::jump);
    this.root = ViewLoader.load(this, "details.fxml", VBox.class);
    root.sceneProperty().subscribe(now -> model.clearError());
  }

  public Region root() {
    return root;
  }

  public Node focusTarget() {
    return members.isVisible() ? members : rulesHeading;
  }

  @FXML
  void initialize() {
    avatarPlace.getChildren().add(avatar);
    members.setItems(model.members());
    members.setCellFactory(list -> new MemberCell(model, menu, dialogs::card));
    members.setOnKeyPressed(this::key);
    model.members().addListener((ListChangeListener<UserId>) change -> showHeading());
    model.revisionProperty().subscribe(now -> refresh());
    error.textProperty().bind(model.errorProperty());
    sections.getChildren().setAll(rules, pins);
    rules.setVisible(false);
    pins.setVisible(false);
    rules.managedProperty().bind(rules.visibleProperty());
    pins.managedProperty().bind(pins.visibleProperty());
    model.itemProperty().subscribe(this::show);
  }

  private void key(KeyEvent press) {
    UserId chosen = members.getSelectionModel().getSelectedItem();
    if (chosen == null) {
      return;
    }
    if (press.getCode() == KeyCode.ENTER) {
      dialogs.card(chosen);
    } else if (press.getCode() == KeyCode.CONTEXT_MENU
        || (press.getCode() == KeyCode.F10 && press.isShiftDown())) {
      showMenu(chosen);
    } else {
      return;
    }
    press.consume();
  }

  private void showMenu(UserId member) {
    members.lookupAll(".person-cell").stream()
        .filter(node -> node instanceof MemberCell cell && member.equals(cell.getItem()))
        .findFirst()
        .ifPresent(cell -> menu.showUnder(member, cell));
  }

  @FXML
  void close() {
    close.run();
  }

  @FXML
  void addPeople() {
    dialogs.addPeople();
  }

  @FXML
  void toggleRules() {
    rules.setVisible(!rules.isVisible());
    pins.setVisible(false);
    showSections();
  }

  @FXML
  void togglePins() {
    pins.setVisible(!pins.isVisible());
    rules.setVisible(false);
    showSections();
  }

  @FXML
  void rename() {
    dialogs.ask(
        new TextQuestion(
            Messages.get("rename-question.title"),
            Messages.get("rename-question.name"),
            model.title(),
            Messages.get("rename-question.yes"),
            ErrorText::ofName),
        (name, done, refused) -> {
          model.rename(name);
          done.run();
        });
  }

  @FXML
  void editTopic() {
    ChatItem now = model.itemProperty().get();
    dialogs.ask(
        new TextQuestion(
            Messages.get("topic-question.title"),
            Messages.get("topic-question.name"),
            now == null ? "" : now.chat().settings().topic(),
            Messages.get("topic-question.yes"),
            text -> ""),
        (text, done, refused) -> {
          String why = model.setTopic(text);
          if (why.isEmpty()) {
            done.run();
          } else {
            refused.accept(why);
          }
        });
  }

  /// Leaves the group, after asking.
  @FXML
  void leave() {
    asker.ask(
        new Question(
            Messages.get("leave-question.title", model.title()),
            Messages.get(afterLeaving()),
            Messages.get("leave-question.yes"),
            Messages.get("leave-question.no"),
            true),
        model.leaving());
  }

  /// Deletes the chat for everybody, after asking.
  @FXML
  void deleteChat() {
    asker.ask(
        new Question(
            Messages.get(
                model.isDirect() ? "delete-chat-question.direct" : "delete-chat-question.group",
                model.title()),
            Messages.get("delete-chat-question.body"),
            Messages.get("delete-chat-question.yes"),
            Messages.get("button.cancel"),
            true),
        model.deletingChat());
  }

  private String afterLeaving() {
    if (!model.caution().isEmpty() && model.members().size() > 1) {
      return "leave-question.masked";
    }
    if (model.members().size() == 1) {
      return "leave-question.last";
    }
    return model.isOwner() ? "leave-question.owner" : "leave-question.body";
  }

  private void refresh() {
    members.lookupAll(".person-cell").stream()
        .filter(MemberCell.class::isInstance)
        .map(MemberCell.class::cast)
        .forEach(MemberCell::showAgain);
    show(model.itemProperty().get());
  }

  private void show(@Nullable ChatItem item) {
    if (item == null) {
      return;
    }
    avatar.show(model.display().title(item.chat()), Tone.of(item.chat(), model.display()));
    title.setText(model.title());
    about.setText(model.display().about(item));
    if (!item.id().equals(shown)) {
      shown = item.id();
      rules.setVisible(false);
      pins.setVisible(false);
      pins.forget();
    }
    topic.setText(item.chat().settings().topic());
    show(topic, !topic.getText().isEmpty());
    caution.setText(model.caution());
    show(caution, !caution.getText().isEmpty());
    show(rename, model.mayRename());
    show(editTopic, model.maySetTopic());
    show(edits, rename.isVisible() || editTopic.isVisible());
    showMuting();
    rules.show(item);
    if (pins.isVisible()) {
      pins.show(item);
    }
    show(rulesHeading, !model.isDirect());
    show(pinsHeading, !item.chat().settings().pins().isEmpty());
    showSections();
    showHeading();
    show(addMembers, model.mayAdd());
    show(leave, model.mayLeave());
    show(deleteChat, model.mayDeleteChat());
  }

  private void showMuting() {
    List<ChatCommands.Command> offered = model.muting();
    show(notifications, !offered.isEmpty());
    String muted = model.muted();
    mute.setText(muted.isEmpty() ? Messages.get("details.notifications.on") : muted);
    mute.getItems()
        .setAll(
            offered.stream()
                .map(
                    command -> {
                      MenuItem choice = new MenuItem(command.label());
                      choice.setOnAction(press -> command.act().run());
                      return choice;
                    })
                .toList());
  }

  private void showSections() {
    ChatItem item = model.itemProperty().get();
    int count = item == null ? 0 : item.chat().settings().pins().size();
    if (item != null && pins.isVisible()) {
      pins.show(item);
    }
    rulesHeading.setText(Messages.get(rules.isVisible() ? "details.rules.hide" : "details.rules"));
    pinsHeading.setText(
        Messages.get(pins.isVisible() ? "details.pins.hide" : "details.pins", count));
    boolean open = rules.isVisible() || pins.isVisible();
    show(sectionsScroll, open);
    show(membersHeading, !open);
    show(members, !open);
  }

  private static void show(Node node, boolean shown) {
    node.setVisible(shown);
    node.setManaged(shown);
  }

  private void showHeading() {
    heading.setText(Messages.get("details.members", model.members().size()));
  }

  /// The dialogs that the pane opens.
  public interface Dialogs {
    /// Asks which people to add to the chat in view.
    void addPeople();

    /// Shows who a member is.
    void card(UserId member);

    /// Asks for a text.
    void ask(TextQuestion question, TextQuestion.Answer answered);

    /// Goes to a message of the chat in view.
    void jump(long seq);
  }
}
