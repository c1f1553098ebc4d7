package hearth.desktop.devices;

import static org.assertj.core.api.Assertions.assertThat;

import hearth.desktop.Home;
import hearth.desktop.Ui;
import hearth.desktop.fx.ErrorLabel;
import hearth.desktop.fx.FieldBox;
import hearth.desktop.fx.ThemeManager;
import java.nio.file.Path;
import java.util.Locale;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// One person with two windows: a device is added by its code, by its link, and signed out.
class DevicesUiTest {
  private static final double NARROW = 460;

  @TempDir Path folder;

  @Test
  void aDeviceIsAddedByItsCodeAndSignedOut() {
    try (Home mira = Home.open(folder, "mira");
        Home tablet = Home.open(folder, "tablet")) {
      String address = mira.host();
      openDevices(mira);
      mira.awaitText("This device");
      pictures(mira, "devices-one");
      String code = newCode(mira, "#codeField");
      assertThat(code).matches("[2-9A-Z]{4}-[2-9A-Z]{4}");
      mira.awaitText("Good for 10 minutes, for one device.");
      pictures(mira, "devices-code");

      tablet.press("#other");
      assertThat(tablet.find("#address").lookup(".text-field").isFocused()).isTrue();
      tablet.fill("#address", address);
      tablet.fill("#code", "2222-222");
      tablet.press("#join");
      assertThat(error(tablet, "#code")).startsWith("Enter the eight letters and digits");
      tablet.fill("#code", "2222-2222");
      tablet.press("#join");
      Ui.await(
          "the code is refused", () -> error(tablet, "#code").startsWith("This code is wrong"));
      pictures(tablet, "welcome-code");
      tablet.fill("#code", " " + code.toLowerCase(Locale.ROOT));
      tablet.press("#join");
      tablet.find("#field");
      Ui.await("the tablet is Mira", () -> tablet.main().server().isOnline());
      Ui.await(
          "both are one person",
          () -> mira.main().server().client().me().equals(tablet.main().server().client().me()));

      openDevices(tablet);
      tablet.press(".sign-out");
      tablet.awaitText("If that device hosts the server, it stops");
      pictures(tablet, "devices-question-host");
      Ui.press(tablet.scene(), KeyCode.ESCAPE);

      Ui.press(mira.scene(), KeyCode.ESCAPE);
      Ui.await("the list has both", () -> mira.scene().getRoot().lookupAll(".device").size() == 2);
      mira.awaitText("Online");
      pictures(mira, "devices-two");
      Button out = (Button) mira.find(".sign-out");
      Ui.run(out::requestFocus);
      Ui.press(mira.scene(), KeyCode.SPACE);
      mira.awaitText("including messages it has not sent yet.");
      assertThat(mira.shows("If that device hosts the server")).isFalse();
      pictures(mira, "devices-question");
      mira.press("#act");
      tablet.awaitText(
          "This device was signed out of Workshop from another device. Everything from that server"
              + " was deleted here.");
      Ui.await("the list has one", () -> mira.scene().getRoot().lookupAll(".device").size() == 1);
      assertThat(tablet.scene().getRoot().lookupAll(".known-server")).isEmpty();
      pictures(tablet, "welcome-signed-out");
    }
  }

  @Test
  void aLinkFillsInTheCode() {
    try (Home mira = Home.open(folder, "mira")) {
      mira.host();
      openDevices(mira);
      mira.awaitText("This device");
      String link = newCode(mira, "#linkField");
      assertThat(link).startsWith("hearth://").contains("?code=");
      try (Home tablet = Home.open(folder, "tablet")) {
        tablet.fill("#address", link);
        tablet.awaitText("Add this device");
        pictures(tablet, "welcome-link");
        tablet.press("#join");
        tablet.find("#field");
        Ui.await("the tablet is here", () -> tablet.main().server().isOnline());
      }
      mira.awaitText("Hosting · 1 online");
    }
  }

  private static void openDevices(Home home) {
    Ui.press(home.scene(), KeyCode.CONTROL, KeyCode.COMMA);
    home.press("#devices");
  }

  /// What a field of the dialog says, as soon as the code is there.
  private static String newCode(Home home, String field) {
    home.press("#addDevice");
    TextField shown = (TextField) home.find(field);
    Ui.await("the code is there", () -> !shown.getText().isEmpty());
    return Ui.ask(shown::getText);
  }

  private static String error(Home home, String box) {
    Node sentence = ((FieldBox) home.find(box)).lookup(".error");
    return ((ErrorLabel) sentence).getText();
  }

  private static void pictures(Home home, String name) {
    double wide = home.window().stage().getWidth();
    for (ThemeManager.Theme theme :
        new ThemeManager.Theme[] {ThemeManager.Theme.LIGHT, ThemeManager.Theme.DARK}) {
      String end = theme == ThemeManager.Theme.DARK ? "-dark" : "-light";
      Ui.run(() -> Ui.look().themeProperty().set(theme));
      Ui.picture(home.scene(), name + end);
      Ui.run(() -> home.window().stage().setWidth(NARROW));
      Ui.picture(home.scene(), name + "-narrow" + end);
      Ui.run(() -> home.window().stage().setWidth(wide));
    }
    Ui.run(() -> Ui.look().themeProperty().set(ThemeManager.Theme.LIGHT));
  }
}
