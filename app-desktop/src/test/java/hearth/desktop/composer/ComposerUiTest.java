package hearth.desktop.composer;

import static org.assertj.core.api.Assertions.assertThat;

import hearth.client.model.Change;
import hearth.client.model.ChatItem;
import hearth.desktop.Sample;
import hearth.desktop.TurningClock;
import hearth.desktop.Ui;
import hearth.desktop.fx.FxClock;
import hearth.desktop.fx.FxMailbox;
import hearth.desktop.profile.Settings;
import hearth.desktop.profile.SettingsFile;
import hearth.desktop.session.ServerViewModel;
import hearth.desktop.settings.SettingProperties;
import hearth.desktop.text.DisplayText;
import hearth.desktop.text.Times;
import hearth.protocol.Limits;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.InputMethodEvent;
import javafx.scene.input.InputMethodHighlight;
import javafx.scene.input.InputMethodTextRun;
import javafx.scene.input.KeyCode;
import javafx.stage.Popup;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ComposerUiTest {
  @TempDir Path folder;
  private final FxClock clock = new FxClock(new FxMailbox());
  private final TurningClock time = new TurningClock(Sample.NOW);
  private ServerViewModel live;
  private ComposerViewModel model;
  private SettingsFile file;
  private SettingProperties settings;
  private TextArea field;
  private Stage stage;

  @BeforeEach
  void open() throws IOException {
    live = Sample.deaf(folder);
    model =
        Ui.ask(() -> new ComposerViewModel(live, new DisplayText(live, new Times(time)), clock));
    file = SettingsFile.load(folder.resolve("settings.json"));
    settings = new SettingProperties(file);
    ComposerView view = Ui.ask(() -> new ComposerView(model, settings));
    field = (TextArea) view.focusTarget();
    stage = Ui.ask(Stage::new);
    Ui.run(
        () -> {
          live.apply(new Sample().overview());
          model.open(Sample.LOBBY);
          stage.setScene(new Scene(view.root(), 600, 300));
          stage.setY(480); // the headless platform draws no window that begins above its screen
          stage.show();
          view.focus();
        });
  }

  @AfterEach
  void close() {
    Ui.run(stage::close);
    live.close();
    clock.close();
    file.close();
  }

  @Test
  void enterSendsAndShiftEnterBreaksTheLine() {
    Ui.type(stage.getScene(), "one");
    Ui.press(stage.getScene(), KeyCode.SHIFT, KeyCode.ENTER);
    Ui.type(stage.getScene(), "two");
    assertThat(field.getText()).isEqualTo("one\ntwo");
    Ui.press(stage.getScene(), KeyCode.ENTER);
    assertThat(field.getText()).isEmpty();
  }

  @Test
  void theSettingSwapsEnterAndShiftEnter() {
    Ui.run(() -> settings.of(Settings.SEND_KEY).set(Settings.SendKey.SHIFT_ENTER));
    Ui.type(stage.getScene(), "one");
    Ui.press(stage.getScene(), KeyCode.ENTER);
    Ui.type(stage.getScene(), "two");
    assertThat(field.getText()).isEqualTo("one\ntwo");
    Ui.press(stage.getScene(), KeyCode.SHIFT, KeyCode.ENTER);
    assertThat(field.getText()).isEmpty();
  }

  @Test
  void enterBelongsToTheInputMethodWhileItComposes() {
    Ui.type(stage.getScene(), "好");
    compose("ni hao");
    String composed = field.getText();
    Ui.press(stage.getScene(), KeyCode.ENTER);
    assertThat(field.getText()).isEqualTo(composed);
    compose("");
    Ui.press(stage.getScene(), KeyCode.ENTER);
    assertThat(field.getText()).isEmpty();
  }

  @Test
  void growsToEightLinesAndNoFurther() {
    double one = Ui.ask(field::getPrefHeight);
    Ui.run(() -> field.setText("a\nb\nc"));
    double three = Ui.ask(field::getPrefHeight);
    Ui.run(() -> field.setText("x\n".repeat(30)));
    double most = Ui.ask(field::getPrefHeight);
    assertThat(three).isGreaterThan(one);
    assertThat(most).isBetween(one * 4, one * 8);
  }

  @Test
  void aTextOverTheLimitStaysWithTheReasonSaid() {
    String tooLong = "字".repeat(Limits.TEXT + 3);
    Ui.run(() -> field.setText(tooLong));
    Label remaining = (Label) Ui.find(stage.getScene(), ".remaining");
    assertThat(remaining.getText()).isEqualTo("-3");
    Ui.press(stage.getScene(), KeyCode.ENTER);
    assertThat(field.getText()).isEqualTo(tooLong);
    assertThat(model.errorProperty().get()).contains("longer than");
    Ui.picture(stage.getScene(), "composer-too-long-light");
  }

  @Test
  void aWholeFileIsNotPastedAndTheReasonIsSaid() {
    Ui.type(stage.getScene(), "before");
    Ui.run(
        () -> {
          ClipboardContent file = new ClipboardContent();
          file.putString("0123456789abcde ".repeat(65_536));
          Clipboard.getSystemClipboard().setContent(file);
          field.paste();
        });
    assertThat(field.getText()).isEqualTo("before");
    assertThat(model.errorProperty().get()).contains("too much text for one message");
    Ui.picture(stage.getScene(), "composer-paste-light");
    Ui.type(stage.getScene(), " and after");
    assertThat(field.getText()).isEqualTo("before and after");
    assertThat(model.errorProperty().get()).isEmpty();
  }

  @Test
  void slowModeCountsDownWhileOneTypesOn() {
    Ui.run(
        () -> {
          ChatItem lobby = live.chat(Sample.LOBBY).orElseThrow();
          ChatItem slowed = Sample.slowed(lobby, Sample.BO, Duration.ofSeconds(72));
          live.apply(List.of(new Change.ChatsChanged(List.of(slowed))));
        });
    Ui.type(stage.getScene(), "meanwhile");
    Label pause = (Label) Ui.find(stage.getScene(), ".pause");
    assertThat(pause.getText()).isEqualTo("Slow mode: 1:12");
    assertThat(Ui.find(stage.getScene(), "#send").isDisabled()).isTrue();
    Ui.press(stage.getScene(), KeyCode.ENTER);
    assertThat(field.getText()).isEqualTo("meanwhile");

    time.pass(Duration.ofMillis(70_500));
    Ui.await("it counts by itself", () -> pause.getText().equals("Slow mode: 2 s"));
    time.pass(Duration.ofMillis(1_500));
    Ui.await("the wait is over", () -> !pause.isVisible());
    assertThat(Ui.find(stage.getScene(), "#send").isDisabled()).isFalse();
    Ui.press(stage.getScene(), KeyCode.ENTER);
    assertThat(field.getText()).isEmpty();
  }

  @Test
  void everyChatKeepsItsOwnDraft() {
    Ui.type(stage.getScene(), "for the lobby");
    Ui.run(() -> model.open(Sample.ROBOTS));
    assertThat(field.getText()).isEmpty();
  }

  @Test
  void aShortNameIsCompletedByTabOrEnterAndEscLeavesIt() {
    Ui.type(stage.getScene(), "hi :tad");
    assertThat(completion()).startsWith("🎉  :tada:");
    Ui.press(stage.getScene(), KeyCode.TAB);
    assertThat(field.getText()).isEqualTo("hi 🎉");
    assertThat(completion()).isEmpty();

    Ui.type(stage.getScene(), " :smil");
    Ui.press(stage.getScene(), KeyCode.DOWN);
    Ui.press(stage.getScene(), KeyCode.UP);
    Ui.press(stage.getScene(), KeyCode.ENTER);
    assertThat(field.getText()).isEqualTo("hi 🎉 😄");

    Ui.type(stage.getScene(), ":hear");
    assertThat(completion()).isNotEmpty();
    Ui.press(stage.getScene(), KeyCode.ESCAPE);
    assertThat(completion()).isEmpty();
    Ui.press(stage.getScene(), KeyCode.ENTER);
    assertThat(field.getText()).isEmpty();
  }

  @Test
  void aWholeShortNameBecomesTheEmojiAndATimeOrAnAddressDoesNot() {
    Ui.type(stage.getScene(), ":+1: at 12:30:15 http://a:80 :nosuchname: :Heart:");
    assertThat(field.getText()).isEqualTo("👍 at 12:30:15 http://a:80 :nosuchname: ❤️");
    assertThat(completion()).isEmpty();
  }

  @Test
  void theCompletionStandsAboveTheField() {
    Ui.type(stage.getScene(), "Well done :cla");
    Scene popup = Ui.ask(() -> popup().orElseThrow().getScene());
    Ui.picture(popup, "completion-light");
    Ui.picture(stage.getScene(), "composer-emoji-light");
    Node list = popup.getRoot().lookup(".completion");
    assertThat(Ui.ask(() -> list.localToScreen(list.getLayoutBounds()).getMaxY()))
        .isLessThan(Ui.ask(() -> field.localToScreen(0, 0).getY()));
  }

  @Test
  void thePickerPutsAnEmojiWhereTheCursorIs() {
    Ui.type(stage.getScene(), "ab");
    Ui.press(stage.getScene(), KeyCode.LEFT);
    Ui.press(stage.getScene(), KeyCode.CONTROL, KeyCode.E);
    Scene picker = Ui.ask(() -> popup().orElseThrow().getScene());
    Ui.type(picker, "tada");
    Ui.press(picker, KeyCode.ENTER);
    assertThat(field.getText()).isEqualTo("a🎉b");
    assertThat(Ui.ask(this::popup)).isEmpty();
  }

  private List<String> completion() {
    return Ui.ask(
        () ->
            popup().stream()
                .flatMap(
                    window -> window.getScene().getRoot().lookupAll(".completion-row").stream())
                .map(row -> ((Button) row).getText())
                .toList());
  }

  private Optional<Window> popup() {
    return Window.getWindows().stream().filter(Popup.class::isInstance).findFirst();
  }

  private void compose(String text) {
    List<InputMethodTextRun> composed =
        text.isEmpty()
            ? List.of()
            : List.of(new InputMethodTextRun(text, InputMethodHighlight.UNSELECTED_RAW));
    Ui.run(
        () ->
            Event.fireEvent(
                field,
                new InputMethodEvent(
                    InputMethodEvent.INPUT_METHOD_TEXT_CHANGED, composed, "", text.length())));
  }
}
