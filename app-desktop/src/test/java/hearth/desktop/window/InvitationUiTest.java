package hearth.desktop.window;

import static org.assertj.core.api.Assertions.assertThat;

import hearth.client.link.Address;
import hearth.desktop.Home;
import hearth.desktop.Ui;
import hearth.desktop.fx.FieldBox;
import hearth.desktop.fx.ThemeManager;
import hearth.desktop.hosting.Hosting;
import java.nio.file.Path;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What a `hearth://` link leads to, with and without a window that is open already.
class InvitationUiTest {
  private static final Address KEYED = new Address("192.168.1.20", 7420, false, "3fa0".repeat(16));

  @TempDir Path folder;

  @AfterEach
  void lightAgain() {
    theme(ThemeManager.Theme.LIGHT);
  }

  @Test
  void aStartByALinkShowsItsAddressAndAsksForTheName() {
    try (Home bo = Home.open(folder, "bo", KEYED)) {
      assertThat(box(bo, "#address").getText()).isEqualTo(KEYED.toString());
      Ui.await("the name is asked for", () -> box(bo, "#joinName").isFocused());
      Ui.picture(bo.scene(), "invited-light");
      theme(ThemeManager.Theme.DARK);
      Ui.picture(bo.scene(), "invited-dark");
    }
  }

  @Test
  void aStartByALinkThatIsCutOffSaysSoWhereItCanBeMended() {
    String cut = KEYED.toString().substring(0, KEYED.toString().length() - 9);
    try (Home bo = Home.openCutOff(folder, "bo", cut)) {
      bo.awaitText("This link is incomplete.");
      assertThat(box(bo, "#address").getText()).isEqualTo(cut);
      Ui.await("it can be mended", () -> box(bo, "#address").isFocused());
      Ui.picture(bo.scene(), "invited-cut-light");
    }
  }

  @Test
  void aLinkWithoutEncryptionIsShownAsThatWhereverItComes() {
    Address plain = new Address("192.168.1.20", 7420, true, null);
    try (Home mira = Home.open(folder, "mira");
        Home bo = Home.open(folder, "bo", plain)) {
      assertThat(box(bo, "#address").getText()).isEqualTo("ws://192.168.1.20:7420");
      bo.awaitText("Not encrypted: others on the network can read and change everything.");
      host(mira, "Workshop");
      propose(mira, plain);
      mira.awaitText("The connection to the other server is not encrypted.");
      Ui.picture(mira.scene(), "proposal-plain-light");
      theme(ThemeManager.Theme.DARK);
      Ui.picture(mira.scene(), "proposal-plain-dark");
      press(mira, "#act");
      mira.awaitText("Not encrypted: others on the network can read and change everything.");
    }
  }

  @Test
  void onTheWelcomeScreenALinkFillsInItsAddressAndAsksForTheName() {
    try (Home bo = Home.open(folder, "bo")) {
      bo.fill("#joinName", "Bo Müller");
      propose(bo, KEYED);
      assertThat(box(bo, "#address").getText()).isEqualTo(KEYED.toString());
      assertThat(box(bo, "#joinName").getText()).isEqualTo("Bo Müller");
      Ui.await("the name is asked for", () -> box(bo, "#joinName").isFocused());
    }
  }

  @Test
  void onAnotherServerALinkIsAQuestionAndANoLeavesAllAsItWas() {
    try (Home mira = Home.open(folder, "mira");
        Home bo = Home.open(folder, "bo")) {
      join(bo, host(mira, "Workshop"));
      Ui.run(() -> field(bo).setText("half a sentence"));
      propose(bo, KEYED);
      bo.awaitText("Join 192.168.1.20:7420?");
      bo.awaitText("You will leave Workshop.");
      Ui.picture(bo.scene(), "proposal-light");
      theme(ThemeManager.Theme.DARK);
      Ui.picture(bo.scene(), "proposal-dark");
      propose(bo, KEYED); // is being asked already
      press(bo, "#keep");
      assertThat(bo.shows("Join 192.168.1.20:7420?")).isFalse();
      assertThat(field(bo).getText()).isEqualTo("half a sentence");
      assertThat(bo.main().server().isOnline()).isTrue();
    }
  }

  @Test
  void aYesLeadsToTheOtherServerAndTheFirstOneIsKnownWithItsDraft() {
    try (Home mira = Home.open(folder, "mira");
        Home chen = Home.open(folder, "chen");
        Home bo = Home.open(folder, "bo")) {
      String first = host(mira, "Workshop");
      Address other = link(chen, host(chen, "Library"));
      join(bo, first);
      Ui.run(() -> field(bo).setText("half a sentence"));
      propose(bo, other);
      press(bo, "#act");
      bo.find("#join");
      assertThat(box(bo, "#address").getText()).isEqualTo(other.toString());
      assertThat(box(bo, "#joinName").getText()).isEqualTo("Bo Müller");
      bo.awaitText("Workshop");
      press(bo, "#join");
      Ui.await("Bo is in the library", () -> isIn(bo, "Library"));

      propose(bo, Address.parse(first).orElseThrow());
      press(bo, "#act");
      bo.find("#join");
      press(bo, "#join");
      Ui.await("Bo is in the workshop again", () -> isIn(bo, "Workshop"));
      Ui.await("the draft is there", () -> field(bo).getText().equals("half a sentence"));
    }
  }

  @Test
  void whoHostsIsToldWhatStops() {
    try (Home mira = Home.open(folder, "mira");
        Home bo = Home.open(folder, "bo")) {
      join(bo, host(mira, "Workshop"));
      mira.awaitText("Hosting · 2 online");
      propose(mira, KEYED);
      mira.awaitText("Hosting Workshop will stop. 1 other person is connected");
      Ui.picture(mira.scene(), "proposal-hosting-light");
      theme(ThemeManager.Theme.DARK);
      Ui.picture(mira.scene(), "proposal-hosting-dark");
      press(mira, "#act");
      mira.find("#join");
      assertThat(box(mira, "#address").getText()).isEqualTo(KEYED.toString());
      Ui.await("nothing is hosted", () -> !mira.window().hosting().isRunning());
    }
  }

  @Test
  void aLinkToTheServerInViewAsksNothing() {
    try (Home mira = Home.open(folder, "mira");
        Home bo = Home.open(folder, "bo")) {
      String address = host(mira, "Workshop");
      Address link = link(mira, address);
      join(bo, address);
      for (Address same :
          new Address[] {
            Address.parse(address).orElseThrow(),
            link,
            new Address("at-another-address.local", 7420, false, link.key())
          }) {
        propose(bo, same);
        propose(mira, same);
        assertThat(bo.scene().getRoot().lookup(".question")).as("Bo, " + same).isNull();
        assertThat(mira.scene().getRoot().lookup(".question")).as("Mira, " + same).isNull();
      }
    }
  }

  @Test
  void aLinkThatComesBeforeTheServerIsOpenWaitsForIt() {
    Home first = Home.open(folder, "mira");
    host(first, "Workshop");
    try (Home again = first.reopen()) {
      again.window().propose(KEYED);
      again.awaitText("Join 192.168.1.20:7420?");
    }
  }

  private static void propose(Home home, Address invitation) {
    home.window().propose(invitation);
    Ui.settle();
  }

  private static Address link(Home home, String address) {
    var running = (Hosting.Running) home.window().hosting().stateProperty().get();
    Address plain = Address.parse(address).orElseThrow();
    return new Address(plain.host(), plain.port(), false, running.serverId());
  }

  private static String host(Home home, String serverName) {
    home.fill("#serverName", serverName);
    home.fill("#hostName", "Mira Novak");
    press(home, "#host");
    String address = ((TextField) home.find(".address")).getText();
    Ui.press(home.scene(), KeyCode.ESCAPE);
    home.awaitText("Hosting · 1 online");
    return address;
  }

  private static void join(Home home, String address) {
    home.fill("#address", address);
    home.fill("#joinName", "Bo Müller");
    press(home, "#join");
    home.find("#field");
    Ui.await("the connection stands", () -> home.main().server().isOnline());
  }

  private static boolean isIn(Home home, String serverName) {
    MainScreen screen = home.window().main();
    return screen != null
        && screen.serverName().equals(serverName)
        && screen.server().isOnline()
        && home.scene().getRoot().lookup("#field") != null;
  }

  private static void theme(ThemeManager.Theme theme) {
    Ui.run(() -> Ui.look().themeProperty().set(theme));
    Ui.settle();
  }

  private static TextField box(Home home, String selector) {
    return ((FieldBox) home.find(selector)).field();
  }

  private static TextArea field(Home home) {
    return (TextArea) home.find("#field");
  }

  private static void press(Home home, String selector) {
    ButtonBase button = (ButtonBase) home.find(selector);
    Ui.run(button::fire);
    Ui.settle();
  }
}
