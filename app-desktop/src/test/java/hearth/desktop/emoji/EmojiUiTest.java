package hearth.desktop.emoji;

import static org.assertj.core.api.Assertions.assertThat;

import hearth.desktop.Ui;
import hearth.desktop.fx.ThemeManager;
import hearth.emoji.EmojiCatalog;
import hearth.emoji.NamedEmoji;
import hearth.emoji.SkinTone;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.SnapshotParameters;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.image.WritableImage;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.VBox;
import javafx.scene.text.Font;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;
import javafx.scene.transform.Transform;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// NamedEmoji as JavaFX draws them since it is mended.
class EmojiUiTest {
  private static final String MIXED =
      "Hello 👋🏽 family 👨‍👩‍👧‍👦 flags 🇩🇪🏴󠁧󠁢󠁥󠁮󠁧󠁿 keycap 1️⃣ heart ❤️ digit 1 watch ⌚︎"
          + " smile ☺︎";
  private static final Font INTER = Font.font("Inter", 20);
  private Stage stage = Ui.ask(Stage::new);

  @AfterEach
  void close() {
    Ui.run(stage::close);
  }

  @Test
  void everyEmojiInEveryToneIsOnePictureWide() {
    double one = width("😀");
    assertThat(one).isBetween(20.0, 30.0);
    for (NamedEmoji emoji : EmojiCatalog.standard().all()) {
      for (SkinTone tone : SkinTone.values()) {
        assertThat(width(emoji.in(tone))).as(emoji.name()).isEqualTo(one);
      }
    }
  }

  @Test
  void whatAsksToBeTextIsNoPicture() {
    assertThat(colours("⌚︎")).isZero();
    assertThat(width("☺︎")).isEqualTo(width("☺"));
    assertThat(colours("1 # © ❤")).isZero();
    assertThat(colours("❤️")).isGreaterThan(50);
  }

  @Test
  void allButGreyPicturesHaveColours() {
    List<String> grey = new ArrayList<>();
    for (NamedEmoji emoji : EmojiCatalog.standard().all()) {
      if (colours("x" + emoji.characters()) == 0) {
        grey.add(emoji.characters());
      }
    }
    assertThat(grey).contains("🏴", "⚫").hasSizeLessThan(EmojiCatalog.standard().all().size() / 15);
  }

  @Test
  void linesOfAnyWidthHoldEveryCharacterOnce() {
    Random random = new Random(5);
    Text text = Ui.ask(() -> new Text(MIXED.repeat(3) + "\nשלום 👋 עולם 😀 a\u200Db"));
    double single = Ui.ask(() -> text.getLayoutBounds().getHeight());
    for (int round = 0; round < 300; round++) {
      double most = random.nextInt(1, 900);
      Ui.run(
          () -> {
            text.setWrappingWidth(most);
            int length = 0;
            var lines = text.getLayoutInfo().getTextLines(false);
            for (var line : lines) {
              assertThat(line.start()).isEqualTo(length);
              length = line.end();
            }
            assertThat(length).isEqualTo(text.getText().length());
          });
    }
    Ui.run(() -> text.setWrappingWidth(0));
    assertThat(Ui.ask(() -> text.getLayoutBounds().getHeight())).isEqualTo(single);
  }

  @Test
  void theCaretGoesOverAWholeEmojiAndCopyingGivesItsCharacters() {
    TextArea area = Ui.ask(() -> new TextArea("a👨‍👩‍👧‍👦b"));
    show(area);
    Ui.run(
        () -> {
          area.requestFocus();
          area.positionCaret(1);
        });
    Ui.press(stage.getScene(), KeyCode.SHIFT, KeyCode.RIGHT);
    assertThat(Ui.ask(area::getSelectedText)).isEqualTo("👨‍👩‍👧‍👦");
    Ui.run(area::copy);
    assertThat(Ui.ask(() -> Clipboard.getSystemClipboard().getString())).isEqualTo("👨‍👩‍👧‍👦");
    Ui.press(stage.getScene(), KeyCode.RIGHT);
    Ui.press(stage.getScene(), KeyCode.RIGHT);
    assertThat(Ui.ask(area::getCaretPosition)).isEqualTo(area.getLength());
    Ui.press(stage.getScene(), KeyCode.LEFT);
    Ui.press(stage.getScene(), KeyCode.LEFT);
    assertThat(Ui.ask(area::getCaretPosition)).isOne();
  }

  @Test
  void labelsFieldsAndMenusShowThem() {
    for (ThemeManager.Theme theme : List.of(ThemeManager.Theme.LIGHT, ThemeManager.Theme.DARK)) {
      Ui.run(() -> Ui.look().themeProperty().set(theme));
      Label wrapped = Ui.ask(() -> new Label(MIXED));
      Label cut = Ui.ask(() -> new Label(MIXED));
      TextArea area = Ui.ask(() -> new TextArea(MIXED + "\nשלום 👋 עולם 😀"));
      Ui.run(
          () -> {
            wrapped.setWrapText(true);
            area.setWrapText(true);
            area.setPrefSize(320, 110);
            Text large = new Text("😀👍🏿🇫🇷");
            large.setFont(Font.font(40));
            VBox all =
                new VBox(
                    8,
                    wrapped,
                    cut,
                    area,
                    new TextField("field 🎉 x 👍"),
                    new Button("👍 3"),
                    large,
                    new TextFlow(new Text("flow 😀 "), new Text("second 👨‍👩‍👧‍👦 one")));
            all.setStyle("-fx-padding: 16;");
            all.getStyleClass().add("conversation");
            show(all);
          });
      Ui.picture(stage.getScene(), "emoji-" + theme.name().toLowerCase(java.util.Locale.ROOT));
      assertThat(Ui.ask(cut::getText)).isEqualTo(MIXED);
      assertThat(Ui.ask(() -> coloured(area))).isGreaterThan(300);
    }
    Ui.run(() -> Ui.look().themeProperty().set(ThemeManager.Theme.SYSTEM));
  }

  private void show(javafx.scene.Parent root) {
    Ui.run(
        () -> {
          stage.close();
          stage = new Stage(); // the look is put on a window as it opens, and not on a later scene
          stage.setScene(new Scene(root, 352, 480));
          stage.show();
        });
  }

  private static double width(String emoji) {
    return Ui.ask(() -> text(emoji).getLayoutBounds().getWidth());
  }

  private static int colours(String shown) {
    return Ui.ask(() -> coloured(text(shown)));
  }

  private static Text text(String shown) {
    Text text = new Text(shown);
    text.setFont(INTER);
    return text;
  }

  /// How many pixels are of a colour, and not black, white or grey.
  private static int coloured(Node node) {
    SnapshotParameters twice = new SnapshotParameters();
    twice.setTransform(Transform.scale(2, 2));
    WritableImage image = node.snapshot(twice, null);
    int count = 0;
    for (int y = 0; y < image.getHeight(); y++) {
      for (int x = 0; x < image.getWidth(); x++) {
        int pixel = image.getPixelReader().getArgb(x, y);
        int red = (pixel >> 16) & 0xFF;
        int blue = pixel & 0xFF;
        int green = (pixel >> 8) & 0xFF;
        if (Math.max(red, Math.max(green, blue)) - Math.min(red, Math.min(green, blue)) > 40) {
          count++;
        }
      }
    }
    return count;
  }
}
