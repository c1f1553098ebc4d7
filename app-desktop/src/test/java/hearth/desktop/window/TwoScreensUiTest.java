package hearth.desktop.window;

import static org.assertj.core.api.Assertions.assertThat;

import hearth.client.model.TimelineRow;
import hearth.desktop.Home;
import hearth.desktop.Ui;
import hearth.desktop.fx.DeliverySign;
import hearth.desktop.fx.FieldBox;
import hearth.desktop.fx.Ticks;
import hearth.desktop.timeline.TimelineItem;
import hearth.desktop.timeline.TimelineView;
import hearth.protocol.Content;
import hearth.protocol.UserId;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import javafx.scene.Node;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Two people, two whole windows, one server between them.
class TwoScreensUiTest {
  @TempDir Path folder;

  @Test
  void whatOneTypesTheOtherReads() {
    try (Home mira = Home.open(folder, "mira");
        Home bo = Home.open(folder, "bo")) {
      String address = host(mira);
      join(bo, address, "Bo Müller");
      Ui.focus(bo.scene());
      mira.awaitText("Hosting · 2 online");
      bo.awaitText("Connected · 2 online");

      // Bo looks at the lobby, so Mira sees that Bo types, and then what Bo wrote.
      Ui.focus(bo.scene());
      mira.awaitText("Bo is looking at this chat");
      write(bo, "Hello Mira, 你好");
      mira.awaitText("Bo is typing…");
      Ui.press(bo.scene(), KeyCode.ENTER);
      mira.awaitText("Hello Mira, 你好");
      awaitTicks(bo, DeliverySign.TWO);

      // It is read only when Mira turns to her window.
      Ui.focus(mira.scene());
      awaitTicks(bo, DeliverySign.TWO_COLOURED);
      mira.awaitText("Hello Mira, 你好");

      // A press on a person opens the direct chat; the other sees a badge.
      Ui.run(
          () ->
              mira.main()
                  .server()
                  .openDirect(userCalled(mira, "Bo Müller"), () -> {}, refused -> {}));
      Ui.await("the direct chat is in view", () -> titleOf(mira).equals("Bo Müller"));
      write(mira, "Only for you");
      Ui.press(mira.scene(), KeyCode.ENTER);
      bo.awaitText("Only for you");
      Ui.await(
          "Bo has one unread",
          () ->
              bo.scene().getRoot().lookupAll(".chat-cell .badge").stream()
                  .anyMatch(Node::isVisible));
      Ui.picture(bo.scene(), "two-unread-light");

      // Bo goes there by the keyboard and reads.
      Ui.focus(bo.scene());
      Ui.press(bo.scene(), KeyCode.ALT, KeyCode.SHIFT, KeyCode.DOWN);
      Ui.await("Bo is in the direct chat", () -> titleOf(bo).equals("Mira Novak"));
      awaitTicks(mira, DeliverySign.TWO_COLOURED);
      Ui.picture(mira.scene(), "two-read-light");
    }
  }

  @Test
  void aGroupIsMadeByNameAndMembers() {
    try (Home mira = Home.open(folder, "mira");
        Home bo = Home.open(folder, "bo")) {
      join(bo, host(mira), "Bo Müller");
      mira.awaitText("Hosting · 2 online");
      Ui.run(() -> mira.main().newGroup());
      FieldBox title = (FieldBox) mira.find(".picker .field-box");
      Ui.run(() -> title.field().setText("Robot team"));
      Ui.click(mira.find(".person-cell"));
      Ui.click(mira.find("#create"));
      Ui.await("the group is in view", () -> titleOf(mira).equals("Robot team"));
      mira.awaitText("You added");
      bo.awaitText("Robot team");
    }
  }

  @Test
  void whatIsWrittenWhileTheServerIsGoneArrivesInOrderWhenItIsBack() {
    try (Home mira = Home.open(folder, "mira")) {
      String address = host(mira);
      try (Home bo = Home.open(folder, "bo")) {
        join(bo, address, "Bo Müller");
        write(bo, "one");
        Ui.press(bo.scene(), KeyCode.ENTER);
        mira.awaitText("one");

        mira.window().hosting().stop();
        Ui.await("Bo is offline", () -> !bo.main().server().isOnline());
        for (String text : List.of("two", "three", "four")) {
          write(bo, text);
          Ui.press(bo.scene(), KeyCode.ENTER);
        }
        Ui.await("all of it waits", () -> isWaiting(bo));
        Ui.picture(bo.scene(), "two-offline-light");

        mira.window().hosting().start("Workshop", portOf(address)).join();
        mira.awaitText("four");
        Ui.await("both show the same", () -> said(mira).equals(said(bo)));
        assertThat(Ui.ask(() -> said(bo))).containsSubsequence("one", "two", "three", "four");
        assertThat(Ui.ask(() -> said(bo))).doesNotHaveDuplicates();
      }
    }
  }

  @Test
  void theNextStartShowsWhatWasThereAndHostsAgain() {
    Home first = Home.open(folder, "mira");
    host(first);
    write(first, "to be kept");
    Ui.press(first.scene(), KeyCode.ENTER);
    Ui.await("the message is on the server's disk", () -> !isWaiting(first));
    write(first, "a draft");
    try (Home again = first.reopen()) {
      again.awaitText("to be kept");
      again.awaitText("Hosting · 1 online");
      Ui.await("the draft is there", () -> field(again).getText().equals("a draft"));
    }
  }

  private static String host(Home home) {
    home.fill("#serverName", "Workshop");
    home.fill("#hostName", "Mira Novak");
    Ui.click(home.find("#host"));
    String address = ((TextField) home.find(".address")).getText();
    Ui.press(home.scene(), KeyCode.ESCAPE);
    home.awaitText("Message Lobby");
    return address;
  }

  private static void join(Home home, String address, String name) {
    home.fill("#address", address);
    home.fill("#joinName", name);
    Ui.click(home.find("#join"));
    home.awaitText("Message Lobby");
    Ui.await("the connection stands", () -> home.main().server().isOnline());
  }

  private static void write(Home home, String text) {
    Ui.run(() -> field(home).requestFocus());
    Ui.type(home.scene(), text);
  }

  private static TextArea field(Home home) {
    return (TextArea) Objects.requireNonNull(home.scene().getRoot().lookup("#field"));
  }

  private static String titleOf(Home home) {
    return home.main()
        .server()
        .currentChat()
        .map(item -> home.main().display().title(item.chat()))
        .orElse("");
  }

  private static UserId userCalled(Home home, String name) {
    return home.main().server().people().stream()
        .filter(user -> user.name().equals(name))
        .findFirst()
        .orElseThrow()
        .id();
  }

  /// Waits until every message of one's own in sight is marked so.
  private static void awaitTicks(Home home, DeliverySign sign) {
    Ui.await(
        "the last own message is marked " + sign,
        () ->
            home.scene().getRoot().lookupAll(".bubble .ticks").stream()
                .filter(Node::isVisible)
                .filter(node -> node.getParent().getParent().isVisible())
                .map(Ticks.class::cast)
                .anyMatch(ticks -> ticks.sign() == sign));
  }

  /// The texts in the timeline, from the top.
  private static List<String> said(Home home) {
    TimelineView timeline = Objects.requireNonNull(home.main().conversation().timeline());
    return timeline.model().items().stream()
        .map(TimelineItem::row)
        .map(TwoScreensUiTest::text)
        .filter(text -> !text.isEmpty())
        .toList();
  }

  private static String text(TimelineRow row) {
    return row.content() instanceof Content.Text(String text) ? text : "";
  }

  private static boolean isWaiting(Home home) {
    TimelineView timeline = Objects.requireNonNull(home.main().conversation().timeline());
    return timeline.model().items().stream()
        .anyMatch(item -> item.row() instanceof TimelineRow.Unsent);
  }

  private static int portOf(String address) {
    return Integer.parseInt(address.substring(address.lastIndexOf(':') + 1));
  }
}
