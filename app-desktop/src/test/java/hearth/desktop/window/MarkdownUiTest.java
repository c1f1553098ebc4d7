package hearth.desktop.window;

import static org.assertj.core.api.Assertions.assertThat;

import hearth.desktop.ShownText;
import hearth.desktop.Ui;
import hearth.desktop.richtext.TextBlock;
import java.util.List;
import java.util.function.Predicate;
import javafx.event.EventType;
import javafx.geometry.Point2D;
import javafx.scene.Cursor;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuItem;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.PickResult;
import org.junit.jupiter.api.Test;

/// Marks of Markdown on their whole way through a window.
class MarkdownUiTest extends ToldWindow {
  private static final String CODE = "int sum = 0;\nfor (int n : numbers) {\n  sum += n;\n}";

  @Test
  void marksAreSeenAsLooksInBothThemesWideAndNarrow() {
    show(
        2,
        List.of(
            "This is **bold**, *italic*, ***both***, ~~gone~~, `inline code` and"
                + " [a link](https://example.org) or https://example.org/some/path_(x).",
            "```java\n" + CODE + "\n```",
            "> What was said before, in words that are long enough to need a second line here.\n"
                + "> > and before that\n\nI agree **fully**.",
            "To do:\n- first, with enough words that it does not fit in one line of the bubble\n"
                + "  - nested `code`\n- second\n\n1. one\n2. two\n10. ten"));
    both("markdown");
    Ui.run(() -> stage.setWidth(600));
    both("markdown-narrow");
    assertThat(failure).hasNullValue();
  }

  @Test
  void marksAreSeenInEveryScriptAndDirection() {
    show(
        2,
        List.of(
            "**שלום** עולם `code` *עם* abc\n> ציטוט בעברית\n\n- פריט ראשון\n- פריט שני",
            "**สวัสดี**ชาวโลก，**粗体** *斜体* ~~删除~~ `代码` 👍🏽 **👨‍👩‍👧‍👦**",
            "Before\n```\nls\n```\nafter, and `a`",
            "<b>no HTML</b> ![no picture](https://example.org/x.png) # no heading"));
    both("markdown-scripts");
    Ui.run(() -> stage.setWidth(600));
    both("markdown-scripts-narrow");
    assertThat(failure).hasNullValue();
  }

  @Test
  void theTimelineShowsTheWordsWithoutMarks() {
    show(2, List.of("**Bold** and `code` [words](https://example.org)"));
    Ui.run(() -> messages().requestFocus());
    assertThat(Ui.ask(() -> ShownText.areShown(messages(), "Bold and code words"))).isTrue();
    assertThat(Ui.ask(() -> ShownText.areShown(messages(), "**"))).isFalse();
  }

  @Test
  void aMessageIsCopiedAsItWasWrittenAndAStretchAsItIsSeen() {
    String text = "**bold** and `code`";
    show(2, List.of(text));
    atLast();
    Ui.press(scene, KeyCode.CONTROL, KeyCode.C);
    assertThat(clipboard()).isEqualTo(text);
    Ui.press(scene, KeyCode.CONTROL, KeyCode.A);
    Ui.press(scene, KeyCode.CONTROL, KeyCode.C);
    assertThat(clipboard()).isEqualTo("bold and code");
  }

  @Test
  void anEditShowsWhatWasWritten() {
    show(2, List.of("a", "**mine**"));
    atLast();
    Ui.press(scene, KeyCode.E);
    assertThat(Ui.ask(() -> field().getText())).isEqualTo("**mine**");
  }

  @Test
  void aPressOnALinkOpensIt() {
    show(2, List.of("https://example.org/page"));
    TextBlock block = block("https://example.org/page");
    Ui.run(() -> fire(block, MouseEvent.MOUSE_MOVED, 10));
    assertThat(Ui.ask(block::getCursor)).isEqualTo(Cursor.HAND);
    Ui.run(() -> fire(block, MouseEvent.MOUSE_CLICKED, 10));
    assertThat(opened).isEqualTo("https://example.org/page");
    Ui.run(() -> fire(block, MouseEvent.MOUSE_MOVED, 1_000));
    assertThat(Ui.ask(block::getCursor)).isEqualTo(Cursor.TEXT);
  }

  @Test
  void aLinkThatLooksLikeAnotherIsAskedAbout() {
    show(2, List.of("[https://bank.org](https://evil.example/login)"));
    TextBlock block = block("https://bank.org");
    Ui.run(() -> fire(block, MouseEvent.MOUSE_CLICKED, 10));
    assertThat(opened).isEmpty();
    Ui.settle();
    assertThat(Ui.ask(() -> ShownText.areShown(overlay, "https://evil.example/login"))).isTrue();
    both("link-question");
    Ui.run(() -> ((Button) overlay.lookup("#act")).fire());
    assertThat(opened).isEqualTo("https://evil.example/login");
  }

  @Test
  void theMenuOpensAndCopiesLinksAndCodeWithTheKeyboard() {
    show(2, List.of("[words](https://example.org)\n```\n" + CODE + "\n```"));
    atLast();
    Ui.press(scene, KeyCode.SHIFT, KeyCode.F10);
    press("Open link");
    assertThat(opened).isEqualTo("https://example.org");
    Ui.press(scene, KeyCode.SHIFT, KeyCode.F10);
    press("Copy link");
    assertThat(clipboard()).isEqualTo("https://example.org");
    Ui.press(scene, KeyCode.SHIFT, KeyCode.F10);
    press("Copy code");
    assertThat(clipboard()).isEqualTo(CODE);
  }

  @Test
  void enterOpensTheLinkOfTheCurrentMessage() {
    show(2, List.of("see https://example.org/page"));
    atLast();
    Ui.press(scene, KeyCode.ENTER);
    assertThat(opened).isEqualTo("https://example.org/page");
  }

  @Test
  void severalLinksAreAChoice() {
    show(2, List.of("https://one.org and https://two.org/a_b_c"));
    atLast();
    Ui.press(scene, KeyCode.SHIFT, KeyCode.F10);
    Menu choice = (Menu) item("Open link");
    assertThat(choice.getItems())
        .extracting(MenuItem::getText)
        .containsExactly("https://one.org", "https://two.org/a_b_c");
    Ui.run(() -> choice.getItems().getLast().fire());
    assertThat(opened).isEqualTo("https://two.org/a_b_c");
    Ui.run(() -> Ui.menu().hide());
  }

  @Test
  void aButtonCopiesABlockOfCode() {
    show(2, List.of("Look:\n```\n" + CODE + "\n```"));
    atLast();
    Button copy = (Button) Ui.ask(() -> scene.getRoot().lookup(".code-copy"));
    assertThat(Ui.ask(copy::getOpacity)).isEqualTo(1);
    Ui.run(copy::fire);
    both("markdown-code-button");
    assertThat(clipboard()).isEqualTo(CODE);
  }

  @Test
  void aCellShowsAnotherTextWithoutTheLooksOfTheLast() {
    show(2, List.of("```\n" + CODE + "\n```\n**bold**"));
    show(2, List.of("plain"));
    assertThat(Ui.ask(() -> scene.getRoot().lookupAll(".code-copy")))
        .noneMatch(MarkdownUiTest::isShown);
    assertThat(block("plain").codeAreas()).isEmpty();
    assertThat(failure).hasNullValue();
  }

  @Test
  void hostileTextsAreShown() {
    for (String part : List.of("[", "**a", "> ", "- ", "`a` ", "*a* ", "a\n> b\n- c\n", "```\n")) {
      show(2, List.of(part.repeat(4_000 / part.length())));
    }
    assertThat(failure).hasNullValue();
  }

  private void atLast() {
    Ui.run(() -> messages().requestFocus());
    Ui.press(scene, KeyCode.END);
    Ui.settle();
  }

  private static String clipboard() {
    return Ui.ask(() -> Clipboard.getSystemClipboard().getString());
  }

  private TextBlock block(String text) {
    return Ui.ask(
        () ->
            scene.getRoot().lookupAll(".message-block").stream()
                .map(TextBlock.class::cast)
                .filter(block -> block.text().equals(text) && isShown(block))
                .findFirst()
                .orElseThrow());
  }

  private static boolean isShown(Node node) {
    return node.isVisible() && (node.getParent() == null || isShown(node.getParent()));
  }

  private static void fire(TextBlock block, EventType<MouseEvent> type, double x) {
    Point2D at = block.localToScreen(x, 8);
    Point2D inScene = block.localToScene(x, 8);
    boolean click = type.equals(MouseEvent.MOUSE_CLICKED);
    block.fireEvent(
        new MouseEvent(
            type,
            x,
            8,
            at.getX(),
            at.getY(),
            click ? MouseButton.PRIMARY : MouseButton.NONE,
            click ? 1 : 0,
            false,
            false,
            false,
            false,
            false,
            false,
            false,
            true,
            false,
            true,
            new PickResult(block, inScene.getX(), inScene.getY())));
  }

  private static MenuItem item(String name) {
    Predicate<MenuItem> wanted = item -> name.equals(item.getText());
    return Ui.menu().getItems().stream().filter(wanted).findFirst().orElseThrow();
  }

  private static void press(String name) {
    MenuItem item = item(name);
    Ui.run(
        () -> {
          item.fire();
          item.getParentPopup().hide();
        });
    Ui.settle();
  }
}
