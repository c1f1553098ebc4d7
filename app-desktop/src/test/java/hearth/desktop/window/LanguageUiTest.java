package hearth.desktop.window;

import static org.assertj.core.api.Assertions.assertThat;

import hearth.client.HearthClient;
import hearth.desktop.Home;
import hearth.desktop.Ui;
import hearth.desktop.text.Language;
import hearth.protocol.Action;
import hearth.protocol.Row;
import java.lang.ref.WeakReference;
import java.nio.file.Path;
import java.util.stream.IntStream;
import javafx.scene.Node;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.TextArea;
import javafx.scene.input.KeyCode;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Choosing another language in the settings.
class LanguageUiTest {
  /// More than a timeline opens with.
  private static final int LINES = 130;

  @TempDir Path folder;

  @AfterEach
  void english() {
    Language.ENGLISH.use();
  }

  @Test
  void everySentenceChangesAtOnceAndThePersonGoesOnWhereTheyWere() {
    try (Home mira = Home.open(folder, "mira")) {
      host(mira);
      HearthClient client = mira.main().server().client();
      WeakReference<MainScreen> before = new WeakReference<>(mira.main());
      press(mira, "#details");
      mira.awaitText("Members · 1");
      write(mira, "half a sentence");

      choose(mira, "#language-simplified-chinese");
      for (String text : new String[] {"设置", "主题", "大厅", "成员 · 1", "显示规则", "今天"}) {
        mira.awaitText(text);
      }
      mira.awaitText("你加入了聊天");
      mira.awaitText("运行中 · 1 人在线");
      for (String text : new String[] {"Settings", "Lobby", "Members", "online", "joined"}) {
        assertThat(mira.shows(text)).as(text).isFalse();
      }
      assertThat(field(mira).getText()).isEqualTo("half a sentence");
      assertThat(field(mira).getPromptText()).isEqualTo("发消息给 大厅");
      assertThat(mira.main().server().client()).isSameAs(client);
      assertThat(mira.main().server().isOnline()).isTrue();
      assertThat(mira.main().server().offers("edit")).isTrue();
      assertThat(focused(mira)).isEqualTo("language-simplified-chinese");

      Ui.await("the screen before is gone", () -> isGone(before));

      press(mira, "#language-traditional-chinese");
      mira.awaitText("設定");
      mira.awaitText("大廳");
      press(mira, "#language-english");
      mira.awaitText("Settings");
      mira.awaitText("Lobby");
    }
  }

  @Test
  void theTimelineStaysWhereItWas() {
    try (Home mira = Home.open(folder, "mira")) {
      host(mira);
      IntStream.rangeClosed(1, LINES).forEach(n -> send(mira, "line %03d".formatted(n)));
      mira.awaitText("line " + LINES);
      Ui.press(mira.scene(), KeyCode.SHIFT, KeyCode.F6);
      IntStream.range(0, 6).forEach(n -> Ui.press(mira.scene(), KeyCode.PAGE_UP));
      Ui.await("older messages are shown", () -> !mira.shows("line " + (LINES - 1)));
      Ui.settle();
      String shown = Ui.ask(() -> firstMessage(mira));
      choose(mira, "#language-traditional-chinese");
      mira.awaitText("設定");
      Ui.await("the same messages are shown", () -> firstMessage(mira).equals(shown));
      assertThat(mira.shows("line " + (LINES - 1))).isFalse();
    }
  }

  @Test
  void anEditGoesOnAndTheDraftBesideItStays() {
    try (Home mira = Home.open(folder, "mira")) {
      host(mira);
      send(mira, "to be changed");
      mira.awaitText("to be changed");
      Ui.await("it is sent", () -> newest(mira) instanceof Action.Post);
      Ui.run(() -> field(mira).requestFocus());
      Ui.press(mira.scene(), KeyCode.UP);
      mira.awaitText("Edit message");
      write(mira, "changed");
      choose(mira, "#language-simplified-chinese");
      mira.awaitText("编辑消息");
      assertThat(field(mira).getText()).isEqualTo("changed");
      Ui.press(mira.scene(), KeyCode.ESCAPE);
      press(mira, "#send");
      mira.awaitText("已编辑");
      Ui.await("nothing is being written", () -> field(mira).getText().isEmpty());
    }
  }

  @Test
  void theLanguageIsThereAtTheNextStart() {
    Home first = Home.open(folder, "mira");
    host(first);
    choose(first, "#language-simplified-chinese");
    first.awaitText("设置");
    try (Home again = first.reopen()) {
      again.awaitText("大厅");
      assertThat(again.window().stage().getTitle()).isEqualTo("Hearth（mira）");
    }
  }

  private static @Nullable Action newest(Home home) {
    Row row = home.main().server().currentChat().orElseThrow().newest().row();
    return row == null ? null : row.entry().action();
  }

  private static String firstMessage(Home home) {
    return IntStream.rangeClosed(1, LINES)
        .mapToObj(n -> "line %03d".formatted(n))
        .filter(home::shows)
        .findFirst()
        .orElse("");
  }

  private static void choose(Home home, String language) {
    Ui.press(home.scene(), KeyCode.CONTROL, KeyCode.COMMA);
    press(home, language);
  }

  private static boolean isGone(WeakReference<?> left) {
    System.gc();
    return left.refersTo(null);
  }

  private static String focused(Home home) {
    return Ui.ask(
        () -> {
          Node owner = home.scene().getFocusOwner();
          return owner == null ? "" : owner.getId();
        });
  }

  private static void host(Home home) {
    home.fill("#serverName", "Workshop");
    home.fill("#hostName", "Mira Novak");
    press(home, "#host");
    home.find(".address");
    Ui.press(home.scene(), KeyCode.ESCAPE);
    home.awaitText("Hosting · 1 online");
  }

  private static void send(Home home, String text) {
    write(home, text);
    press(home, "#send");
  }

  private static void write(Home home, String text) {
    Ui.run(() -> field(home).setText(text));
  }

  private static TextArea field(Home home) {
    return (TextArea) home.scene().getRoot().lookup("#field");
  }

  private static void press(Home home, String selector) {
    ButtonBase button = (ButtonBase) home.find(selector);
    Ui.run(button::fire);
    Ui.settle();
  }
}
