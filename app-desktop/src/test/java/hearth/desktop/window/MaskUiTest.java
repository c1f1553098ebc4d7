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
import java.util.Objects;
import java.util.Optional;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.input.KeyCode;
import javafx.stage.Window;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Mira hosts and begins a masked chat, Bo finds it and comes in: in real windows on a real server.
class MaskUiTest {
  @TempDir Path folder;
  private Home mira;
  private Home bo;

  @BeforeEach
  void start() {
    mira = Home.open(folder, "mira");
    bo = Home.open(folder, "bo");
    bo.join(mira.host(), "Bo Müller");
  }

  @AfterEach
  void stop() {
    bo.close();
    mira.close();
    Language.ENGLISH.use();
  }

  private static void both(Home home, String name) {
    Ui.picture(home.scene(), name + "-light");
    Ui.run(() -> Ui.look().themeProperty().set(ThemeManager.Theme.DARK));
    Ui.picture(home.scene(), name + "-dark");
    Ui.run(() -> Ui.look().themeProperty().set(ThemeManager.Theme.LIGHT));
    Ui.settle();
  }

  private static ChatItem only(Home home, Chat.Kind kind) {
    Ui.await("there is a " + kind, () -> find(home, kind).isPresent());
    return Ui.ask(() -> find(home, kind).orElseThrow());
  }

  private static Optional<ChatItem> find(Home home, Chat.Kind kind) {
    return home.main().server().chats().stream()
        .filter(item -> item.chat().kind() == kind)
        .findFirst();
  }

  private static String nameOf(Home home, UserId alias) {
    return Ui.ask(() -> home.main().server().person(alias).orElseThrow().name());
  }

  private static void say(Home home, ChatId chat, String text) {
    Ui.run(() -> home.main().server().append(chat, Action.Post.text(text)));
  }

  /// What the menu of the newest message offers.
  private static List<String> offeredAtTheNewest(Home home) {
    Ui.focus(home.scene());
    Ui.run(
        () ->
            Optional.ofNullable(home.main().conversation().messages())
                .orElseThrow()
                .requestFocus());
    Ui.press(home.scene(), KeyCode.END);
    Ui.press(home.scene(), KeyCode.SHIFT, KeyCode.F10);
    Ui.await(
        "a menu is open",
        () -> Window.getWindows().stream().anyMatch(ContextMenu.class::isInstance));
    List<String> items =
        Ui.ask(
            () ->
                Ui.menu().getItems().stream()
                    .map(MenuItem::getText)
                    .filter(Objects::nonNull)
                    .toList());
    Ui.run(() -> Ui.menu().hide());
    return items;
  }

  @Test
  void everybodyIsThereUnderAnAlias() {
    Ui.run(() -> mira.main().newMasked());
    mira.awaitText("Everybody is here under an alias");
    mira.fill(".question .field-box", "Questions");
    Ui.picture(mira.scene(), "mask-question-light");
    Ui.press(mira.scene(), KeyCode.ENTER);
    mira.awaitText("Message Questions");

    Ui.run(() -> bo.main().findChannel());
    bo.awaitText("Masked · 1 member");
    Ui.picture(bo.scene(), "mask-channels-light");
    Ui.press(bo.scene(), KeyCode.ENTER);
    bo.awaitText("Message Questions");

    ChatItem asked = only(mira, Chat.Kind.MASKED);
    ChatItem answered = only(bo, Chat.Kind.MASKED);
    ChatId chat = asked.id();
    String fox = nameOf(mira, asked.own().as());
    String owl = nameOf(bo, answered.own().as());
    mira.awaitText("You are " + fox + " here");
    bo.awaitText("You are " + owl + " here");
    mira.awaitText(owl + " joined");
    say(mira, chat, "Why is the sky blue?");
    say(mira, chat, "And not violet");
    bo.awaitText("And not violet");
    say(bo, chat, "Because we see so little of violet");
    mira.awaitText("Because we see so little of violet");
    say(mira, chat, "Thank you!");
    bo.awaitText("Thank you!");
    Ui.run(() -> mira.main().conversation().detailsShownProperty().set(true));
    Ui.run(() -> bo.main().conversation().detailsShownProperty().set(true));
    bo.awaitText("Everybody is here under an alias");
    Ui.picture(mira.scene(), "mask-owner-light");
    both(bo, "mask-member");
    assertThat(mira.shows("Bo Müller")).isFalse();
    assertThat(bo.shows("Mira Novak")).isFalse();

    assertThat(offeredAtTheNewest(mira)).contains("Reply").doesNotContain("Forward");

    Ui.run(() -> mira.main().card(answered.own().as()));
    mira.awaitText("Remove from group");
    assertThat(mira.shows("Remove from this server")).isFalse();
    Ui.picture(mira.scene(), "mask-card-light");
    Ui.press(mira.scene(), KeyCode.ENTER);
    mira.awaitText("Message " + owl);
    ChatItem direct = only(bo, Chat.Kind.DIRECT);
    say(mira, direct.id(), "Just between us");
    bo.awaitText("Just between us");
    Ui.run(() -> bo.main().server().currentProperty().set(direct.id()));
    bo.awaitText("Message " + fox);
    Ui.picture(bo.scene(), "mask-direct-light");
    assertThat(bo.shows("Mira Novak")).isFalse();

    speaksChinese(bo, chat);
  }

  private static void speaksChinese(Home home, ChatId chat) {
    Ui.run(() -> home.main().server().currentProperty().set(chat));
    Ui.focus(home.scene());
    Ui.press(home.scene(), KeyCode.CONTROL, KeyCode.COMMA);
    home.press("#language-simplified-chinese");
    Ui.press(home.scene(), KeyCode.ESCAPE);
    home.awaitText("你在这里是");
    home.awaitText("每个人在这里都用化名");
    Ui.picture(home.scene(), "mask-zh-light");
    Ui.run(() -> home.main().conversation().detailsShownProperty().set(false));
    Ui.run(() -> home.window().stage().setWidth(500));
    Ui.picture(home.scene(), "mask-zh-narrow-light");
  }
}
