package hearth.desktop.window;

import static org.assertj.core.api.Assertions.assertThat;

import hearth.client.model.Change;
import hearth.client.model.TimelineRow;
import hearth.desktop.Sample;
import hearth.desktop.ShownText;
import hearth.desktop.Ui;
import hearth.desktop.fx.FxClock;
import hearth.desktop.fx.FxMailbox;
import hearth.desktop.fx.Overlay;
import hearth.desktop.fx.ThemeManager;
import hearth.desktop.hosting.Hosting;
import hearth.desktop.profile.SettingsFile;
import hearth.desktop.richtext.Corpus;
import hearth.desktop.session.ServerViewModel;
import hearth.desktop.settings.SettingProperties;
import hearth.protocol.Action;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.atomic.AtomicReference;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.TextArea;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Texts that are hard to draw, on their whole way through a window.
class TextCorpusUiTest implements ScreenContext.Navigation {
  private static final Change.Reach WHOLE = new Change.Reach(true, true);

  @TempDir Path folder;
  private final FxMailbox mailbox = new FxMailbox();
  private final FxClock clock = new FxClock(mailbox);
  private final Overlay overlay = new Overlay();
  private final AtomicReference<Throwable> failure = new AtomicReference<>();
  private Stage stage;
  private Scene scene;
  private ServerViewModel live;
  private MainScreen screen;

  @BeforeEach
  void open() throws IOException {
    var settings = new SettingProperties(SettingsFile.load(folder.resolve("settings.json")));
    live = Sample.deaf(folder);
    var around =
        new ScreenContext(
            new Hosting(folder, mailbox), clock, Sample.CLOCK, settings, overlay, this);
    screen = Ui.ask(() -> new MainScreen(live, around, new SimpleBooleanProperty(true)));
    stage = Ui.ask(Stage::new);
    scene = Ui.ask(() -> new Scene(overlay, 1280, 800));
    Ui.run(
        () -> {
          Thread.currentThread().setUncaughtExceptionHandler((thread, bug) -> failure.set(bug));
          stage.setScene(scene);
          overlay.setContent(screen.root(), screen::focus);
          stage.show();
          live.apply(new Sample().overview());
          live.currentProperty().set(Sample.ROBOTS);
        });
    Ui.settle();
  }

  @AfterEach
  void close() {
    Ui.run(
        () -> {
          Thread.currentThread().setUncaughtExceptionHandler(null);
          screen.close();
          stage.close();
          Ui.look().themeProperty().set(ThemeManager.Theme.LIGHT);
        });
    live.client().close();
    clock.close();
  }

  @Test
  void everyTextIsDrawnInBothThemesAndTwoWidths() {
    List<String> texts = new ArrayList<>(Corpus.texts().values());
    texts.remove(Corpus.texts().get("unbroken")); // has pages of its own
    texts.addFirst(Corpus.texts().get("unbroken"));
    show(texts);
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
      show(List.of(Corpus.random(random, 4_000), "after"));
      Ui.press(scene, KeyCode.END);
      Ui.run(() -> stage.setWidth(400 + random.nextInt(900)));
      Ui.settle();
      assertThat(failure).as("seed " + seed).hasNullValue();
      assertThat(Ui.ask(() -> ShownText.areShown(scene.getRoot(), "after"))).isTrue();
    }
  }

  @Test
  void everyTextCanBePastedAndTypedAndComesBackAsADraft() {
    show(List.of("before"));
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
    show(List.of("first", "second", "one of mine", others));
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

  private void both(String name) {
    Ui.picture(scene, name + "-light");
    Ui.run(() -> Ui.look().themeProperty().set(ThemeManager.Theme.DARK));
    Ui.picture(scene, name + "-dark");
    Ui.run(() -> Ui.look().themeProperty().set(ThemeManager.Theme.LIGHT));
    Ui.settle();
  }

  private TextArea field() {
    return (TextArea) scene.getRoot().lookup("#field");
  }

  private Node messages() {
    return Objects.requireNonNull(screen.conversation().messages());
  }

  @Override
  public void joinAgain(boolean any) {}

  @Override
  public void leave() {}

  @Override
  public void hostOn(int port) {}
}
