package hearth.desktop.settings;

import hearth.desktop.Home;
import hearth.desktop.Ui;
import hearth.desktop.fx.ThemeManager;
import hearth.protocol.Hidden;
import hearth.protocol.Presence;
import hearth.protocol.User;
import java.nio.file.Path;
import javafx.scene.control.CheckBox;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What people keep from the others, over a real server.
class PrivacyUiTest {
  @TempDir Path folder;

  @AfterEach
  void turnOnTheLight() {
    Ui.run(() -> Ui.look().themeProperty().set(ThemeManager.Theme.LIGHT));
  }

  @Test
  void theKeyboardHidesWhetherOneIsHere() {
    try (Home mira = Home.open(folder, "mira");
        Home bo = Home.open(folder, "bo")) {
      bo.join(mira.host(), "Bo Müller");
      openPrivacy(bo);
      Ui.focus(bo.scene());
      Ui.press(bo.scene(), KeyCode.SPACE);
      Ui.await("it is hidden", () -> bo.main().server().ownProperty().get().hides(Hidden.PRESENCE));
      Ui.await("Mira sees Bo offline", () -> sees(mira, Presence.OFFLINE));
      everywhere(bo, "privacy");
      Ui.press(bo.scene(), KeyCode.SPACE);
      Ui.await("Mira sees Bo again", () -> sees(mira, Presence.ONLINE));
    }
  }

  @Test
  void whatTheServerDoesNotHearIsNotSwitched() {
    try (Home mira = Home.open(folder, "mira");
        Home bo = Home.open(folder, "bo")) {
      bo.join(mira.host(), "Bo Müller");
      openPrivacy(bo);
      Ui.run(mira.window()::quit);
      Ui.await("Bo is offline", () -> !bo.main().server().isOnline());
      bo.press("#reading");
      bo.awaitText("You are offline. Try again when Hearth is connected.");
      Ui.await("it is as before", () -> !((CheckBox) bo.find("#reading")).isSelected());
    }
  }

  private static boolean sees(Home home, Presence presence) {
    return home.main().server().people().stream()
        .filter(user -> user.name().equals("Bo Müller"))
        .map(User::presence)
        .anyMatch(presence::equals);
  }

  private static void openPrivacy(Home home) {
    Ui.run(() -> home.main().settings());
    home.press("#privacy");
    home.find(".privacy");
  }

  private static void everywhere(Home home, String name) {
    both(home, name);
    resize(home, 700, 500);
    both(home, name + "-narrow");
    resize(home, 1280, 800);
  }

  private static void both(Home home, String name) {
    Ui.picture(home.scene(), name + "-light");
    Ui.run(() -> Ui.look().themeProperty().set(ThemeManager.Theme.DARK));
    Ui.picture(home.scene(), name + "-dark");
    Ui.run(() -> Ui.look().themeProperty().set(ThemeManager.Theme.LIGHT));
    Ui.settle();
  }

  private static void resize(Home home, double width, double height) {
    Ui.run(() -> home.window().stage().setWidth(width));
    Ui.run(() -> home.window().stage().setHeight(height));
    Ui.settle();
  }
}
