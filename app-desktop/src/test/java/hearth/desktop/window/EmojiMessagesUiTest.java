package hearth.desktop.window;

import static org.assertj.core.api.Assertions.assertThat;

import hearth.client.model.Change;
import hearth.client.model.TimelineRow;
import hearth.desktop.Sample;
import hearth.desktop.Ui;
import hearth.protocol.Action;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;

/// Emoji on their whole way through a window.
class EmojiMessagesUiTest extends ToldWindow {
  @Test
  void emojiAreInColourInRowsQuotesPreviewsReactionsAndTheComposer() {
    show(
        List.of(
            "Hello 👋🏽, this is the family 👨‍👩‍👧‍👦 from 🇩🇪 and 🏴󠁧󠁢󠁳󠁣󠁴󠁿, 1️⃣ 2️⃣ 3️⃣",
            "❤️",
            "😀😎👍🏿",
            "four are small: 😀😎👍🏿🎉",
            "שלום 👋 עולם 😀 עם abc 🎉",
            "A text heart ❤ and a watch as text ⌚︎ stay text, 中文也可以用表情😀。",
            "🎉".repeat(120)));
    Ui.run(() -> field().setText("Well done 🎉👏🏾 👨‍👩‍👧‍👦"));
    both("emoji-messages");
    Ui.run(() -> stage.setWidth(600));
    both("emoji-messages-narrow");
    assertThat(height("❤️")).isGreaterThan(1.5 * height("four are small: 😀😎👍🏿🎉"));
    assertThat(failure).hasNullValue();
  }

  @Test
  void copyingGivesTheCharacters() {
    String text = "Hello 👋🏽 family 👨‍👩‍👧‍👦 ❤️";
    show(List.of(text));
    Ui.run(() -> messages().requestFocus());
    Ui.press(scene, KeyCode.END);
    Ui.press(scene, KeyCode.CONTROL, KeyCode.C);
    assertThat(Ui.ask(() -> Clipboard.getSystemClipboard().getString())).isEqualTo(text);
  }

  private double height(String text) {
    return Ui.ask(
        () ->
            scene.getRoot().lookupAll(".message-block").stream()
                .filter(node -> text.equals(node.getAccessibleText()))
                .findFirst()
                .orElseThrow()
                .getLayoutBounds()
                .getHeight());
  }

  private void show(List<String> texts) {
    List<TimelineRow> rows = new ArrayList<>();
    for (String text : texts) {
      int seq = rows.size() + 1;
      rows.add(
          Sample.row(
              Sample.ROBOTS,
              seq,
              seq % 3 == 0 ? Sample.MIRA : Sample.BO,
              Sample.NOW.minus(Duration.ofMinutes(100 - seq)),
              Action.Post.text(text)));
    }
    Ui.run(() -> live.apply(List.of(new Change.TimelineReset(Sample.ROBOTS, rows, WHOLE, 0))));
    Ui.settle();
  }
}
