package hearth.desktop.details;

import hearth.client.model.ChatItem;
import hearth.desktop.fx.Avatar;
import hearth.desktop.fx.ErrorLabel;
import hearth.desktop.fx.Question;
import hearth.desktop.fx.Tone;
import hearth.desktop.fx.ViewLoader;
import hearth.desktop.text.Messages;
import hearth.desktop.text.Times;
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
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.ToggleGroup;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// The right pane: the chat, its slow mode and its members.
public final class DetailsView {
  private static final List<Integer> SLOW_MODES = List.of(0, 10, 30, 60, 300);

  private final DetailsViewModel model;
  private final Question.Asker asker;
  private final MemberMenu menu;
  private final Dialogs dialogs;
  private final Runnable close;
  private final Avatar avatar = new Avatar(72);
  private final VBox root;

  @FXML private StackPane avatarPlace;
  @FXML private Label title;
  @FXML private Label about;
  @FXML private HBox slowMode;
  @FXML private Label slowRule;
  @FXML private MenuButton slowChoice;
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
    this.root = ViewLoader.load(this, "details.fxml", VBox.class);
    root.sceneProperty().subscribe(now -> model.clearError());
  }

  public Region root() {
    return root;
  }

  public Node focusTarget() {
    return members;
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
    ToggleGroup one = new ToggleGroup();
    for (int seconds : SLOW_MODES) {
      RadioMenuItem choice = new RadioMenuItem(slowness(seconds));
      choice.setUserData(seconds);
      choice.setToggleGroup(one);
      choice.setOnAction(press -> model.setSlowMode(seconds));
      slowChoice.getItems().add(choice);
    }
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
    avatar.show(
        model.display().title(item.chat()),
        Tone.of(item.chat(), model.display().other(item.chat()).orElse(null)));
    title.setText(model.title());
    about.setText(model.display().about(item));
    showSlowMode(item.chat().slowModeSeconds());
    showHeading();
    show(addMembers, model.mayAdd());
    show(leave, model.mayLeave());
    show(deleteChat, model.mayDeleteChat());
  }

  /// The chat owner chooses; the others see what is set.
  private void showSlowMode(int seconds) {
    boolean owner = model.isOwner();
    show(slowMode, owner || seconds > 0);
    show(slowRule, !owner);
    show(slowChoice, owner);
    slowRule.setText(Messages.get("details.slow-mode.rule", Times.every(seconds)));
    slowChoice.setText(slowness(seconds));
    for (MenuItem item : slowChoice.getItems()) {
      if (item instanceof RadioMenuItem choice) {
        choice.setSelected(choice.getUserData().equals(seconds));
      }
    }
  }

  private static String slowness(int seconds) {
    return seconds == 0 ? Messages.get("details.slow-mode.off") : Times.span(seconds);
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
  }
}
