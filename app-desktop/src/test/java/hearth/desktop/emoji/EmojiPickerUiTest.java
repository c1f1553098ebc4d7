package hearth.desktop.emoji;

import static org.assertj.core.api.Assertions.assertThat;

import hearth.desktop.Ui;
import hearth.desktop.fx.ThemeManager;
import hearth.desktop.profile.Settings;
import hearth.desktop.profile.SettingsFile;
import hearth.desktop.settings.SettingProperties;
import hearth.emoji.EmojiGroup;
import hearth.emoji.SkinTone;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.scene.Scene;
import javafx.scene.control.Labeled;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmojiPickerUiTest {
  @TempDir Path folder;
  private final List<String> chosen = new ArrayList<>();
  private SettingsFile file;
  private SettingProperties settings;
  private EmojiPickerViewModel model;
  private Stage stage;

  @BeforeEach
  void open() throws IOException {
    file = SettingsFile.load(folder.resolve("settings.json"));
    settings = new SettingProperties(file);
    model = newModel();
    stage = Ui.ask(Stage::new);
    show();
  }

  private EmojiPickerViewModel newModel() {
    return Ui.ask(() -> new EmojiPickerViewModel(new EmojiHabits(settings), chosen::add));
  }

  /// Opens a new picker; the look is put on a window when it opens.
  private void show() {
    Ui.run(stage::close);
    model = newModel();
    stage = Ui.ask(Stage::new);
    Ui.run(
        () -> {
          EmojiPickerView view = new EmojiPickerView(model);
          view.root().getStyleClass().add("popup-box");
          StackPane pane = new StackPane(view.root());
          pane.getStyleClass().add("conversation");
          stage.setScene(new Scene(pane, 420, 460));
          stage.show();
          view.first().requestFocus();
        });
  }

  @AfterEach
  void close() {
    Ui.run(stage::close);
    file.close();
  }

  @Test
  void searchArrowsAndEnterChooseWithoutAMouse() {
    Ui.type(stage.getScene(), "heart");
    Ui.press(stage.getScene(), KeyCode.RIGHT);
    Ui.press(stage.getScene(), KeyCode.LEFT);
    String second = Ui.ask(() -> model.current().orElseThrow().characters());
    Ui.press(stage.getScene(), KeyCode.ENTER);
    assertThat(chosen).containsExactly(second);
    Ui.run(() -> model.queryProperty().set("tada"));
    Ui.press(stage.getScene(), KeyCode.ENTER);
    assertThat(chosen).endsWith("🎉");
  }

  @Test
  void arrowsGoThroughTheWholeGridAndStopAtItsEnds() {
    Ui.press(stage.getScene(), KeyCode.UP);
    assertThat(Ui.ask(() -> model.current().orElseThrow().characters())).isEqualTo("😀");
    Ui.press(stage.getScene(), KeyCode.LEFT);
    assertThat(Ui.ask(() -> model.current().orElseThrow().characters())).isEqualTo("😀");
    Ui.run(
        () -> {
          for (int i = 0; i < 1000; i++) {
            model.across(1);
          }
        });
    assertThat(Ui.ask(() -> model.current().orElseThrow().name())).startsWith("flag");
    Ui.run(() -> model.showGroup(EmojiGroup.FOOD));
    assertThat(Ui.ask(() -> model.current().orElseThrow().characters())).isEqualTo("🍇");
  }

  @Test
  void theSkinToneAndTheLastOnesAreRemembered() {
    Ui.run(() -> model.setTone(SkinTone.MEDIUM_DARK));
    Ui.run(() -> model.queryProperty().set("wave"));
    Ui.press(stage.getScene(), KeyCode.ENTER);
    assertThat(chosen).containsExactly("👋🏾");
    Ui.run(() -> model.queryProperty().set("tada"));
    Ui.press(stage.getScene(), KeyCode.ENTER);
    assertThat(settings.of(Settings.RECENT_EMOJI).get()).containsExactly("🎉", "👋🏾");
    show();
    assertThat(Ui.ask(() -> model.current().orElseThrow().characters())).isEqualTo("🎉");
    assertThat(Ui.ask(() -> model.toneProperty().get())).isEqualTo(SkinTone.MEDIUM_DARK);
  }

  @Test
  void recentOnesAreNewestFirstEachOnceAndNotTooMany() {
    EmojiHabits habits = new EmojiHabits(settings);
    Ui.run(
        () -> {
          for (int i = 0; i < 60; i++) {
            habits.use(Character.toString(0x1F600 + i % 40));
          }
          habits.use("🎉");
        });
    assertThat(habits.recent()).startsWith("🎉", Character.toString(0x1F600 + 19)).hasSize(27);
    assertThat(habits.recent()).doesNotHaveDuplicates();
  }

  @Test
  void aSearchWithoutResultSaysSo() {
    Ui.type(stage.getScene(), "xyzzy");
    assertThat(Ui.ask(() -> ((Labeled) stage.getScene().lookup(".emoji-heading")).getText()))
        .isEqualTo("No emoji found");
    Ui.press(stage.getScene(), KeyCode.DOWN);
    Ui.press(stage.getScene(), KeyCode.ENTER);
    assertThat(chosen).isEmpty();
  }

  @Test
  void looksAsItShould() {
    Ui.run(() -> List.of("🎉", "👋🏾", "❤️").forEach(new EmojiHabits(settings)::use));
    for (ThemeManager.Theme theme : List.of(ThemeManager.Theme.LIGHT, ThemeManager.Theme.DARK)) {
      Ui.run(() -> Ui.look().themeProperty().set(theme));
      show();
      Ui.press(stage.getScene(), KeyCode.DOWN);
      Ui.picture(stage.getScene(), "emoji-picker-" + theme.name().toLowerCase(Locale.ROOT));
      Ui.type(stage.getScene(), "cat");
      Ui.picture(stage.getScene(), "emoji-search-" + theme.name().toLowerCase(Locale.ROOT));
    }
    Ui.run(() -> Ui.look().themeProperty().set(ThemeManager.Theme.SYSTEM));
  }
}
