package hearth.desktop.window;

import static org.assertj.core.api.Assertions.assertThat;

import hearth.client.model.ChatItem;
import hearth.client.model.TimelineRow;
import hearth.desktop.Home;
import hearth.desktop.SeededLog;
import hearth.desktop.Ui;
import hearth.desktop.timeline.AnchoredList;
import hearth.desktop.timeline.TimelineItem;
import hearth.desktop.timeline.TimelineView;
import hearth.protocol.Action;
import hearth.protocol.ChatId;
import hearth.protocol.Content;
import hearth.protocol.UserId;
import java.nio.file.Path;
import java.util.Objects;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Long histories and what was missed, in whole windows with a real server and its real file.
class HistoryUiTest {
  private static final ChatId LOBBY = new ChatId(1);
  private static final int MANY = 50_000;

  @TempDir Path folder;
  private Home mira;
  private Home bo;
  private String address = "";

  /// Mira hosts, and Bo has joined and read all there is.
  @BeforeEach
  void join() {
    mira = Home.open(folder, "mira");
    bo = Home.open(folder, "bo");
    mira.fill("#serverName", "Workshop");
    mira.fill("#hostName", "Mira Novak");
    Ui.click(mira.find("#host"));
    address = ((TextField) mira.find(".address")).getText();
    Ui.press(mira.scene(), KeyCode.ESCAPE);
    mira.awaitText("Message Lobby");
    bo.fill("#address", address);
    bo.fill("#joinName", "Bo Müller");
    Ui.click(bo.find("#join"));
    bo.awaitText("Message Lobby");
    Ui.focus(bo.scene());
    append("Hello");
    bo.awaitText("Hello");
    Ui.await("Bo has read all", () -> unread(bo) == 0 && readTo(bo) == head(bo));
  }

  @AfterEach
  void leave() {
    bo.close();
    mira.close();
  }

  /// What Mira's server gets while Bo is not there.
  private void whileBoIsAway(int count) {
    UserId me = Objects.requireNonNull(mira.main().server().me());
    bo.close();
    mira.window().hosting().stop();
    SeededLog.append(folder.resolve("mira").resolve("server"), LOBBY, me, "Message", count);
    int port = Integer.parseInt(address.substring(address.lastIndexOf(':') + 1));
    mira.window().hosting().start("Workshop", port).join();
  }

  private void reopen() {
    bo = bo.reopen();
    bo.awaitText("Message Lobby");
    Ui.focus(bo.scene());
  }

  private void append(String text) {
    mira.main().server().client().append(LOBBY, Action.Post.text(text));
  }

  @Test
  void aStartWithSixtyMissedMessagesStaysAtTheFirstOfThem() {
    whileBoIsAway(60);
    reopen();
    Ui.await("the first missed message is in sight", () -> isInSight("Message 1"));
    bo.awaitText("New messages");
    Ui.await("those in sight are read", () -> readTo(bo) >= seqOf("Message 5"));
    assertThat(Ui.ask(() -> isInSight("Message 1"))).isTrue();
    Ui.await("the rest is counted", () -> unread(bo) > 20 && count().equals("" + unread(bo)));
    long last = Ui.ask(this::lastInSight);
    Ui.await("nothing else is read", () -> readTo(bo) == last);
    assertThat(Ui.ask(() -> unread(bo))).isEqualTo((int) (head(bo) - last));
    Ui.picture(bo.scene(), "missed-light");

    Ui.press(bo.scene(), KeyCode.ESCAPE);
    Ui.await("the end is in sight", () -> isInSight("Message 60"));
    Ui.await("all is read", () -> unread(bo) == 0 && readTo(bo) == head(bo));
  }

  @Test
  void whoWritesWhileReadingAboveIsTakenToTheEnd() {
    whileBoIsAway(2_000);
    reopen();
    Ui.await("the first missed message is in sight", () -> isInSight("Message 1"));
    Ui.await("the end is far", () -> !timeline().model().reachesEnd());
    Ui.run(() -> bo.main().conversation().focusComposer());
    Ui.press(bo.scene(), KeyCode.UP);
    Ui.await("the end is in sight", () -> isInSight("Message 2000"));
    key(KeyCode.HOME);
    Ui.await("the first row of all is in sight", () -> firstSeq() == 1);
    Ui.run(() -> bo.main().conversation().focusComposer());
    Ui.type(bo.scene(), "Here I am");
    Ui.press(bo.scene(), KeyCode.ENTER);
    Ui.await("the own message is in sight", () -> isInSight("Here I am"));
  }

  @Test
  void whatComesWhileNobodyLooksStaysUnreadUnderItsDivider() {
    Ui.focus(mira.scene());
    for (int i = 1; i <= 40; i++) {
      append("Message " + i);
    }
    Ui.await("all has come", () -> unread(bo) == 40);
    Ui.await("the first of it is in sight", () -> isInSight("Message 1"));
    bo.awaitText("New messages");
    assertThat(Ui.ask(() -> isInSight("Message 40"))).isFalse();
    assertThat(Ui.ask(() -> readTo(bo))).isLessThan(Ui.ask(() -> seqOf("Message 1")));

    Ui.focus(bo.scene());
    Ui.await("what is in sight is read", () -> readTo(bo) == lastInSight());
    assertThat(Ui.ask(() -> unread(bo))).isPositive();
    assertThat(Ui.ask(() -> isInSight("Message 1"))).isTrue();
  }

  @Test
  void fiftyThousandMissedMessagesAreWaitingAtTheirFirstAndBothEndsAreOneKeyAway() {
    whileBoIsAway(MANY);
    reopen();
    Ui.await("the first missed message is in sight", () -> isInSight("Message 1"));
    bo.awaitText("New messages");
    Ui.await("some are read", () -> readTo(bo) == lastInSight());
    assertThat(Ui.ask(() -> unread(bo))).isEqualTo(1_000);
    Ui.picture(bo.scene(), "missed-many-light");

    key(KeyCode.END);
    Ui.await("the last is in sight", () -> isInSight("Message " + MANY));
    Ui.await("all is read", () -> unread(bo) == 0 && readTo(bo) == head(bo));
    key(KeyCode.HOME);
    Ui.await("the first row of all is in sight", () -> firstSeq() == 1);
    assertThat(Ui.ask(() -> timeline().model().items().size())).isLessThan(1_500);
    for (int page = 0; page < 20; page++) {
      key(KeyCode.PAGE_DOWN);
    }
    Ui.await("newer ones come", () -> isHeld("Message 150"));
    key(KeyCode.END);
    Ui.await("the last is in sight", () -> isInSight("Message " + MANY));
  }

  @Test
  void aHistoryThatOpensWithoutConnectionIsWalkedToItsFirstWhenItIsBack() {
    whileBoIsAway(2_000);
    reopen();
    Ui.await("the first missed message is in sight", () -> isInSight("Message 1"));
    key(KeyCode.END);
    Ui.await("all is read", () -> unread(bo) == 0 && readTo(bo) == head(bo));
    mira.window().hosting().stop();
    bo.close();
    reopen();
    Ui.await("the end is in sight", () -> isInSight("Message 2000"));
    Ui.await("there is no connection", () -> !bo.main().server().isOnline());
    Ui.run(() -> messages().requestFocus());
    for (int page = 0; page < 40; page++) {
      Ui.press(bo.scene(), KeyCode.PAGE_UP);
    }
    int port = Integer.parseInt(address.substring(address.lastIndexOf(':') + 1));
    mira.window().hosting().start("Workshop", port).join();
    Ui.run(() -> bo.main().server().client().reconnectNow());
    Ui.await("Bo is online", () -> bo.main().server().isOnline());
    walkUp();
    assertThat(Ui.ask(this::firstSeq)).isEqualTo(1);
    assertThat(Ui.ask(() -> timeline().model().items().size())).isLessThan(1_500);
  }

  /// Goes up page by page until there is nothing above.
  private void walkUp() {
    while (Ui.ask(() -> firstSeq() > 1 || timeline().list().firstProperty().get() > 0)) {
      long before = Ui.ask(this::firstSeq);
      key(KeyCode.PAGE_UP);
      Ui.await(
          "the view goes up",
          () -> firstSeq() < before || timeline().list().firstProperty().get() == 0);
      if (Ui.ask(() -> timeline().list().firstProperty().get() == 0)) {
        Ui.await(
            "older ones come",
            () -> firstSeq() == 1 || timeline().list().firstProperty().get() > 0);
      }
    }
  }

  private void key(KeyCode code) {
    Ui.run(() -> messages().requestFocus());
    Ui.press(bo.scene(), code);
  }

  private Node messages() {
    return Objects.requireNonNull(bo.main().conversation().messages());
  }

  private TimelineView timeline() {
    return Objects.requireNonNull(bo.main().conversation().timeline());
  }

  private long firstSeq() {
    bo.scene().getRoot().layout();
    int first = timeline().list().firstProperty().get();
    return first < timeline().model().items().size()
        ? timeline().model().items().get(first).row().seq()
        : Long.MAX_VALUE;
  }

  private long lastInSight() {
    bo.scene().getRoot().layout();
    int last = timeline().list().lastProperty().get();
    return last < 0 ? -1 : timeline().model().items().get(last).row().seq();
  }

  private boolean isInSight(String text) {
    AnchoredList<TimelineItem> list = timeline().list();
    bo.scene().getRoot().layout();
    for (int i = Math.max(0, list.firstProperty().get()); i <= list.lastProperty().get(); i++) {
      if (text.equals(text(timeline().model().items().get(i).row()))) {
        return true;
      }
    }
    return false;
  }

  private boolean isHeld(String text) {
    return timeline().model().items().stream().anyMatch(item -> text.equals(text(item.row())));
  }

  private long seqOf(String text) {
    return timeline().model().items().stream()
        .map(TimelineItem::row)
        .filter(row -> text.equals(text(row)))
        .mapToLong(TimelineRow::seq)
        .findFirst()
        .orElse(Long.MAX_VALUE);
  }

  private static String text(TimelineRow row) {
    return row.content() instanceof Content.Text(String text) ? text : "";
  }

  private String count() {
    return ((Label) bo.scene().getRoot().lookup(".to-end-badge")).getText();
  }

  private static int unread(Home home) {
    return item(home).reading().unread();
  }

  private static long readTo(Home home) {
    return item(home).reading().readTo();
  }

  private static long head(Home home) {
    return item(home).reading().head();
  }

  private static ChatItem item(Home home) {
    return home.main().server().chat(LOBBY).orElseThrow();
  }
}
