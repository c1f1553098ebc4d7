package hearth.desktop.window;

import static org.assertj.core.api.Assertions.assertThat;

import hearth.desktop.Home;
import hearth.desktop.ShownText;
import hearth.desktop.Ui;
import hearth.desktop.timeline.TimelineView;
import hearth.protocol.Action;
import hearth.protocol.ChatId;
import hearth.protocol.Content;
import hearth.server.HearthServer;
import hearth.server.StartException;
import hearth.server.config.Capacity;
import hearth.server.config.ServerConfig;
import hearth.server.policy.RateLimits;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.stage.Window;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What two people do with each other's messages, over a real server.
class ActionsUiTest {
  private static final String THUMB = "👍";

  @TempDir Path folder;

  @Test
  void anEditADeletionAndAReactionReachTheOther() {
    try (Home mira = Home.open(folder, "mira");
        Home bo = Home.open(folder, "bo")) {
      join(bo, host(mira), "Bo Müller");
      send(mira, "Is the printer fere?");
      bo.awaitText("Is the printer fere?");

      goTo(bo, "Is the printer fere?");
      Ui.press(bo.scene(), KeyCode.R);
      bo.awaitText("Replying to Mira Novak");
      send(bo, "Yes, since ten");
      mira.awaitText("Yes, since ten");

      Ui.focus(mira.scene());
      Ui.run(() -> field(mira).requestFocus());
      Ui.press(mira.scene(), KeyCode.UP);
      mira.awaitText("Edit message");
      Ui.run(() -> field(mira).setText("Is the printer free?"));
      Ui.press(mira.scene(), KeyCode.ENTER);
      Ui.await("message and quote follow", () -> count(bo, "Is the printer free?") == 2);
      bo.awaitText("edited");

      goTo(bo, "Is the printer free?");
      Ui.press(bo.scene(), KeyCode.PLUS);
      Ui.run(() -> ((Button) Ui.popup().getScene().getFocusOwner()).fire());
      mira.awaitText(THUMB + " 1");
      Ui.picture(mira.scene(), "actions-light");

      Node edited =
          Ui.ask(
              () ->
                  bo.scene().getRoot().lookupAll(".edited").stream()
                      .filter(Node::isVisible)
                      .findFirst()
                      .orElseThrow());
      Ui.click(edited);
      Ui.await(
          "the earlier version is shown",
          () -> ShownText.areShown(Ui.popup().getScene().getRoot(), "Is the printer fere?"));
      Ui.picture(Ui.popup().getScene(), "versions-light");
      Ui.run(Ui.popup()::hide);

      goTo(mira, "Is the printer free?");
      Ui.press(mira.scene(), KeyCode.DELETE);
      Button yes = (Button) mira.find("#act");
      Ui.run(yes::fire);
      Ui.await("message and quote are gone", () -> count(bo, "This message was deleted") == 2);
      assertThat(bo.shows(THUMB)).isFalse();
      assertThat(bo.shows("edited")).isFalse();
    }
  }

  @Test
  void aPinnedMessageStandsAboveTheChatOfBoth() {
    try (Home mira = Home.open(folder, "mira");
        Home bo = Home.open(folder, "bo")) {
      join(bo, host(mira), "Bo Müller");
      send(bo, "The key is under the mat");
      mira.awaitText("The key is under the mat");
      choose(mira, "The key is under the mat", "Pin");
      bo.awaitText("Pinned message");
      Ui.await("it stands there with its words", () -> pinned(bo, "The key is under the mat"));
      Ui.picture(bo.scene(), "pinned-light");

      Ui.focus(bo.scene());
      Ui.run(() -> field(bo).requestFocus());
      Ui.press(bo.scene(), KeyCode.UP);
      bo.awaitText("Edit message");
      Ui.run(() -> field(bo).setText("The key is in the shed"));
      Ui.press(bo.scene(), KeyCode.ENTER);
      Ui.await("an edit shows there too", () -> pinned(mira, "The key is in the shed"));

      choose(mira, "The key is in the shed", "Unpin");
      Ui.await("nothing stands there any more", () -> !bo.shows("Pinned message"));
      assertThat(mira.shows("Pinned message")).isFalse();
      Ui.picture(bo.scene(), "unpinned-light");
    }
  }

  @Test
  void aQuoteJumpsOutOfTheWindowAndBack() throws StartException {
    ServerConfig config =
        new ServerConfig(folder.resolve("server"), "Workshop")
            .withPort(0)
            .with(Capacity.DEFAULT.with(RateLimits.NONE));
    try (HearthServer server = HearthServer.start(config);
        Home mira = Home.open(folder, "mira")) {
      String address = "127.0.0.1:" + server.port();
      join(mira, address, "Mira Novak");
      ChatId lobby = Objects.requireNonNull(mira.main().server().currentProperty().get());
      Ui.run(
          () -> {
            for (int i = 1; i <= 400; i++) {
              mira.main().server().append(lobby, Action.Post.text("Message " + i + "."));
            }
          });
      mira.awaitText("Message 400.");
      Ui.await("all of them are sent", () -> seqOf(mira, "Message 400.") > 0);
      long third = Ui.ask(() -> seqOf(mira, "Message 400.")) - 397;
      Ui.run(
          () ->
              mira.main()
                  .server()
                  .append(lobby, new Action.Post(new Content.Text("Do you remember?"), third)));
      try (Home bo = Home.open(folder, "bo")) {
        join(bo, address, "Bo Müller");
        bo.awaitText("Do you remember?");
        Ui.run(() -> timeline(bo).model().navigator().toEnd());
        Ui.await(
            "the quote was fetched, and is not among the rows",
            () -> seqOf(bo, "Message 3.") == 0 && bo.shows("Message 3."));

        Ui.click(quote(bo));
        Ui.await("the message is in sight", () -> isInSight(bo, "Message 3."));
        assertThat(Ui.ask(() -> timeline(bo).model().reachesEnd())).isFalse();
        Ui.picture(bo.scene(), "jumped-out-light");

        send(mira, "Something new");
        Ui.run(() -> timeline(bo).focusTarget().requestFocus());
        Ui.await(
            "newer rows come until the end",
            () -> {
              timeline(bo).list().scroll(600);
              return timeline(bo).model().reachesEnd() && bo.shows("Something new");
            });

        press(bo, KeyCode.END);
        Node back = bo.scene().getRoot().lookup(".jump-back");
        Ui.await("there is nowhere to go back to", () -> !back.isVisible());
        Ui.click(quote(bo));
        Ui.await("there is a way back", back::isVisible);
        Ui.run(((Button) back)::fire);
        Ui.await("the end is in sight", () -> timeline(bo).list().atEndProperty().get());
      }
    }
  }

  @Test
  void whatIsDoneOfflineShowsAtOnceAndIsSentOnce() {
    try (Home mira = Home.open(folder, "mira")) {
      String address = host(mira);
      try (Home bo = Home.open(folder, "bo")) {
        join(bo, address, "Bo Müller");
        send(bo, "The gate is at eihgt");
        mira.awaitText("The gate is at eihgt");
        send(mira, "Thank you");
        bo.awaitText("Thank you");

        mira.window().hosting().stop();
        Ui.await("Bo is offline", () -> !bo.main().server().isOnline());
        Ui.run(() -> field(bo).requestFocus());
        Ui.press(bo.scene(), KeyCode.UP);
        Ui.run(() -> field(bo).setText("The gate is at eight"));
        Ui.press(bo.scene(), KeyCode.ENTER);
        goTo(bo, "Thank you");
        Ui.press(bo.scene(), KeyCode.PLUS);
        Ui.run(() -> ((Button) Ui.popup().getScene().getFocusOwner()).fire());
        bo.awaitText("The gate is at eight");
        bo.awaitText(THUMB + " 1");
        Ui.picture(bo.scene(), "actions-offline-light");

        int port = Integer.parseInt(address.substring(address.lastIndexOf(':') + 1));
        mira.window().hosting().start("Workshop", port).join();
        mira.awaitText("The gate is at eight");
        mira.awaitText(THUMB + " 1");
      }
    }
  }

  /// Chooses something from the menu of a message.
  private static void choose(Home home, String text, String command) {
    goTo(home, text);
    Ui.press(home.scene(), KeyCode.SHIFT, KeyCode.F10);
    Ui.run(
        () ->
            Window.getWindows().stream()
                .filter(ContextMenu.class::isInstance)
                .map(ContextMenu.class::cast)
                .flatMap(menu -> menu.getItems().stream())
                .filter(item -> command.equals(item.getText()))
                .findFirst()
                .orElseThrow()
                .fire());
    Ui.run(
        () ->
            List.copyOf(Window.getWindows()).stream()
                .filter(ContextMenu.class::isInstance)
                .forEach(Window::hide));
  }

  private static boolean pinned(Home home, String text) {
    return ShownText.areShown(home.scene().getRoot().lookup("#pins"), text);
  }

  private static void press(Home home, KeyCode key) {
    Ui.run(() -> timeline(home).focusTarget().requestFocus());
    Ui.press(home.scene(), key);
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

  private static void send(Home home, String text) {
    Ui.focus(home.scene());
    Ui.run(() -> field(home).requestFocus());
    Ui.type(home.scene(), text);
    Ui.press(home.scene(), KeyCode.ENTER);
  }

  /// Goes up from the end by the keyboard to the message with this text.
  private static void goTo(Home home, String text) {
    Ui.focus(home.scene());
    Ui.run(() -> timeline(home).focusTarget().requestFocus());
    Ui.press(home.scene(), KeyCode.END);
    List<String> heard = new ArrayList<>();
    for (int i = 0; i < 10; i++) {
      Node current = home.scene().getRoot().lookup(".row-frame:current");
      String spoken = current == null ? "" : current.getAccessibleText();
      if (spoken.substring(spoken.indexOf(": ") + 1).strip().startsWith(text)) {
        return;
      }
      heard.add(spoken);
      Ui.press(home.scene(), KeyCode.UP);
    }
    throw new AssertionError("no row says " + text + " but " + heard);
  }

  private static long seqOf(Home home, String text) {
    return timeline(home).model().items().stream()
        .filter(
            item -> item.row().content() instanceof Content.Text(String said) && said.equals(text))
        .mapToLong(item -> item.row().seq())
        .findFirst()
        .orElse(0);
  }

  private static boolean isInSight(Home home, String text) {
    TimelineView timeline = timeline(home);
    List<Long> shown = timeline.model().items().stream().map(item -> item.row().seq()).toList();
    int index = shown.indexOf(seqOf(home, text));
    return index >= timeline.list().firstProperty().get()
        && index <= timeline.list().lastProperty().get();
  }

  /// How many texts in sight say this in a timeline.
  private static long count(Home home, String text) {
    Parent root = timeline(home).root();
    return Stream.of(".message-text", ".message-note", ".quote-text")
        .flatMap(style -> root.lookupAll(style).stream())
        .map(Node::getParent)
        .filter(ActionsUiTest::isShown)
        .filter(node -> ShownText.areShown(node, text))
        .count();
  }

  private static boolean isShown(Node node) {
    for (Node at = node; at != null; at = at.getParent()) {
      if (!at.isVisible()) {
        return false;
      }
    }
    return true;
  }

  private static Node quote(Home home) {
    return Ui.ask(
        () ->
            timeline(home).root().lookupAll(".quote").stream()
                .filter(ActionsUiTest::isShown)
                .findFirst()
                .orElseThrow());
  }

  private static TextArea field(Home home) {
    return (TextArea) Objects.requireNonNull(home.scene().getRoot().lookup("#field"));
  }

  private static TimelineView timeline(Home home) {
    return Objects.requireNonNull(home.main().conversation().timeline());
  }
}
