package hearth.desktop.welcome;

import static org.assertj.core.api.Assertions.assertThat;

import hearth.desktop.Home;
import hearth.desktop.Ui;
import hearth.desktop.fx.FieldBox;
import hearth.desktop.fx.ThemeManager;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Path;
import javafx.scene.Node;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WelcomeUiTest {
  @TempDir Path folder;

  @Test
  void looksAsItShouldInBothThemesAndSizes() {
    try (Home home = Home.open(folder, "mira")) {
      home.find(".welcome-title");
      Ui.picture(home.scene(), "welcome-light");
      Ui.run(() -> Ui.look().themeProperty().set(ThemeManager.Theme.DARK));
      Ui.picture(home.scene(), "welcome-dark");
      Ui.run(
          () -> {
            Ui.look().themeProperty().set(ThemeManager.Theme.LIGHT);
            home.window().stage().setWidth(700);
            home.window().stage().setHeight(500);
          });
      Ui.picture(home.scene(), "welcome-narrow");
    }
  }

  @Test
  void beginsWithTheCursorInTheFirstFieldAndHostsByEnter() {
    try (Home home = Home.open(folder, "mira")) {
      home.find("#serverName");
      Ui.type(home.scene(), "Workshop");
      Ui.press(home.scene(), KeyCode.ENTER);
      Ui.type(home.scene(), "Mira Novak");
      Ui.press(home.scene(), KeyCode.ENTER);

      home.awaitText("Invite people to Workshop");
      TextField address = (TextField) home.find(".address");
      assertThat(address.getText()).contains(":");
      Ui.picture(home.scene(), "hosted-light");
    }
  }

  @Test
  void saysUnderTheFieldWhatIsWrongWithIt() {
    try (Home home = Home.open(folder, "mira")) {
      Ui.click(home.find("#host"));
      assertThat(error(home, "#serverName")).isEqualTo("Enter a name.");
      assertThat(error(home, "#hostName")).isEqualTo("Enter a name.");
      type(home, "#serverName", "W".repeat(41));
      type(home, "#hostName", "Mi\u202Era");
      Ui.click(home.find("#host"));
      assertThat(error(home, "#serverName")).contains("at most 40");
      assertThat(error(home, "#hostName")).contains("cannot be displayed");
      type(home, "#address", "not an address");
      Ui.click(home.find("#join"));
      assertThat(error(home, "#address")).contains("This is not an address.");
      Ui.picture(home.scene(), "welcome-errors-light");
      assertThat(text(home, "#address")).isEqualTo("not an address");
    }
  }

  @Test
  void saysThatNobodyAnswersAndKeepsWhatWasTyped() throws IOException {
    int silent = freePort();
    try (Home home = Home.open(folder, "mira")) {
      type(home, "#address", "127.0.0.1:" + silent);
      type(home, "#joinName", "Mira Novak");
      Ui.click(home.find("#join"));
      Ui.await("the refusal is shown", () -> !error(home, "#address").isEmpty());
      assertThat(error(home, "#address"))
          .isEqualTo(
              "No server answers at this address. Check the address, and that the host’s computer"
                  + " is on.");
      assertThat(text(home, "#joinName")).isEqualTo("Mira Novak");
    }
  }

  @Test
  void aPlainAddressIsShownAsNotEncryptedAndAskedAbout() throws IOException {
    int silent = freePort();
    try (Home home = Home.open(folder, "mira")) {
      type(home, "#address", "127.0.0.1:" + silent);
      assertThat(home.shows("Not encrypted")).isFalse();
      type(home, "#address", "ws://127.0.0.1:" + silent);
      type(home, "#joinName", "Mira Novak");
      home.awaitText("Not encrypted: others on the network can read and change everything.");
      pictures(home, "welcome-plain");
      assertThat(home.scene().getRoot().lookup("#foot").isVisible())
          .as("it promises encryption")
          .isFalse();

      Ui.click(home.find("#join"));
      home.awaitText("Join without encryption?");
      pictures(home, "welcome-plain-question");
      Ui.click(home.find("#keep"));
      assertThat(home.shows("Join without encryption?")).isFalse();
      assertThat(home.find("#join").isDisabled()).as("nothing was begun").isFalse();
      assertThat(error(home, "#address")).isEmpty();

      Ui.click(home.find("#join"));
      Ui.click(home.find("#act"));
      Ui.await("the server was asked for", () -> !error(home, "#address").isEmpty());
      assertThat(error(home, "#address")).contains("No server answers at this address.");
    }
  }

  private static void pictures(Home home, String name) {
    Ui.picture(home.scene(), name + "-light");
    Ui.run(() -> Ui.look().themeProperty().set(ThemeManager.Theme.DARK));
    Ui.picture(home.scene(), name + "-dark");
    Ui.run(() -> Ui.look().themeProperty().set(ThemeManager.Theme.LIGHT));
  }

  @Test
  void offersTheNextFreePortWhereTheUsualOneIsInUse() throws IOException {
    try (ServerSocket other = new ServerSocket(0);
        Home home = Home.open(folder, "mira", other.getLocalPort())) {
      type(home, "#serverName", "Workshop");
      type(home, "#hostName", "Mira Novak");
      Ui.click(home.find("#host"));
      home.awaitText("Another program is using port " + other.getLocalPort() + ".");
      pictures(home, "welcome-port");
      assertThat(isPrimary(home, "#freePort")).isTrue();
      assertThat(isPrimary(home, "#host")).isFalse();
      Ui.await(
          "Enter goes on with it", () -> home.scene().getRoot().lookup("#freePort").isFocused());
      Ui.click(home.find("#freePort"));
      home.awaitText("Invite people to Workshop");
    }
  }

  @Test
  void aFieldTakesALineAndNotAWholeFile() {
    try (Home home = Home.open(folder, "mira")) {
      type(home, "#address", "127.0.0.1 ".repeat(100_000));
      assertThat(text(home, "#address")).hasSize(1_000).startsWith("127.0.0.1 ");
    }
  }

  @Test
  void anErrorMovesNothingInTheForm() {
    try (Home home = Home.open(folder, "mira")) {
      Ui.settle();
      double host = top(home, "#host");
      double join = top(home, "#join");
      double name = top(home, "#joinName");
      Ui.click(home.find("#host"));
      type(home, "#address", "not an address");
      Ui.click(home.find("#join"));
      assertThat(error(home, "#address")).isNotEmpty();
      Ui.settle();
      assertThat(top(home, "#host")).isEqualTo(host);
      assertThat(top(home, "#join")).isEqualTo(join);
      assertThat(top(home, "#joinName")).isEqualTo(name);
    }
  }

  @Test
  void aLinkThatWasCutOffIsCalledIncomplete() {
    try (Home home = Home.open(folder, "mira")) {
      type(home, "#address", "hearth://192.168.1.20:7420/3fa03fa03fa0");
      type(home, "#joinName", "Mira Novak");
      Ui.click(home.find("#join"));
      assertThat(error(home, "#address")).startsWith("This link is incomplete.");
    }
  }

  @Test
  void whatComesNextIsThePrimaryButton() {
    try (Home home = Home.open(folder, "mira")) {
      home.find("#host");
      assertThat(isPrimary(home, "#host")).isTrue();
      assertThat(isPrimary(home, "#join")).isFalse();
      type(home, "#address", "192.168.1.20");
      assertThat(isPrimary(home, "#host")).isFalse();
      assertThat(isPrimary(home, "#join")).isTrue();
      pictures(home, "welcome-joins");
    }
  }

  @Test
  void joiningASilentHostShowsProgressAndCanBeCancelled() throws IOException {
    try (ServerSocket silent = new ServerSocket(0);
        Home home = Home.open(folder, "mira")) {
      type(home, "#address", "127.0.0.1:" + silent.getLocalPort());
      type(home, "#joinName", "Mira Novak");
      Ui.click(home.find("#join"));
      home.awaitText("Connecting to 127.0.0.1:" + silent.getLocalPort() + "…");
      assertThat(home.find("#cancel").isFocused()).isTrue();
      Ui.click(home.find("#cancel"));
      home.find("#join");
      Ui.await("it can be tried again", () -> !home.scene().getRoot().lookup("#join").isDisabled());
      assertThat(error(home, "#address")).isEmpty();
      assertThat(text(home, "#joinName")).isEqualTo("Mira Novak");

      Ui.click(home.find("#join"));
      home.find("#cancel");
      Ui.press(home.scene(), KeyCode.ESCAPE);
      Ui.await("Esc cancels too", () -> home.scene().getRoot().lookup("#join").isVisible());

      Ui.click(home.find("#join"));
      pictures(home, "welcome-joining");
    }
  }

  @Test
  void whoJoinsIsInTheLobbyWithTheCursorInTheComposerAlsoInANarrowWindow() {
    try (Home mira = Home.open(folder, "mira");
        Home bo = Home.open(folder, "bo")) {
      type(mira, "#serverName", "Workshop");
      type(mira, "#hostName", "Mira Novak");
      Ui.click(mira.find("#host"));
      String address = ((TextField) mira.find(".address")).getText();
      Ui.run(() -> bo.window().stage().setWidth(500));
      type(bo, "#address", address);
      type(bo, "#joinName", "Bo Müller");
      Ui.click(bo.find("#join"));
      bo.find("#field");
      Ui.await("one can write at once", () -> bo.scene().getRoot().lookup("#field").isFocused());
    }
  }

  private static boolean isPrimary(Home home, String button) {
    return home.scene().getRoot().lookup(button).getStyleClass().contains("accent");
  }

  private static double top(Home home, String selector) {
    Node node = home.find(selector);
    return Ui.ask(
        () -> {
          home.scene().getRoot().layout();
          return node.localToScene(node.getBoundsInLocal()).getMinY();
        });
  }

  private static void type(Home home, String box, String text) {
    FieldBox field = (FieldBox) home.find(box);
    Ui.run(
        () -> {
          field.field().requestFocus();
          field.field().setText(text);
        });
  }

  private static String text(Home home, String box) {
    return ((FieldBox) home.find(box)).field().getText();
  }

  private static String error(Home home, String box) {
    return ((Labeled) home.scene().getRoot().lookup(box + " .error")).getText();
  }

  private static int freePort() throws IOException {
    try (ServerSocket free = new ServerSocket(0)) {
      return free.getLocalPort();
    }
  }
}
