package hearth.desktop.window;

import static org.assertj.core.api.Assertions.assertThat;

import hearth.client.model.Change;
import hearth.client.model.Connection;
import hearth.desktop.Home;
import hearth.desktop.Ui;
import hearth.desktop.fx.FieldBox;
import hearth.protocol.Fault;
import java.io.IOException;
import java.lang.ref.WeakReference;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.List;
import javafx.event.Event;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.stage.WindowEvent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The ways out of the main screen, and back in.
class NavigationUiTest {
  @TempDir Path folder;

  @Test
  void quittingWhileOthersAreConnectedSaysHowMany() {
    try (Home mira = Home.open(folder, "mira");
        Home bo = Home.open(folder, "bo")) {
      String address = host(mira);
      Ui.run(() -> ask(mira));
      mira.awaitText("Stop hosting Workshop?");
      assertThat(mira.shows("No one else is connected.")).isTrue();
      press(mira, "#keep");
      join(bo, address);
      mira.awaitText("Hosting · 2 online");
      Ui.run(() -> ask(mira));
      mira.awaitText("1 other person is connected and cannot chat until you open Hearth again.");
      Ui.picture(mira.scene(), "quit-light");
      press(mira, "#keep");
      assertThat(mira.window().hosting().isRunning()).isTrue();

      Ui.run(() -> ask(bo)); // who only joined is not asked
      Ui.await("the window is closed", () -> !bo.window().stage().isShowing());
    }
  }

  @Test
  void whoIsNotKnownAnyMoreJoinsAgainByTheSameAddressAndName() {
    try (Home mira = Home.open(folder, "mira");
        Home bo = Home.open(folder, "bo")) {
      String address = host(mira);
      join(bo, address);
      Ui.run(
          () ->
              bo.main()
                  .server()
                  .apply(
                      List.of(
                          new Change.ConnectionChanged(
                              new Connection.Refused(Fault.TOKEN_UNKNOWN)))));
      bo.awaitText("This server no longer knows this device.");
      press(bo, "#barAction");
      bo.find("#join");
      assertThat(box(bo, "#address").getText()).contains(address);
      assertThat(box(bo, "#joinName").getText()).isEqualTo("Bo Müller");
    }
  }

  @Test
  void whoLeavesFindsTheServerOnTheWelcomeScreenAndNothingOfTheScreenStays() {
    try (Home mira = Home.open(folder, "mira");
        Home bo = Home.open(folder, "bo")) {
      join(bo, host(mira));
      WeakReference<MainScreen> left = new WeakReference<>(bo.main());
      Ui.run(() -> bo.main().settings());
      press(bo, "#leaving");
      bo.awaitText("Servers you have joined");
      press(bo, ".known-server");
      bo.find("#field");
      Ui.await("the connection stands", () -> bo.main().server().isOnline());
      Ui.await("the screen that was left is gone", () -> isGone(left));
    }
  }

  @Test
  void whoStopsHostingHostsAgainFromTheWelcomeScreen() {
    try (Home mira = Home.open(folder, "mira")) {
      host(mira);
      WeakReference<MainScreen> left = new WeakReference<>(mira.main());
      Ui.run(() -> mira.main().settings());
      press(mira, "#leaving");
      mira.find("#host");
      Ui.await("nothing is hosted", () -> !mira.window().hosting().isRunning());
      press(mira, "#host");
      mira.awaitText("Invite people to Workshop");
      Ui.await("the screen that was left is gone", () -> isGone(left));
    }
  }

  @Test
  void aPortInUseAtTheNextStartIsToldWithAnotherOneToHostOn() throws IOException {
    Home first = Home.open(folder, "mira");
    String address = host(first);
    int port = Integer.parseInt(address.substring(address.lastIndexOf(':') + 1));
    first.close();
    try (ServerSocket other = new ServerSocket(port);
        Home again = first.reopen()) {
      assertThat(other.isBound()).isTrue();
      again.awaitText("Another program is using port " + port + ".");
      again.awaitText("Host on ");
      Ui.picture(again.scene(), "port-in-use-light");
      press(again, "#barAction");
      again.awaitText("Hosting · 1 online");
    }
  }

  private static boolean isGone(WeakReference<?> left) {
    System.gc();
    return left.refersTo(null);
  }

  private static void ask(Home home) {
    Event.fireEvent(
        home.window().stage(),
        new WindowEvent(home.window().stage(), WindowEvent.WINDOW_CLOSE_REQUEST));
  }

  private static String host(Home home) {
    home.fill("#serverName", "Workshop");
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

  private static TextField box(Home home, String selector) {
    return ((FieldBox) home.find(selector)).field();
  }

  private static void press(Home home, String selector) {
    ButtonBase button = (ButtonBase) home.find(selector);
    Ui.run(button::fire);
    Ui.settle();
  }
}
