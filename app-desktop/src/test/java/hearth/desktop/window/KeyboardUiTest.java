package hearth.desktop.window;

import static org.assertj.core.api.Assertions.assertThat;

import hearth.desktop.Home;
import hearth.desktop.SeededLog;
import hearth.desktop.ShownText;
import hearth.desktop.Ui;
import hearth.desktop.chats.ChatRow;
import hearth.desktop.fx.ThemeManager;
import hearth.protocol.UserId;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The window without a mouse, over a real server.
class KeyboardUiTest {
  @TempDir Path folder;

  @AfterEach
  void turnOnTheLight() {
    Ui.run(() -> Ui.look().themeProperty().set(ThemeManager.Theme.LIGHT));
  }

  @Test
  void arrowsWalkTheListAndEnterOpens() {
    try (Home mira = Home.open(folder, "mira");
        Home bo = Home.open(folder, "bo")) {
      bo.join(mira.host(), "Bo Müller");
      mira.createGroup("Robot team", "Bo Müller");
      mira.createGroup("Tea round", "Bo Müller");
      Ui.focus(mira.scene());
      Ui.run(chats(mira)::requestFocus);
      assertThat(marked(mira)).isEqualTo("Tea round");
      Ui.press(mira.scene(), KeyCode.DOWN);
      assertThat(marked(mira)).isEqualTo("Robot team");
      assertThat(mira.shows("Message Tea round")).isTrue();
      Ui.picture(mira.scene(), "chat-list-marked-light");
      Ui.press(mira.scene(), KeyCode.HOME);
      assertThat(marked(mira)).isEqualTo("Lobby");
      Ui.press(mira.scene(), KeyCode.END);
      assertThat(marked(mira)).isEqualTo("Robot team");
      Ui.press(mira.scene(), KeyCode.ENTER);
      mira.awaitText("Message Robot team");
      Ui.await("the composer has the focus", () -> composer(mira).isFocused());

      Ui.press(mira.scene(), KeyCode.TAB);
      assertThat(composer(mira).isFocused()).isFalse();
      assertThat(composer(mira).getText()).isEmpty();
      Ui.press(mira.scene(), KeyCode.SHIFT, KeyCode.TAB);
      assertThat(composer(mira).isFocused()).isTrue();
    }
  }

  @Test
  void theListScrollsAlongWithTheChatInView() {
    try (Home mira = Home.open(folder, "mira");
        Home bo = Home.open(folder, "bo")) {
      bo.join(mira.host(), "Bo Müller");
      for (int i = 1; i <= 14; i++) {
        mira.createGroup("Group " + i, "Bo Müller");
      }
      Ui.focus(mira.scene());
      List<String> titles = titles(mira);
      assertThat(titles).startsWith("Lobby", "Group 14").endsWith("Group 1");
      for (String title : titles.subList(2, titles.size())) {
        Ui.press(mira.scene(), KeyCode.ALT, KeyCode.DOWN);
        assertThat(inView(mira)).isEqualTo(title);
      }
      assertThat(isInSight(mira, 14)).isTrue();
      assertThat(isInSight(mira, 0)).isFalse();
      for (int i = 0; i < 14; i++) {
        Ui.press(mira.scene(), KeyCode.ALT, KeyCode.UP);
      }
      assertThat(inView(mira)).isEqualTo("Lobby");
      assertThat(isInSight(mira, 0)).isTrue();
    }
  }

  @Test
  void theBestHitIsMarkedAndEnterOpensIt() {
    try (Home mira = Home.open(folder, "mira");
        Home bo = Home.open(folder, "bo");
        Home rosa = Home.open(folder, "rosa")) {
      String address = mira.host();
      bo.join(address, "Bo Müller");
      rosa.join(address, "Rosa Lind");
      mira.awaitText("Hosting · 3 online");
      mira.createGroup("Old robots", "Bo Müller");
      mira.createGroup("Robot team", "Bo Müller");
      mira.createGroup("Front row", "Rosa Lind");
      mira.createGroup("Euro coins", "Bo Müller");

      Ui.focus(mira.scene());
      Ui.press(mira.scene(), KeyCode.CONTROL, KeyCode.K);
      Ui.type(mira.scene(), "ro");
      assertThat(titles(mira))
          .containsExactly("Robot team", "Front row", "Old robots", "Rosa Lind", "Euro coins");
      assertThat(marked(mira)).isEqualTo("Robot team");
      both(mira, "quick-switcher");
      Ui.press(mira.scene(), KeyCode.DOWN);
      Ui.press(mira.scene(), KeyCode.DOWN);
      Ui.press(mira.scene(), KeyCode.DOWN);
      assertThat(marked(mira)).isEqualTo("Rosa Lind");
      assertThat(filter(mira).isFocused()).isTrue();
      Ui.press(mira.scene(), KeyCode.ENTER);
      mira.awaitText("Message Rosa Lind");
      assertThat(filter(mira).getText()).isEmpty();

      Ui.press(mira.scene(), KeyCode.CONTROL, KeyCode.K);
      Ui.type(mira.scene(), "rob");
      Ui.press(mira.scene(), KeyCode.ENTER);
      mira.awaitText("Message Robot team");
      Ui.press(mira.scene(), KeyCode.CONTROL, KeyCode.K);
      Ui.type(mira.scene(), "zzz");
      Ui.press(mira.scene(), KeyCode.ENTER);
      Ui.press(mira.scene(), KeyCode.ESCAPE);
      assertThat(filter(mira).getText()).isEmpty();
      assertThat(titles(mira)).contains("Lobby");
      Ui.press(mira.scene(), KeyCode.ESCAPE);
      assertThat(composer(mira).isFocused()).isTrue();
    }
  }

  @Test
  void theChatThatWasLookedForIsInSightInTheList() {
    Home first = Home.open(folder, "mira");
    first.host();
    UserId me = Objects.requireNonNull(first.main().server().me());
    first.close();
    SeededLog.groups(folder.resolve("mira").resolve("server"), me, 40, 1);
    try (Home mira = first.reopen()) {
      mira.find("#field");
      Ui.await("all chats are there", () -> mira.main().server().chats().size() == 41);
      Ui.focus(mira.scene());
      Ui.press(mira.scene(), KeyCode.CONTROL, KeyCode.K);
      Ui.type(mira.scene(), "group 7");
      Ui.press(mira.scene(), KeyCode.ENTER);
      mira.awaitText("Message Group 7");
      ListCell<?> cell = mira.cell(".chat-cell", "Group 7");
      Node list = mira.find(".chat-list");
      Ui.await("it is in sight", () -> isWithin(cell, list));
    }
  }

  private static boolean isWithin(Node part, Node whole) {
    Bounds around = whole.localToScene(whole.getBoundsInLocal());
    return around.contains(part.localToScene(part.getBoundsInLocal()));
  }

  @Test
  void peopleAreChosenByTyping() {
    try (Home mira = Home.open(folder, "mira");
        Home jan = Home.open(folder, "jan");
        Home anna = Home.open(folder, "anna")) {
      String address = mira.host();
      jan.join(address, "Jan Ahn");
      anna.join(address, "Anna Berg");
      mira.awaitText("Hosting · 3 online");
      Ui.focus(mira.scene());
      Ui.run(() -> mira.main().newGroup());
      mira.fill(".picker .field-box", "Robot team");
      Ui.press(mira.scene(), KeyCode.ENTER);
      Ui.type(mira.scene(), "an");
      Ui.press(mira.scene(), KeyCode.ENTER);
      mira.awaitText("1 person chosen");
      assertThat(chips(mira)).containsExactly("Anna Berg");
      Ui.press(mira.scene(), KeyCode.DOWN);
      Ui.press(mira.scene(), KeyCode.ENTER);
      mira.awaitText("2 people chosen");
      both(mira, "picker-chips");
      Ui.press(mira.scene(), KeyCode.BACK_SPACE);
      assertThat(chips(mira)).containsExactly("Anna Berg");
      mira.press("#create");
      mira.awaitText("You added Anna Berg");
    }
  }

  @Test
  void aMemberOpensTheirCardAndTheCardTheDirectChat() {
    try (Home mira = Home.open(folder, "mira");
        Home bo = Home.open(folder, "bo")) {
      bo.join(mira.host(), "Bo Müller");
      mira.createGroup("Robot team", "Bo Müller");
      mira.press("#details");
      Ui.click(mira.cell(".details .person-cell", "Bo Müller"));
      Node card = mira.find(".member-card");
      assertThat(mira.shows("Message Robot team")).isTrue();
      assertThat(ShownText.areShown(card, "Remove from group")).isTrue();
      both(mira, "member-card");
      Ui.press(mira.scene(), KeyCode.ENTER);
      mira.awaitText("Message Bo Müller");
      assertThat(mira.scene().getRoot().lookup(".member-card")).isNull();

      Ui.click(mira.cell(".details .person-cell", "You"));
      assertThat(ShownText.areShown(mira.find(".member-card"), "Mira Novak (you)")).isTrue();
      assertThat(mira.scene().getRoot().lookup("#write").isVisible()).isFalse();
      Ui.press(mira.scene(), KeyCode.ESCAPE);
    }
  }

  @Test
  void theShortcutsAreListed() {
    try (Home mira = Home.open(folder, "mira")) {
      mira.host();
      Ui.press(mira.scene(), KeyCode.CONTROL, KeyCode.SLASH);
      mira.awaitText("Keyboard shortcuts");
      assertThat(mira.shows("Ctrl ,")).isTrue();
      assertThat(ShownText.cutOff(mira.find(".shortcuts"))).isEmpty();
      both(mira, "shortcuts-all");
      Ui.run(() -> mira.window().stage().setWidth(480));
      Ui.run(() -> mira.window().stage().setHeight(700));
      Ui.settle();
      assertThat(ShownText.cutOff(mira.find(".shortcuts"))).isEmpty();
      both(mira, "shortcuts-narrow");
    }
  }

  private static void both(Home home, String name) {
    Ui.picture(home.scene(), name + "-light");
    Ui.run(() -> Ui.look().themeProperty().set(ThemeManager.Theme.DARK));
    Ui.picture(home.scene(), name + "-dark");
    Ui.run(() -> Ui.look().themeProperty().set(ThemeManager.Theme.LIGHT));
    Ui.settle();
  }

  @SuppressWarnings("unchecked") // the list is declared so in the view
  private static ListView<ChatRow> chats(Home home) {
    return (ListView<ChatRow>) home.find(".chat-list");
  }

  private static String marked(Home home) {
    return Ui.ask(
        () ->
            Objects.requireNonNull(chatsNow(home).getFocusModel().getFocusedItem())
                .heading()
                .title());
  }

  private static List<String> titles(Home home) {
    return Ui.ask(
        () -> chatsNow(home).getItems().stream().map(row -> row.heading().title()).toList());
  }

  @SuppressWarnings("unchecked") // the list is declared so in the view
  private static ListView<ChatRow> chatsNow(Home home) {
    return (ListView<ChatRow>) Objects.requireNonNull(home.scene().getRoot().lookup(".chat-list"));
  }

  private static String inView(Home home) {
    return Ui.ask(
        () -> {
          var server = home.main().server();
          return home.main().display().title(server.currentChat().orElseThrow().chat());
        });
  }

  private static boolean isInSight(Home home, int index) {
    return Ui.ask(
        () -> {
          chatsNow(home).layout();
          Bounds list = chatsNow(home).localToScene(chatsNow(home).getBoundsInLocal());
          return chatsNow(home).lookupAll(".chat-cell").stream()
              .filter(cell -> ((ListCell<?>) cell).getIndex() == index && cell.isVisible())
              .map(cell -> cell.localToScene(cell.getBoundsInLocal()))
              .anyMatch(
                  at -> at.getMinY() >= list.getMinY() - 1 && at.getMaxY() <= list.getMaxY() + 1);
        });
  }

  private static List<String> chips(Home home) {
    return Ui.ask(
        () ->
            home.scene().getRoot().lookupAll(".person-chip").stream()
                .map(chip -> ((Labeled) chip).getText())
                .toList());
  }

  private static TextField filter(Home home) {
    return (TextField) home.find("#filter");
  }

  private static TextArea composer(Home home) {
    return (TextArea) home.find("#field");
  }
}
