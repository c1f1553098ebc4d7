package hearth.desktop.settings;

import static org.assertj.core.api.Assertions.assertThat;

import hearth.desktop.Home;
import hearth.desktop.Ui;
import hearth.desktop.fx.FieldBox;
import hearth.desktop.fx.ThemeManager;
import hearth.protocol.Action;
import hearth.protocol.ChatId;
import hearth.protocol.UserId;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Objects;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What people say of themselves, over a real server.
class ProfileUiTest {
  private static final String SAID = "do not disturb · in a meeting 🗓️ (until ";

  @TempDir Path folder;

  @AfterEach
  void turnOnTheLight() {
    Ui.run(() -> Ui.look().themeProperty().set(ThemeManager.Theme.LIGHT));
  }

  @Test
  void whatOneSaysOfOneselfIsShownToTheOthers() {
    try (Home mira = Home.open(folder, "mira");
        Home bo = Home.open(folder, "bo")) {
      bo.join(mira.host(), "Bo Müller");
      openProfile(mira);
      mira.fill("#profileName", "Mira N.");
      mira.fill("#profileStatus", "in a meeting 🗓️");
      choose(mira, "#statusEnd", "In 1 hour");
      choose(mira, "#quiet", "Until I turn it off");
      everywhere(mira, "profile");
      mira.press("#save");
      Ui.await("the dialog is closed", () -> mira.scene().getRoot().lookup(".profile") == null);

      bo.press("#details");
      Ui.await("Bo reads it", () -> says(bo, "in a meeting 🗓️"));
      assertThat(bo.shows("Mira N.")).isTrue();
      everywhere(bo, "profile-members");
      Ui.click(bo.cell(".details .person-cell", "Mira N."));
      both(bo, "profile-card");
      bo.press("#write");
      bo.awaitText("Message Mira N.");
      both(bo, "profile-header");
      Ui.run(() -> mira.main().settings());
      Ui.await("Mira reads it", () -> says(mira, SAID));
      everywhere(mira, "profile-settings");
      resize(mira, 700, 500);
      Node leaving = mira.find("#leaving");
      Ui.run(leaving::requestFocus);
      both(mira, "profile-settings-end-narrow");
    }
  }

  @Test
  void whoDoesNotWantToBeDisturbedIsToldOfNothing() {
    try (Home mira = Home.open(folder, "mira");
        Home bo = Home.open(folder, "bo")) {
      bo.join(mira.host(), "Bo Müller");
      UserId her = Objects.requireNonNull(mira.main().server().me());
      ChatId direct = bo.main().server().client().openDirect(her).join();
      bo.main().server().client().append(direct, Action.Post.text("Good morning"));
      Ui.await("it counts", () -> unread(mira) == 1);
      openProfile(mira);
      choose(mira, "#quiet", "For 1 hour");
      mira.press("#save");
      Ui.await("it does not count", () -> unread(mira) == 0);
      assertThat(Ui.ask(() -> mira.main().server().chat(direct).orElseThrow().reading().unread()))
          .isEqualTo(1);
      openProfile(mira);
      choose(mira, "#quiet", "Off");
      mira.press("#save");
      Ui.await("it counts again", () -> unread(mira) == 1);
    }
  }

  @Test
  void whatIsRefusedIsSaidWhereItStands() {
    try (Home mira = Home.open(folder, "mira");
        Home bo = Home.open(folder, "bo")) {
      bo.join(mira.host(), "Bo Müller");
      openProfile(bo);
      bo.fill("#profileName", "mira novak");
      bo.press("#save");
      bo.awaitText("That name is taken. Choose another one.");
      bo.fill("#profileStatus", "x".repeat(101));
      bo.fill("#profileName", "Bo");
      bo.press("#save");
      bo.awaitText("This status is too long. Use at most 100 characters.");
      both(bo, "profile-refused");
      bo.fill("#profileStatus", "x".repeat(100));
      Ui.run(mira.window()::quit);
      Ui.await("Bo is offline", () -> !bo.main().server().isOnline());
      bo.press("#save");
      bo.awaitText("You are offline. Try again when Hearth is connected.");
    }
  }

  @Test
  void theKeyboardDoes() {
    try (Home mira = Home.open(folder, "mira")) {
      mira.host();
      Ui.focus(mira.scene());
      Ui.press(mira.scene(), KeyCode.CONTROL, KeyCode.COMMA);
      mira.press("#profile");
      Ui.await(
          "the status has the focus",
          () ->
              mira.scene()
                  .getFocusOwner()
                  .equals(((FieldBox) mira.scene().getRoot().lookup("#profileStatus")).field()));
      Ui.type(mira.scene(), "lunch");
      Ui.press(mira.scene(), KeyCode.ENTER);
      Ui.await("it is said", () -> mira.main().server().myStatus().text().equals("lunch"));
      Ui.await("the dialog is closed", () -> mira.scene().getRoot().lookup(".profile") == null);
    }
  }

  private static void openProfile(Home home) {
    Ui.run(() -> home.main().settings());
    home.press("#profile");
    home.find(".profile");
  }

  private static void choose(Home home, String menu, String label) {
    MenuButton button = (MenuButton) home.find(menu);
    Ui.run(
        () ->
            button.getItems().stream()
                .filter(item -> label.equals(item.getText()))
                .findFirst()
                .orElseThrow()
                .fire());
    Ui.settle();
  }

  private static int unread(Home home) {
    return home.main().server().unread(Instant.now());
  }

  private static boolean says(Home home, String part) {
    return home.scene().getRoot().lookupAll(".label").stream()
        .anyMatch(node -> node instanceof Label said && said.getText().contains(part));
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
