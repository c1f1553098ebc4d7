package hearth.desktop.richtext;

import static org.assertj.core.api.Assertions.assertThat;

import hearth.desktop.Ui;
import hearth.desktop.fx.ThemeManager;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicReference;
import javafx.scene.Scene;
import javafx.scene.control.TextArea;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Texts as JavaFX really draws them.
class RichTextUiTest {
  private static final int CODE_POINTS = 4_000;
  private static final double ROUNDING = 1;

  private final long seed = Long.getLong("hearth.fuzz.seed", System.nanoTime());
  private final Random random = new Random(seed);
  private final AtomicReference<Throwable> failure = new AtomicReference<>();
  private VBox root;
  private Stage stage;

  @BeforeEach
  void open() {
    stage = Ui.ask(Stage::new);
    root = new VBox(8);
    Ui.run(
        () -> {
          Thread.currentThread().setUncaughtExceptionHandler((thread, bug) -> failure.set(bug));
          stage.setScene(new Scene(root, 400, 600));
          stage.show();
        });
  }

  @AfterEach
  void close() {
    Ui.run(
        () -> {
          Thread.currentThread().setUncaughtExceptionHandler(null);
          stage.close();
          Ui.look().themeProperty().set(ThemeManager.Theme.LIGHT);
        });
  }

  @Test
  void everyTextOfTheCorpusStaysWithinItsWidth() {
    Corpus.texts().forEach((name, text) -> check(text, 60 + random.nextInt(500)));
    assertThat(failure).hasNullValue();
  }

  @Test
  void anyFourThousandCodePointsStayWithinTheirWidth() {
    for (int i = 0; i < 12; i++) {
      check(Corpus.random(random, CODE_POINTS), random.nextInt(560));
    }
    for (int i = 0; i < 100; i++) {
      check(Corpus.random(random, 1 + random.nextInt(100)), random.nextInt(300));
    }
    assertThat(failure).hasNullValue();
  }

  private void check(String text, double width) {
    String what = "seed " + seed + ", width " + width + ", length " + text.length();
    TextBlock block = Ui.ask(() -> show(text));
    TextBlock.Size size = Ui.ask(() -> block.wrap(width));
    double widest =
        Ui.ask(
            () -> {
              block.resize(width, size.height());
              block.layout();
              return block.getChildrenUnmodifiable().stream()
                  .filter(node -> node instanceof Text && node.isVisible())
                  .mapToDouble(node -> node.getLayoutX() + node.getLayoutBounds().getWidth())
                  .max()
                  .orElse(0);
            });
    assertThat(block.laidOut().stream().filter(line -> line.width() > width + ROUNDING))
        .as(what)
        .allMatch(line -> isOneCluster(text, line));
    assertThat(widest).as(what).isLessThanOrEqualTo(size.width() + ROUNDING);
  }

  /// One cluster is never cut, however wide it is.
  private static boolean isOneCluster(String text, Line line) {
    int start = line.start();
    while (start > 0 && !Characters.isBreak(text.charAt(start - 1))) {
      start--;
    }
    int end = line.start();
    while (end < text.length() && !Characters.isBreak(text.charAt(end))) {
      end++;
    }
    int last = end;
    int first = start;
    List<Atom> atoms =
        Emoji.among(text, List.of()).stream()
            .filter(atom -> atom.start() >= first && atom.end() <= last)
            .toList();
    return new Breaks(text, first, last, atoms).cluster(line.start()) >= line.drawnEnd();
  }

  private TextBlock show(String text) {
    TextBlock block = new TextBlock("message-text");
    block.setManaged(false);
    root.getChildren().setAll(block);
    root.applyCss();
    block.setText(text);
    return block;
  }

  @Test
  void aPlaceOnTheScreenIsACharacterOfTheText() {
    String text = "one שתיים three 👨‍👩‍👧‍👦 four";
    Ui.run(
        () -> {
          TextBlock block = show(text);
          block.wrap(1000);
          assertThat(block.indexAt(-5, 5)).isZero();
          assertThat(block.indexAt(999, 5)).isEqualTo(text.length());
          for (double x = 0; x < 300; x += 2) {
            int index = block.indexAt(x, 5);
            assertThat(index).isBetween(0, text.length());
            assertThat(index <= 16 || index >= 16 + 11 || index == 16).isTrue();
          }
          block.mark(0, text.length());
        });
    Ui.settle();
    assertThat(failure).hasNullValue();
  }

  /// JavaFX's own fields wrap by themselves; see MendJavaFx.
  @Test
  void aFieldThatWrapsTakesAnyText() {
    TextArea field = Ui.ask(TextArea::new);
    Ui.run(
        () -> {
          field.setWrapText(true);
          root.getChildren().setAll(field);
        });
    Ui.settle();
    Corpus.texts().values().forEach(text -> checkField(field, text));
    for (int i = 0; i < 20; i++) {
      checkField(field, Corpus.random(random, i < 3 ? CODE_POINTS : 1 + random.nextInt(200)));
    }
  }

  private void checkField(TextArea field, String text) {
    for (double width : List.of(100.0, 360.0)) {
      Ui.run(
          () -> {
            field.setMaxWidth(width);
            field.setText(text);
            field.end();
          });
      Ui.settle();
      Ui.run(() -> ((Region) field.getParent()).layout());
      assertThat(failure).as("seed " + seed + ", length " + text.length()).hasNullValue();
    }
  }
}
