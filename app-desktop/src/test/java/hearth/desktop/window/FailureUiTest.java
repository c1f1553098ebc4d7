package hearth.desktop.window;

import static org.assertj.core.api.Assertions.assertThat;

import hearth.desktop.Home;
import hearth.desktop.Ui;
import hearth.desktop.fx.ThemeManager;
import java.nio.file.Path;
import javafx.scene.control.ButtonBase;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Bugs in what draws a window.
class FailureUiTest {
  @TempDir Path folder;

  @AfterEach
  void light() {
    Ui.run(() -> Ui.look().themeProperty().set(ThemeManager.Theme.LIGHT));
  }

  @Test
  void aScreenThatCannotBeDrawnGivesWayToAPageThatShowsItAgain() {
    try (Home mira = Home.open(folder, "mira")) {
      host(mira);
      breakLayout(mira);
      mira.awaitText("This cannot be shown");
      Ui.picture(mira.scene(), "failure-light");
      Ui.run(() -> Ui.look().themeProperty().set(ThemeManager.Theme.DARK));
      Ui.picture(mira.scene(), "failure-dark");
      press(mira, "#failure .accent");
      mira.awaitText("Hosting · 1 online");
      Ui.type(mira.scene(), "still here");
      Ui.press(mira.scene(), KeyCode.ENTER);
      mira.awaitText("still here");
    }
  }

  @Test
  void whatCannotBeDrawnCanBeQuit() {
    try (Home mira = Home.open(folder, "mira")) {
      host(mira);
      breakLayout(mira);
      mira.awaitText("This cannot be shown");
      Ui.run(() -> mira.window().giveUp());
      Ui.run(() -> ((ButtonBase) mira.scene().getRoot().lookup("#failure .button")).fire());
      Ui.await("the window is closed", () -> !mira.window().stage().isShowing());
    }
  }

  private static void breakLayout(Home home) {
    Pane place = (Pane) home.find("#field").getParent();
    Ui.run(() -> place.getChildren().add(new Broken()));
    Ui.settle();
  }

  private static void host(Home home) {
    home.fill("#serverName", "Workshop");
    home.fill("#hostName", "Mira Novak");
    press(home, "#host");
    assertThat(home.find(".address")).isNotNull();
    Ui.press(home.scene(), KeyCode.ESCAPE);
    home.awaitText("Hosting · 1 online");
  }

  private static void press(Home home, String selector) {
    ButtonBase button = (ButtonBase) home.find(selector);
    Ui.run(button::fire);
    Ui.settle();
  }

  private static final class Broken extends Region {
    @Override
    protected void layoutChildren() {
      throw new IllegalStateException("a bug of this test");
    }
  }
}
