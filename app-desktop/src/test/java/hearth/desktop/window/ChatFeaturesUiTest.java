package hearth.desktop.window;

import static org.assertj.core.api.Assertions.assertThat;

import hearth.client.model.ChatItem;
import hearth.desktop.Home;
import hearth.desktop.ShownText;
import hearth.desktop.Ui;
import hearth.desktop.chats.ChatRow;
import hearth.desktop.fx.ThemeManager;
import hearth.protocol.Action;
import hearth.protocol.Chat;
import hearth.protocol.ChatId;
import hearth.protocol.Mentions;
import hearth.protocol.Permission;
import hearth.protocol.Role;
import hearth.protocol.UserId;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TextArea;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.stage.Popup;
import javafx.stage.Window;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Mira hosts; Bo is in a group of hers. What they do with messages and chats, in real windows on a
/// real server.
class ChatFeaturesUiTest {
  private static final String GROUP = "Robot team";

  @TempDir Path folder;
  private Home mira;
  private Home bo;
  private ChatId group;

  @BeforeEach
  void start() {
    mira = Home.open(folder, "mira");
    bo = Home.open(folder, "bo");
    String address = mira.host();
    bo.join(address, "Bo Müller");
    mira.createGroup(GROUP, "Bo Müller");
    group = only(mira, Chat.Kind.GROUP);
    bo.awaitText(GROUP);
  }

  @AfterEach
  void stop() {
    bo.close();
    mira.close();
  }

  private static void both(Home home, String name) {
    Ui.picture(home.scene(), name + "-light");
    Ui.run(() -> Ui.look().themeProperty().set(ThemeManager.Theme.DARK));
    Ui.picture(home.scene(), name + "-dark");
    Ui.run(() -> Ui.look().themeProperty().set(ThemeManager.Theme.LIGHT));
    Ui.settle();
  }

  private static void resize(Home home, double width, double height) {
    Ui.run(() -> home.window().stage().setWidth(width));
    Ui.run(() -> home.window().stage().setHeight(height));
    Ui.settle();
  }

  private static void show(Home home, ChatId chat) {
    Ui.await("the chat is there", () -> home.main().server().chat(chat).isPresent());
    Ui.run(() -> home.main().server().currentProperty().set(chat));
    Ui.settle();
  }

  private static UserId me(Home home) {
    return Ui.ask(() -> Optional.ofNullable(home.main().server().me()).orElseThrow());
  }

  private static void append(Home home, ChatId chat, Action action) {
    Ui.run(() -> home.main().server().append(chat, action));
  }

  private static void awaitChat(Home home, ChatId chat, String what, Predicate<ChatItem> wish) {
    Ui.await(what, () -> home.main().server().chat(chat).filter(wish).isPresent());
  }

  /// Puts the keyboard at a message, once it is among the rows: the chat list says it earlier.
  private static void goTo(Home home, String text) {
    Ui.await(text + " is among the rows", () -> rows(home).anyMatch(row -> says(row, text)));
    Ui.focus(home.scene());
    Ui.run(
        () ->
            Optional.ofNullable(home.main().conversation().messages())
                .orElseThrow()
                .requestFocus());
    Ui.press(home.scene(), KeyCode.END);
    for (int i = 0; i < 20; i++) {
      Node current = Ui.ask(() -> home.scene().getRoot().lookup(".row-frame:current"));
      if (current != null && Ui.ask(() -> says(current, text))) {
        return;
      }
      Ui.press(home.scene(), KeyCode.UP);
    }
    throw new AssertionError("no row says " + text);
  }

  private static Stream<Node> rows(Home home) {
    return home.scene().getRoot().lookupAll(".row-frame").stream();
  }

  private static boolean says(Node node, String text) {
    return ShownText.areShown(node, text);
  }

  private static Stream<ContextMenu> menus() {
    return List.copyOf(Window.getWindows()).stream()
        .filter(ContextMenu.class::isInstance)
        .map(ContextMenu.class::cast);
  }

  private static boolean isPopupOpen() {
    return List.copyOf(Window.getWindows()).stream().anyMatch(Popup.class::isInstance);
  }

  private static List<String> items() {
    Ui.await("a menu is open", () -> menus().findFirst().isPresent());
    return Ui.ask(() -> Ui.menu().getItems().stream().map(MenuItem::getText).toList());
  }

  private static void choose(String item) {
    Ui.await("a menu is open", () -> menus().findFirst().isPresent());
    Ui.run(
        () ->
            Ui.menu().getItems().stream()
                .filter(found -> item.equals(found.getText()))
                .findFirst()
                .orElseThrow()
                .fire());
    Ui.run(() -> menus().forEach(Window::hide));
  }

  private static ChatId lobby(Home home) {
    return only(home, Chat.Kind.LOBBY);
  }

  /// The only chat of its kind.
  private static ChatId only(Home home, Chat.Kind kind) {
    return Ui.ask(
        () ->
            home.main().server().chats().stream()
                .filter(item -> item.chat().kind() == kind)
                .map(ChatItem::id)
                .findFirst()
                .orElseThrow());
  }

  /// Opens the menu of a chat by the keyboard.
  private static void menuOf(Home home, ChatId chat) {
    show(home, chat);
    Node list = home.find(".chat-list");
    Ui.focus(home.scene());
    Ui.run(list::requestFocus);
    Ui.press(home.scene(), KeyCode.SHIFT, KeyCode.F10);
  }

  @Test
  void whoIsMentionedSeesItAndAMutedChatTellsOfNothingElse() {
    show(mira, group);
    show(bo, lobby(bo));
    TextArea field = (TextArea) mira.find(".composer .text-area");
    Ui.focus(mira.scene());
    Ui.run(field::requestFocus);
    Ui.type(mira.scene(), "hello @b");
    Ui.await("Bo is offered", ChatFeaturesUiTest::isPopupOpen);
    Ui.picture(Ui.popup().getScene(), "mention-completion-light");
    Ui.press(mira.scene(), KeyCode.TAB);
    Ui.await("Bo is named", () -> field.getText().equals("hello @Bo Müller "));
    Ui.press(mira.scene(), KeyCode.ENTER);
    mira.awaitText("hello @Bo Müller");
    awaitChat(bo, group, "Bo is mentioned", chat -> chat.reading().mentions() == 1);
    assertThat(
            bo.main()
                .server()
                .chat(group)
                .flatMap(c -> Optional.ofNullable(c.newest().row()))
                .orElseThrow()
                .entry()
                .action())
        .isEqualTo(Action.Post.text("hello " + Mentions.of(me(bo))));
    bo.awaitText("Mira: hello @Bo Müller");

    menuOf(bo, group);
    assertThat(items()).contains("Mark as read", "Mute always", "Pin to top", "Archive");
    Ui.picture(Ui.menu().getScene(), "chat-menu-light");
    choose("Mark as read");
    awaitChat(bo, group, "it is read", chat -> chat.reading().unread() == 0);
    menuOf(bo, group);
    choose("Mute always");
    awaitChat(bo, group, "it is muted", chat -> chat.own().preferences().mutedUntil() != null);
    show(bo, lobby(bo));
    append(mira, group, Action.Post.text("nobody in particular"));
    awaitChat(bo, group, "a message is unread", chat -> chat.reading().unread() == 1);
    assertThat(Ui.ask(() -> bo.main().server().unread(Instant.now()))).isZero();
    append(mira, group, Action.Post.text("<@all> dinner"));
    awaitChat(bo, group, "all are mentioned", chat -> chat.reading().mentions() == 1);
    both(bo, "chat-list-mentioned");
    resize(bo, 700, 500);
    both(bo, "chat-list-mentioned-narrow");
    resize(bo, 1000, 800);
    assertThat(Ui.ask(() -> bo.main().server().unread(Instant.now()))).isEqualTo(1);
    show(bo, group);
    both(bo, "mentions");

    assertThat(Ui.ask(() -> isMutedInList(bo, group))).isTrue();
    append(bo, group, new Action.Mute(Instant.now().plusMillis(500)));
    Ui.await("the list shows by itself that the mute ends", () -> !isMutedInList(bo, group));
  }

  private static boolean isMutedInList(Home home, ChatId chat) {
    return ((ListView<?>) home.find(".chat-list"))
        .getItems().stream()
            .map(ChatRow.class::cast)
            .anyMatch(row -> row.isOf(chat) && row.marks().muted());
  }

  @Test
  void chatsAreKeptAtTheTopAndOutOfTheWay() {
    show(mira, group);
    menuOf(mira, group);
    choose("Pin to top");
    awaitChat(mira, group, "it is pinned", chat -> chat.own().preferences().pinned());
    menuOf(mira, lobby(mira));
    choose("Archive");
    show(mira, group);
    mira.awaitText("Archived chats");
    both(mira, "archive-closed");
    Ui.await("the lobby is out of the way", () -> !mira.shows("Lobby"));
    Ui.click(label(mira, "Archived chats"));
    mira.awaitText("Lobby");
    both(mira, "archive-open");
    append(bo, lobby(bo), Action.Post.text("news"));
    Ui.await("nothing is archived any more", () -> !mira.shows("Archived chats"));
  }

  private static Node label(Home home, String text) {
    return Ui.ask(
        () ->
            home.scene().getRoot().lookupAll(".label").stream()
                .filter(node -> node instanceof Label label && text.equals(label.getText()))
                .findFirst()
                .orElseThrow());
  }

  @Test
  void theRulesAreATableThatAdminsChange() {
    show(mira, group);
    show(bo, group);
    Ui.run(() -> mira.main().conversation().detailsShownProperty().set(true));
    Ui.run(() -> bo.main().conversation().detailsShownProperty().set(true));
    mira.press("#editTopic");
    mira.fill(".question .field-box", "Arms, legs and wheels");
    both(mira, "topic-question");
    Ui.press(mira.scene(), KeyCode.ENTER);
    bo.awaitText("Arms, legs and wheels");
    bo.awaitText("Mira Novak set the topic: Arms, legs and wheels");
    mira.press("#rename");
    mira.fill(".question .field-box", "Robots");
    Ui.press(mira.scene(), KeyCode.ENTER);
    bo.awaitText("Mira Novak renamed the chat to Robots");
    mira.press("#rulesHeading");
    bo.press("#rulesHeading");
    bo.awaitText("Mention all");
    both(mira, "rules-admin");
    both(bo, "rules-member");
    resize(mira, 700, 500);
    both(mira, "rules-admin-narrow");
    resize(mira, 1000, 800);
    append(mira, group, new Action.SetPermission(Permission.POST, Role.ADMIN));
    bo.awaitText("Only some members can write in this chat.");
    bo.awaitText("Mira Novak changed a rule: Write messages – Admins");
    both(bo, "announcements");
    append(mira, group, new Action.SetRole(me(bo), Role.ADMIN));
    bo.awaitText("You are now an admin");
    Ui.await("Bo may write", () -> !bo.shows("Only some members can write in this chat."));
  }

  @Test
  void messagesAreForwardedAndMarkedAsUnread() {
    show(mira, group);
    append(bo, group, Action.Post.text("the printer is back"));
    mira.awaitText("the printer is back");
    goTo(mira, "the printer is back");
    Ui.press(mira.scene(), KeyCode.F);
    mira.awaitText("Forward to");
    both(mira, "forward");
    resize(mira, 700, 500);
    both(mira, "forward-narrow");
    resize(mira, 1000, 800);
    Ui.type(mira.scene(), "Lobby");
    Ui.press(mira.scene(), KeyCode.ENTER);
    mira.awaitText("Forwarded from Bo Müller");
    show(bo, lobby(bo));
    bo.awaitText("Forwarded from Bo Müller");
    both(bo, "forwarded");

    show(mira, group);
    goTo(mira, "the printer is back");
    Ui.press(mira.scene(), KeyCode.U);
    awaitChat(mira, group, "it is unread", chat -> chat.reading().unread() == 1);
    mira.awaitText("New messages");
    both(mira, "marked-unread");
    show(mira, lobby(mira));
    awaitChat(mira, group, "it stays unread", chat -> chat.reading().unread() == 1);
  }

  @Test
  void channelsAreFoundAndNotesAreKept() {
    Ui.run(() -> bo.main().newChannel());
    bo.fill(".question .field-box", "");
    Ui.press(bo.scene(), KeyCode.ENTER);
    bo.awaitText("Enter a name.");
    bo.fill(".question .field-box", "News");
    both(bo, "new-channel");
    Ui.press(bo.scene(), KeyCode.ENTER);
    bo.awaitText("Message News");
    Ui.run(() -> mira.main().findChannel());
    mira.awaitText("1 member");
    both(mira, "channels");
    Ui.press(mira.scene(), KeyCode.ENTER);
    mira.awaitText("Message News");
    bo.awaitText("Mira Novak joined");

    mira.press("#add");
    Ui.picture(Ui.menu().getScene(), "add-menu-light");
    choose("Saved messages");
    mira.awaitText("Saved messages");
    mira.awaitText("Only you see this chat");
    both(mira, "saved");
  }

  @Test
  void aDayIsGoneTo() {
    show(mira, group);
    for (int i = 0; i < 40; i++) {
      append(mira, group, Action.Post.text("message " + i));
    }
    mira.awaitText("message 39");
    Ui.focus(mira.scene());
    Ui.press(mira.scene(), KeyCode.CONTROL, KeyCode.J);
    mira.awaitText("Go to a day");
    both(mira, "day-question");
    Ui.press(mira.scene(), KeyCode.ENTER);
    mira.awaitText("You added Bo Müller");
  }

  @Test
  void oneIsRemindedOfAMessage() {
    show(mira, group);
    append(bo, group, Action.Post.text("call the plumber"));
    mira.awaitText("call the plumber");
    goTo(mira, "call the plumber");
    Ui.press(mira.scene(), KeyCode.T);
    Ui.await("times are offered", ChatFeaturesUiTest::isPopupOpen);
    Ui.picture(Ui.popup().getScene(), "remind-light");
    Ui.press(Ui.popup().getScene(), KeyCode.ENTER);
    awaitChat(mira, group, "it is kept", chat -> chat.own().preferences().reminders().size() == 1);
    long seq =
        Ui.ask(() -> mira.main().server().chat(group).orElseThrow())
            .own()
            .preferences()
            .reminders()
            .getFirst()
            .seq();
    append(mira, group, new Action.Remind(seq, Instant.now()));
    show(mira, lobby(mira));
    mira.awaitText("Reminder: Bo Müller: call the plumber");
    both(mira, "reminder");
    assertThat(Ui.ask(() -> mira.main().server().unread(Instant.now()))).isPositive();
    mira.press("#reminderOpen");
    mira.awaitText("Message " + GROUP);
    Ui.await("it is done", () -> !mira.shows("Reminder: Bo Müller: call the plumber"));
  }

  @Test
  void severalMessagesAreCopiedAndForwarded() {
    show(mira, group);
    for (String text : List.of("one", "two", "three")) {
      append(mira, group, Action.Post.text(text));
    }
    show(bo, group);
    bo.awaitText("three");
    append(bo, group, Action.Post.text("four"));
    mira.awaitText("four");
    goTo(mira, "four");
    Ui.press(mira.scene(), KeyCode.SHIFT, KeyCode.UP);
    Ui.press(mira.scene(), KeyCode.SHIFT, KeyCode.UP);
    both(mira, "several-chosen");
    Ui.press(mira.scene(), KeyCode.CONTROL, KeyCode.C);
    String copied = Ui.ask(() -> Clipboard.getSystemClipboard().getString());
    assertThat(copied.lines())
        .satisfiesExactly(
            line -> assertThat(line).endsWith("] Mira Novak: two"),
            line -> assertThat(line).endsWith("] Mira Novak: three"),
            line -> assertThat(line).endsWith("] Bo Müller: four"));
    Ui.press(mira.scene(), KeyCode.F);
    mira.awaitText("Forward to");
    Ui.type(mira.scene(), "Lobby");
    Ui.press(mira.scene(), KeyCode.ENTER);
    mira.awaitText("Forwarded from Bo Müller");
    mira.awaitText("two");
    assertThat(mira.shows("one")).isFalse();
  }
}
