package hearth.desktop.window;

import static org.assertj.core.api.Assertions.assertThat;

import hearth.desktop.Sample;
import hearth.desktop.ShownText;
import hearth.desktop.Ui;
import hearth.desktop.richtext.Corpus;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;

/// Texts that are hard to draw, on their whole way through a window.
class TextCorpusUiTest extends ToldWindow {
  @Test
  void everyTextIsDrawnInBothThemesAndTwoWidths() {
    List<String> texts = new ArrayList<>(Corpus.texts().values());
    texts.remove(Corpus.texts().get("unbroken")); // has pages of its own
    texts.addFirst(Corpus.texts().get("unbroken"));
    show(3, texts);
    pages("richtext-wide");
    Ui.run(() -> stage.setWidth(600));
    pages("richtext-narrow");
    assertThat(failure).hasNullValue();
  }

  /// One picture for each stretch of the messages, from the last one up.
  private void pages(String name) {
    Ui.run(() -> messages().requestFocus());
    Ui.press(scene, KeyCode.END);
    for (int page = 1; page <= 4; page++) {
      both(name + "-" + page);
      Ui.press(scene, KeyCode.PAGE_UP);
    }
  }

  @Test
  void anyFourThousandCodePointsAreARow() {
    long seed = Long.getLong("hearth.fuzz.seed", System.nanoTime());
    Random random = new Random(seed);
    for (int i = 0; i < 6; i++) {
      show(3, List.of(Corpus.random(random, 4_000), "after"));
      Ui.press(scene, KeyCode.END);
      Ui.run(() -> stage.setWidth(400 + random.nextInt(900)));
      Ui.settle();
      assertThat(failure).as("seed " + seed).hasNullValue();
      assertThat(Ui.ask(() -> ShownText.areShown(scene.getRoot(), "after"))).isTrue();
    }
  }

  @Test
  void everyTextCanBePastedAndTypedAndComesBackAsADraft() {
    show(3, List.of("before"));
    for (String text : Corpus.texts().values()) {
      Ui.run(
          () -> {
            field().requestFocus();
            field().clear();
            ClipboardContent content = new ClipboardContent();
            content.putString(text);
            Clipboard.getSystemClipboard().setContent(content);
            field().paste();
          });
      Ui.settle();
      String pasted = Ui.ask(() -> field().getText());
      Ui.run(() -> live.currentProperty().set(Sample.LOBBY));
      Ui.settle();
      Ui.run(() -> live.currentProperty().set(Sample.ROBOTS));
      Ui.settle();
      assertThat(failure).as(text).hasNullValue();
      Ui.run(() -> field().clear());
      if (text.length() < 200) {
        Ui.run(() -> field().requestFocus());
        Ui.type(scene, text.replaceAll("\\R", " "));
        Ui.settle();
        assertThat(failure).as(text).hasNullValue();
      }
      assertThat(pasted).isNotEmpty();
    }
    Ui.run(() -> field().setText(Corpus.texts().get("hebrew") + Corpus.texts().get("mixed")));
    Ui.settle();
    assertThat(Ui.ask(() -> field().getHeight())).isGreaterThan(40);
    both("richtext-composer");
  }

  @Test
  void whatIsSelectedIsReadableAndCopied() {
    String others = Corpus.texts().get("mixed");
    show(3, List.of("first", "second", "one of mine", others));
    Ui.run(() -> messages().requestFocus());
    Ui.press(scene, KeyCode.END);
    Ui.press(scene, KeyCode.CONTROL, KeyCode.A);
    Ui.press(scene, KeyCode.CONTROL, KeyCode.C);
    assertThat(Ui.ask(() -> Clipboard.getSystemClipboard().getString())).isEqualTo(others);
    Ui.run(() -> field().setText("some text that is selected"));
    Ui.run(() -> field().selectRange(5, 14));
    both("richtext-selection");
    Ui.press(scene, KeyCode.UP);
    Ui.press(scene, KeyCode.CONTROL, KeyCode.A);
    both("richtext-selection-own");
  }
}
