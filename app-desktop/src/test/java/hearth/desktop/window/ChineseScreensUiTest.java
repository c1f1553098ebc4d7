package hearth.desktop.window;

import static org.assertj.core.api.Assertions.assertThat;

import hearth.desktop.Home;
import hearth.desktop.ShownText;
import hearth.desktop.Ui;
import hearth.desktop.fx.ThemeManager;
import hearth.desktop.text.Language;
import java.nio.file.Path;
import javafx.event.Event;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.stage.WindowEvent;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Draws the window in Chinese, to be looked at, and checks that nothing is cut off.
class ChineseScreensUiTest {
  @TempDir Path folder;

  @AfterEach
  void reset() {
    Language.ENGLISH.use();
    Ui.run(() -> Ui.look().themeProperty().set(ThemeManager.Theme.LIGHT));
  }

  @Test
  void simplified() {
    draw(Language.SIMPLIFIED_CHINESE, "zh_CN");
  }

  @Test
  void traditional() {
    draw(Language.TRADITIONAL_CHINESE, "zh_TW");
  }

  private void draw(Language language, String name) {
    try (Home mira = Home.open(folder, "mira", language);
        Home bo = Home.open(folder, "bo", language)) {
      press(mira, "#host");
      picture(mira, name, "welcome-errors");
      mira.fill("#serverName", "创客空间");
      mira.fill("#hostName", "陈晓");
      picture(mira, name, "welcome");
      press(mira, "#host");
      String address = ((TextField) mira.find(".address")).getText();
      picture(mira, name, "invite");
      Ui.press(mira.scene(), KeyCode.ESCAPE);
      bo.fill("#address", address);
      bo.fill("#joinName", "Bo Müller");
      press(bo, "#join");
      send(bo, "你好，大家下午三点在 B 教室见。Bring the camera, please!");
      mira.awaitText("你好，大家");
      send(mira, "好的，我带上三脚架。");
      press(mira, "#details");
      Ui.press(mira.scene(), KeyCode.ESCAPE);
      picture(mira, name, "main");
      Ui.press(mira.scene(), KeyCode.CONTROL, KeyCode.COMMA);
      picture(mira, name, "settings");
      Ui.press(mira.scene(), KeyCode.ESCAPE);
      Ui.press(mira.scene(), KeyCode.CONTROL, KeyCode.SLASH);
      picture(mira, name, "shortcuts");
      Ui.press(mira.scene(), KeyCode.ESCAPE);
      Ui.run(() -> mira.main().newGroup());
      picture(mira, name, "new-group");
      Ui.press(mira.scene(), KeyCode.ESCAPE);
      Ui.run(
          () ->
              Event.fireEvent(
                  mira.window().stage(),
                  new WindowEvent(mira.window().stage(), WindowEvent.WINDOW_CLOSE_REQUEST)));
      picture(mira, name, "quit");
      Ui.press(mira.scene(), KeyCode.ESCAPE);
    }
  }

  private static void picture(Home home, String language, String name) {
    for (ThemeManager.Theme theme :
        new ThemeManager.Theme[] {ThemeManager.Theme.LIGHT, ThemeManager.Theme.DARK}) {
      Ui.run(() -> Ui.look().themeProperty().set(theme));
      String suffix = theme == ThemeManager.Theme.LIGHT ? "-light" : "-dark";
      Ui.picture(home.scene(), name + "-" + language + suffix);
    }
    assertThat(Ui.ask(() -> ShownText.cutOff(home.scene().getRoot()))).as(name).isEmpty();
  }

  private static void send(Home home, String text) {
    TextArea field = (TextArea) home.find("#field");
    Ui.run(() -> field.setText(text));
    press(home, "#send");
  }

  private static void press(Home home, String selector) {
    ButtonBase button = (ButtonBase) home.find(selector);
    Ui.run(button::fire);
    Ui.settle();
  }
}
