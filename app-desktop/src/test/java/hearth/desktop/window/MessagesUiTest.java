package hearth.desktop.window;

import static org.assertj.core.api.Assertions.assertThat;

import hearth.client.model.Change;
import hearth.client.model.TimelineRow;
import hearth.desktop.Sample;
import hearth.desktop.ShownText;
import hearth.desktop.Ui;
import hearth.desktop.fx.ThemeManager;
import hearth.protocol.Action;
import hearth.protocol.Fault;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.stage.PopupWindow;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What can be done with messages, in a window whose server is only what the test tells.
class MessagesUiTest extends ToldWindow {
  @BeforeEach
  void fill() {
    Ui.run(
        () ->
            live.apply(
                List.of(
                    new Change.TimelineReset(
                        Sample.ROBOTS, new Sample().busyConversation(), WHOLE, 0))));
    Ui.settle();
  }

  @Test
  void everythingThatAMessageCanShow() {
    assertThat(shows("This message was deleted")).isTrue();
    assertThat(shows("edited")).isTrue();
    goTo("Does the servo need the new limits?");
    both("messages");
    Ui.run(() -> stage.setWidth(700));
    Ui.run(() -> stage.setHeight(500));
    both("messages-narrow");
    Ui.press(scene, KeyCode.ESCAPE);
    Ui.run(
        () -> {
          ShortcutsView keys = new ShortcutsView(overlay::close);
          overlay.open(keys.root(), keys.first());
        });
    Ui.picture(scene, "shortcuts-narrow-light");
  }

  @Test
  void theArrowUpEditsTheLastMessageAndEscBringsTheDraftBack() {
    Ui.press(scene, KeyCode.UP);
    assertThat(shows("Edit message")).isTrue();
    assertThat(field().getText()).isEqualTo("Thanks 😀 I will set it before the test");
    both("edit-bar");
    Ui.press(scene, KeyCode.ESCAPE);
    assertThat(field().getText()).isEmpty();
    assertThat(shows("Edit message")).isFalse();

    Ui.type(scene, "a draft");
    Ui.press(scene, KeyCode.UP);
    assertThat(shows("Edit message")).isFalse();
    goTo("Does the servo need the new limits?");
    Ui.press(scene, KeyCode.E);
    assertThat(field().getText()).isEqualTo("Does the servo need the new limits?");
    Ui.press(scene, KeyCode.ENTER);
    assertThat(field().getText()).isEqualTo("a draft");
  }

  @Test
  void anEditThatLeavesNothingAsksWhetherToDelete() {
    Ui.press(scene, KeyCode.UP);
    Ui.run(() -> field().setText(" "));
    Ui.press(scene, KeyCode.ENTER);
    assertThat(Ui.ask(overlay::isOpen)).isTrue();
    both("delete-question");
    Ui.press(scene, KeyCode.ESCAPE);
    assertThat(shows("Edit message")).isTrue();
  }

  @Test
  void aReplyNamesWhomItIsFor() {
    goTo("下午三点我们在 B 教室测试，记得带电池。");
    Ui.press(scene, KeyCode.R);
    assertThat(shows("Replying to Chen Wei 陈伟")).isTrue();
    assertThat(scene.getFocusOwner()).isEqualTo(field());
    Ui.type(scene, "Yes");
    both("reply-bar");
    Ui.press(scene, KeyCode.ENTER);
    assertThat(shows("Replying to Chen Wei 陈伟")).isFalse();
    assertThat(field().getText()).isEmpty();
  }

  @Test
  void reactionsAreChosenByTheKeyboard() {
    goTo("下午三点我们在 B 教室测试，记得带电池。");
    Ui.press(scene, KeyCode.RIGHT);
    Node chip = scene.getRoot().lookup(".reaction:chosen");
    assertThat(chip).isNotNull();
    Ui.press(scene, KeyCode.PLUS);
    PopupWindow choice = Ui.popup();
    Ui.picture(choice.getScene(), "emoji-light");
    Ui.run(() -> Ui.look().themeProperty().set(ThemeManager.Theme.DARK));
    Ui.picture(choice.getScene(), "emoji-dark");
    Ui.run(choice::hide);
  }

  @Test
  void oneCommandListMakesToolbarAndMenuByWhatThePersonMayDo() {
    goTo("Does the servo need the new limits?");
    assertThat(tools()).isEqualTo(4);
    goTo("下午三点我们在 B 教室测试，记得带电池。");
    assertThat(tools()).isEqualTo(3);
    goTo("This message was deleted");
    assertThat(tools()).isZero();
  }

  @Test
  void whatTheServerRefusesIsSaidInTheChat() {
    Ui.run(
        () ->
            live.apply(
                List.of(
                    new Change.ActionRefused(
                        Sample.ROBOTS, new Action.Delete(3), Fault.NOT_ALLOWED))));
    assertThat(shows("The message was not deleted:")).isTrue();
    both("refusal");
  }

  @Test
  void aQuoteJumpsAndOffersTheWayBack() {
    List<TimelineRow> rows = new Sample().longConversation();
    Ui.run(() -> live.apply(List.of(new Change.TimelineReset(Sample.ROBOTS, rows, WHOLE, 0))));
    Ui.settle();
    Ui.run(() -> messages().requestFocus());
    Ui.press(scene, KeyCode.END);
    Node quote =
        scene.getRoot().lookupAll(".quote").stream()
            .filter(Node::isVisible)
            .filter(node -> node.getParent().getParent().isVisible())
            .findFirst()
            .orElseThrow();
    Ui.click(quote);
    Ui.await("the message is in sight", () -> shows("Message 4."));
    Node back = Ui.find(scene, ".jump-back");
    both("jumped");
    Ui.click(back);
    Node toEnd = scene.getRoot().lookup(".to-end");
    Ui.await("the end is in sight", () -> !toEnd.isVisible());
    assertThat(back.isVisible()).isFalse();
  }

  /// Goes up from the end by the keyboard until the message with this text has it.
  private void goTo(String text) {
    Ui.run(() -> messages().requestFocus());
    Ui.press(scene, KeyCode.END);
    for (int i = 0; i < 12; i++) {
      Node current = scene.getRoot().lookup(".row-frame:current");
      if (current != null && said(current.getAccessibleText()).startsWith(text)) {
        return;
      }
      Ui.press(scene, KeyCode.UP);
    }
    throw new AssertionError("no row says " + text);
  }

  private static String said(String spoken) {
    return spoken.substring(spoken.indexOf(": ") + 2);
  }

  private long tools() {
    return Ui.ask(
        () ->
            scene.getRoot().lookupAll(".message-tool").stream()
                .filter(tool -> tool.getScene() != null)
                .count());
  }

  private boolean shows(String text) {
    return Ui.ask(() -> ShownText.areShown(scene.getRoot(), text));
  }
}
