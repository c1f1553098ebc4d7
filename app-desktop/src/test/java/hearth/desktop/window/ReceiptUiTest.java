package hearth.desktop.window;

import hearth.desktop.Home;
import hearth.desktop.ShownText;
import hearth.desktop.Ui;
import hearth.desktop.fx.ThemeManager;
import hearth.desktop.text.Language;
import hearth.protocol.Action;
import hearth.protocol.Chat;
import hearth.protocol.ChatId;
import hearth.protocol.Marker;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ContextMenu;
import javafx.scene.input.KeyCode;
import javafx.stage.Popup;
import javafx.stage.Window;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The author of a message sees who has read it, and when, over a real server.
class ReceiptUiTest {
  @TempDir Path folder;

  @AfterEach
  void speakEnglish() {
    Ui.run(Language.ENGLISH::use);
  }

  @Test
  void theListOfReadersSaysWhen() {
    try (Home mira = Home.open(folder, "mira");
        Home bo = Home.open(folder, "bo")) {
      bo.join(mira.host(), "Bo Müller");
      ChatId lobby = lobby(mira);
      Ui.run(() -> mira.main().server().append(lobby, Action.Post.text("The printer is back")));
      bo.awaitText("The printer is back");
      Ui.run(() -> bo.main().server().client().markRead(lobby, 3));
      Ui.await("Bo has read it", () -> readByBo(mira, lobby));

      Scene popup = readers(mira, "Read by…");
      Ui.await("the time is there", () -> shows(popup, "read at "));
      both(popup, "read-by-times");
      Ui.run(Ui.popup()::hide);

      Ui.run(() -> mira.main().languageSettings());
      mira.press("#language-traditional-chinese");
      Ui.press(mira.scene(), KeyCode.ESCAPE);
      Scene chinese = readers(mira, "已讀成員…");
      Ui.await("the time is there", () -> shows(chinese, "已讀"));
      Ui.picture(chinese, "read-by-times-zh-light");
      Ui.run(Ui.popup()::hide);
    }
  }

  private static ChatId lobby(Home home) {
    return Ui.ask(
        () ->
            home.main().server().chats().stream()
                .filter(item -> item.chat().kind() == Chat.Kind.LOBBY)
                .findFirst()
                .orElseThrow()
                .id());
  }

  private static boolean readByBo(Home mira, ChatId lobby) {
    return mira.main().server().chat(lobby).stream()
        .flatMap(item -> item.receipts().markers().stream())
        .filter(marker -> !marker.user().equals(mira.main().server().me()))
        .mapToLong(Marker::read)
        .anyMatch(read -> read >= 3);
  }

  private static boolean shows(Scene popup, String text) {
    return ShownText.areShown(popup.getRoot(), text);
  }

  /// Opens the list from the menu of the last message.
  private static Scene readers(Home home, String command) {
    home.awaitText("The printer is back");
    Ui.focus(home.scene());
    Node messages = Objects.requireNonNull(Ui.ask(() -> home.main().conversation().messages()));
    Ui.run(messages::requestFocus);
    Ui.press(home.scene(), KeyCode.END);
    Ui.press(home.scene(), KeyCode.SHIFT, KeyCode.F10);
    Ui.run(
        () ->
            List.copyOf(Window.getWindows()).stream()
                .filter(ContextMenu.class::isInstance)
                .flatMap(window -> ((ContextMenu) window).getItems().stream())
                .filter(item -> command.equals(item.getText()))
                .findFirst()
                .orElseThrow()
                .fire());
    Ui.await(
        "the list is open",
        () -> List.copyOf(Window.getWindows()).stream().anyMatch(Popup.class::isInstance));
    return Ui.ask(() -> Ui.popup().getScene());
  }

  private static void both(Scene scene, String name) {
    Ui.picture(scene, name + "-light");
    Ui.run(() -> Ui.look().themeProperty().set(ThemeManager.Theme.DARK));
    Ui.picture(scene, name + "-dark");
    Ui.run(() -> Ui.look().themeProperty().set(ThemeManager.Theme.LIGHT));
    Ui.settle();
  }
}
