package hearth.desktop.window;

import static org.assertj.core.api.Assertions.assertThat;

import hearth.desktop.Home;
import hearth.desktop.Ui;
import java.nio.file.Path;
import java.util.Objects;
import javafx.scene.Node;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Where the keyboard's focus is: whoever types writes a message, without a press before it.
class FocusUiTest {
  @TempDir Path folder;

  @Test
  void isInTheComposerAfterHostingJoiningAndTheNextStart() {
    Home mira = Home.open(folder, "mira");
    String link = host(mira);
    typeAndExpect(mira, "after hosting");
    try (Home bo = Home.open(folder, "bo")) {
      bo.fill("#address", link);
      bo.fill("#joinName", "Bo Müller");
      Ui.click(bo.find("#join"));
      typeAndExpect(bo, "after joining");
    }
    try (Home again = mira.reopen()) {
      typeAndExpect(again, "after hosting and the next start");
    }
  }

  @Test
  void comesBackToTheComposerAfterEveryDialogAndPane() {
    try (Home mira = Home.open(folder, "mira")) {
      host(mira);
      for (Runnable opening :
          new Runnable[] {
            () -> mira.main().invite(),
            () -> mira.main().newGroup(),
            () -> mira.main().newDirect(),
            () -> mira.main().settings()
          }) {
        Ui.run(() -> mira.scene().getRoot().lookup("#add").requestFocus());
        Ui.run(opening);
        mira.find(".scrim");
        assertThat(inComposer(mira)).isFalse();
        Ui.press(mira.scene(), KeyCode.ESCAPE);
        assertThat(inComposer(mira)).isTrue();
      }
      press(mira, "#details");
      assertThat(inComposer(mira)).isTrue();
    }
  }

  @Test
  void isInTheListWhereANarrowWindowShowsIt() {
    try (Home mira = Home.open(folder, "mira")) {
      host(mira);
      Ui.run(() -> mira.window().stage().setWidth(600));
      Ui.await("the way back is shown", () -> isShown(mira, "#back"));
      assertThat(inComposer(mira)).isTrue();
      press(mira, "#back");
      Ui.await(
          "the list has the focus",
          () -> mira.scene().getRoot().lookup(".chat-list").equals(mira.scene().getFocusOwner()));
      Ui.press(mira.scene(), KeyCode.ENTER);
      Ui.await("the composer has the focus", () -> inComposer(mira));
    }
  }

  @Test
  void theLinkIsCopiedWhole() {
    try (Home mira = Home.open(folder, "mira")) {
      String link = host(mira);
      assertThat(link).matches("hearth://.+:[0-9]+/[0-9a-f]{64}");
    }
  }

  /// Hosts and returns the link that the dialog gives.
  private static String host(Home home) {
    home.fill("#serverName", "Workshop");
    home.fill("#hostName", "Mira Novak");
    Ui.click(home.find("#host"));
    String address = ((TextField) home.find(".address")).getText();
    press(home, "#copy");
    String link = Ui.ask(() -> Clipboard.getSystemClipboard().getString());
    assertThat(link).contains(address);
    Ui.press(home.scene(), KeyCode.ESCAPE);
    home.awaitText("Message Lobby");
    return link;
  }

  private static void typeAndExpect(Home home, String text) {
    home.find("#field");
    Ui.await("the composer has the focus", () -> inComposer(home));
    Ui.settle();
    Ui.type(home.scene(), text);
    assertThat(field(home).getText()).endsWith(text);
    Ui.run(field(home)::clear);
  }

  private static boolean inComposer(Home home) {
    return field(home).equals(home.scene().getFocusOwner());
  }

  private static boolean isShown(Home home, String selector) {
    Node node = home.scene().getRoot().lookup(selector);
    return node != null && node.isVisible();
  }

  private static void press(Home home, String selector) {
    ButtonBase button = (ButtonBase) home.find(selector);
    Ui.run(
        () -> {
          button.requestFocus();
          button.fire();
        });
    Ui.settle();
  }

  private static TextArea field(Home home) {
    return (TextArea) Objects.requireNonNull(home.scene().getRoot().lookup("#field"));
  }
}
