package hearth.desktop.window;

import static org.assertj.core.api.Assertions.assertThat;

import hearth.desktop.Ui;
import java.util.List;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;

/// Emoji on their whole way through a window.
class EmojiMessagesUiTest extends ToldWindow {
  @Test
  void emojiAreInColourInRowsQuotesPreviewsReactionsAndTheComposer() {
    show(
        3,
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
    show(3, List.of(text));
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
}
