package hearth.desktop.window;

import static org.assertj.core.api.Assertions.assertThat;

import hearth.client.model.ChatItem;
import hearth.desktop.Home;
import hearth.desktop.Ui;
import hearth.desktop.fx.ThemeManager;
import hearth.desktop.text.Language;
import hearth.protocol.Action;
import hearth.protocol.Chat;
import hearth.protocol.ChatId;
import hearth.protocol.UserId;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.input.KeyCode;
import javafx.stage.Window;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Mira blocks Bo in the menu of their chat, on his card and in the settings, and hears of him
/// again afterwards, over a real server.
class BlockUiTest {
  @TempDir Path folder;
  private Home mira;
  private Home bo;
  private ChatId direct;

  @BeforeEach
  void start() {
    mira = Home.open(folder, "mira");
    bo = Home.open(folder, "bo");
    bo.join(mira.host(), "Bo Müller");
    Ui.await("Mira is there", () -> bo.main().server().people().size() == 2);
    Ui.run(() -> bo.main().server().openDirect(other(bo), () -> {}, refused -> {}));
    bo.awaitText("Message Mira Novak");
    direct =
        Ui.ask(() -> Optional.ofNullable(bo.main().server().currentProperty().get()).orElseThrow());
    write("Can you lend me your bike?");
    Ui.await("Mira has it", () -> unread() == 1);
    show(mira, direct);
    mira.awaitText("Can you lend me your bike?");
  }

  @AfterEach
  void stop() {
    bo.close();
    mira.close();
    Ui.run(Language.ENGLISH::use);
  }

  private static UserId other(Home home) {
    return home.main().server().people().stream()
        .map(user -> user.id())
        .filter(id -> !id.equals(home.main().server().me()))
        .findFirst()
        .orElseThrow();
  }

  private void write(String text) {
    Ui.run(() -> bo.main().server().append(direct, Action.Post.text(text)));
  }

  private int unread() {
    return item().map(chat -> chat.reading().unread()).orElse(0);
  }

  private Optional<ChatItem> item() {
    return mira.main().server().chat(direct);
  }

  private static void show(Home home, ChatId chat) {
    Ui.run(() -> home.main().server().currentProperty().set(chat));
    Ui.settle();
  }

  private ChatId lobby() {
    return Ui.ask(
        () ->
            mira.main().server().chats().stream()
                .map(ChatItem::chat)
                .filter(chat -> chat.kind() == Chat.Kind.LOBBY)
                .map(Chat::id)
                .findFirst()
                .orElseThrow());
  }

  private static void both(Home home, String name) {
    Ui.picture(home.scene(), name + "-light");
    Ui.run(() -> Ui.look().themeProperty().set(ThemeManager.Theme.DARK));
    Ui.picture(home.scene(), name + "-dark");
    Ui.run(() -> Ui.look().themeProperty().set(ThemeManager.Theme.LIGHT));
    Ui.settle();
  }

  private static Stream<ContextMenu> menus() {
    return List.copyOf(Window.getWindows()).stream()
        .filter(ContextMenu.class::isInstance)
        .map(ContextMenu.class::cast);
  }

  private static void choose(String item) {
    Ui.await("a menu is open", () -> menus().findFirst().isPresent());
    Ui.run(
        () ->
            Ui.menu().getItems().stream()
                .filter(found -> item.equals(found.getText()))
                .findFirst()
                .map(MenuItem.class::cast)
                .orElseThrow()
                .fire());
    Ui.run(() -> menus().forEach(Window::hide));
  }

  private void blockInMenu() {
    Node list = mira.find(".chat-list");
    Ui.focus(mira.scene());
    Ui.run(list::requestFocus);
    Ui.press(mira.scene(), KeyCode.SHIFT, KeyCode.F10);
    choose("Block…");
    mira.awaitText("Block Bo Müller?");
  }

  private boolean isBlocked() {
    return !mira.main().server().ownProperty().get().blocked().isEmpty();
  }

  @Test
  void theMenuBlocksAndTheBarOfTheChatEndsIt() {
    blockInMenu();
    both(mira, "block-question");
    mira.press("#act");
    mira.awaitText("You blocked Bo.");
    write("Hello?");
    write("Are you there?");
    Ui.await(
        "Mira's device has them", () -> item().filter(c -> c.reading().head() == 3).isPresent());
    assertThat(unread()).isZero();
    assertThat(mira.shows("Are you there?")).isFalse();
    assertThat(mira.shows("Can you lend me your bike?")).isTrue();
    mira.awaitText("Blocked");
    both(mira, "blocked-chat");

    show(mira, lobby());
    assertThat(Ui.ask(() -> mira.window().stage().getTitle())).isEqualTo("Hearth (mira)");
    Ui.run(() -> mira.main().settings());
    mira.press("#privacy");
    mira.awaitText("Blocked people");
    mira.awaitText("Bo Müller");
    both(mira, "privacy-blocked");
    Ui.press(mira.scene(), KeyCode.ESCAPE);

    show(mira, direct);
    mira.press("#unblock");
    mira.awaitText("Unblock Bo Müller?");
    mira.press("#act");
    mira.awaitText("Are you there?");
    mira.awaitText("Message Bo Müller");
    assertThat(isBlocked()).isFalse();
  }

  @Test
  void theCardBlocksAndTheSettingsEndItInAnyLanguage() {
    Ui.run(() -> mira.main().card(other(mira)));
    both(mira, "block-card");
    Ui.run(() -> button("Block…").fire());
    mira.awaitText("Block Bo Müller?");
    mira.press("#act");
    Ui.await("Bo is blocked", this::isBlocked);
    mira.awaitText("You blocked Bo.");
    readInChinese();
    Ui.run(() -> mira.main().card(other(mira)));
    assertThat(Ui.ask(() -> button("取消屏蔽…").isVisible())).isTrue();
    Ui.press(mira.scene(), KeyCode.ESCAPE);
    Ui.run(() -> mira.main().settings());
    mira.press("#privacy");
    mira.press(".unblock");
    Ui.await("Bo is not blocked", () -> !isBlocked());
    mira.awaitText("你没有屏蔽任何人。");
  }

  private void readInChinese() {
    Ui.run(() -> mira.main().languageSettings());
    mira.press("#language-simplified-chinese");
    Ui.press(mira.scene(), KeyCode.ESCAPE);
    mira.awaitText("你已屏蔽 Bo。");
    Ui.picture(mira.scene(), "blocked-chat-zh-light");
    mira.press("#unblock");
    mira.awaitText("取消屏蔽 Bo Müller？");
    Ui.picture(mira.scene(), "unblock-question-zh-light");
    Ui.press(mira.scene(), KeyCode.ESCAPE);
  }

  private Button button(String label) {
    return mira.scene().getRoot().lookupAll(".button").stream()
        .filter(javafx.scene.control.Button.class::isInstance)
        .map(javafx.scene.control.Button.class::cast)
        .filter(found -> label.equals(found.getText()))
        .findFirst()
        .orElseThrow();
  }
}
