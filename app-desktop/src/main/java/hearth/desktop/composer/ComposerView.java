package hearth.desktop.composer;

import hearth.client.model.TimelineRow;
import hearth.desktop.emoji.EmojiCompletion;
import hearth.desktop.emoji.EmojiHabits;
import hearth.desktop.emoji.EmojiPopup;
import hearth.desktop.fx.Completion;
import hearth.desktop.fx.ErrorLabel;
import hearth.desktop.fx.Tone;
import hearth.desktop.fx.ViewLoader;
import hearth.desktop.profile.Settings;
import hearth.desktop.settings.SettingProperties;
import hearth.desktop.text.ActionText;
import hearth.desktop.text.Messages;
import hearth.protocol.Limits;
import javafx.beans.binding.Bindings;
import javafx.css.PseudoClass;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.TraversalDirection;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextFormatter;
import javafx.scene.input.InputMethodEvent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;
import org.kordamp.ikonli.javafx.FontIcon;

/// The field to write in. Grows to eight lines; Enter sends, Shift+Enter breaks the line, and an
/// Enter that belongs to an input method is left to it.
public final class ComposerView {
  private static final int MOST_LINES = 8;
  private static final int COUNT_FROM = 200;
  private static final double SPARE_WIDTH = 12;
  private static final KeyCombination EMOJI =
      new KeyCodeCombination(KeyCode.E, KeyCombination.SHORTCUT_DOWN);
  private static final PseudoClass OVER = PseudoClass.getPseudoClass("over");
  private static final PseudoClass EDITING = PseudoClass.getPseudoClass("editing");
  private static final PseudoClass WITHIN = PseudoClass.getPseudoClass("within");

  private final ComposerViewModel model;
  private final SettingProperties settings;
  private final EmojiPopup picker;
  private final EmojiCompletion completion;
  private final Completion mentions;
  private final VBox root;
  private final Text measure = new Text();
  private boolean composing;

  @FXML private HBox bar;
  @FXML private FontIcon barIcon;
  @FXML private Label barTitle;
  @FXML private Label barLine;
  @FXML private HBox box;
  @FXML private TextArea field;
  @FXML private Label remaining;
  @FXML private Label pause;
  @FXML private Button emoji;
  @FXML private Button send;
  @FXML private HBox silenceBar;
  @FXML private Label silence;
  @FXML private Hyperlink unblock;
  @FXML private ErrorLabel error;

  public ComposerView(ComposerViewModel model, SettingProperties settings) {
    this.model = model;
    this.settings = settings;
    EmojiHabits habits = new EmojiHabits(settings);
    this.picker = new EmojiPopup(habits);
    this.root = ViewLoader.load(this, "composer.fxml", VBox.class);
    this.completion = new EmojiCompletion(field, habits);
    this.mentions = new Completion(field, model::findMention);
  }

  public Parent root() {
    return root;
  }

  public Node focusTarget() {
    return field;
  }

  /// Says whom the text goes to.
  ///
  /// @param title what the chat is called
  public void showTitle(String title) {
    String prompt = Messages.get("composer.prompt", title);
    field.setPromptText(prompt);
    field.setAccessibleText(prompt);
  }

  /// Puts the cursor at the end of what is written.
  public void focus() {
    field.requestFocus();
    field.end();
  }

  @FXML
  void initialize() {
    field.setTextFormatter(new TextFormatter<String>(this::taken));
    field.textProperty().bindBidirectional(model.textProperty());
    field.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
    field.addEventFilter(InputMethodEvent.ANY, this::compose);
    field.textProperty().subscribe(now -> grow());
    field.widthProperty().subscribe(now -> grow());
    field.fontProperty().subscribe(measure::setFont);
    field.focusedProperty().subscribe(now -> box.pseudoClassStateChanged(WITHIN, now));
    send.disableProperty()
        .bind(
            Bindings.createBooleanBinding(
                () -> model.textProperty().get().isBlank() || isPausing(),
                model.textProperty(),
                model.pauseProperty()));
    model.pauseProperty().subscribe(now -> showPause());
    model.modeProperty().subscribe(this::showMode);
    silence.textProperty().bind(model.silenceProperty());
    model.silenceProperty().subscribe(why -> show(silenceBar, !why.isEmpty()));
    model.silenceProperty().subscribe(why -> show(box, why.isEmpty()));
    model.blockedProperty().subscribe(person -> show(unblock, person != null));
    error.textProperty().bind(model.errorProperty());
    model
        .remainingProperty()
        .subscribe(
            left -> {
              remaining.setText(String.valueOf(left));
              remaining.pseudoClassStateChanged(OVER, left.intValue() < 0);
              boolean near = left.intValue() <= Math.min(COUNT_FROM, Limits.TEXT);
              remaining.setVisible(near);
              remaining.setManaged(near);
            });
  }

  private static void show(Node node, boolean shown) {
    node.setVisible(shown);
    node.setManaged(shown);
  }

  @FXML
  void send() {
    model.send();
    focus();
  }

  @FXML
  void chooseEmoji() {
    picker.show(
        emoji,
        chosen -> {
          field.requestFocus();
          field.replaceSelection(chosen);
        });
  }

  @FXML
  void unblock() {
    model.unblock();
  }

  @FXML
  void leaveMode() {
    model.leaveMode();
    focus();
  }

  private void showMode(ComposerMode mode) {
    boolean shown = !(mode instanceof ComposerMode.Writing);
    bar.setVisible(shown);
    bar.setManaged(shown);
    switch (mode) {
      case ComposerMode.Writing() -> {}
      case ComposerMode.Replying(TimelineRow.Committed to) ->
          showBar(
              "fth-corner-up-left",
              Messages.get("composer.replying", model.display().nameOrYou(to.row().author())),
              to,
              true);
      case ComposerMode.Editing editing ->
          showBar("fth-edit-2", Messages.get("composer.editing"), editing.message(), false);
    }
  }

  private void showBar(String icon, String title, TimelineRow.Committed message, boolean isReply) {
    barIcon.setIconLiteral(icon);
    barTitle.setText(title);
    Tone.of(message.row().author()).applyTo(barTitle);
    barTitle.pseudoClassStateChanged(EDITING, !isReply);
    barLine.setText(new ActionText(model.display()).preview(message.action()));
    focus();
  }

  private boolean isPausing() {
    return !model.pauseProperty().get().isEmpty();
  }

  private void showPause() {
    pause.setText(Messages.get("composer.slow-mode", model.pauseProperty().get()));
    pause.setVisible(isPausing());
    pause.setManaged(isPausing());
  }

  private TextFormatter.Change taken(TextFormatter.Change change) {
    int before = change.getControlText().length();
    int removed = change.getRangeEnd() - change.getRangeStart();
    if (!model.takes(before, before - removed + change.getText().length())) {
      change.setText("");
      change.setRange(change.getControlCaretPosition(), change.getControlCaretPosition());
      change.selectRange(change.getControlAnchor(), change.getControlCaretPosition());
    }
    return change;
  }

  private void compose(InputMethodEvent event) {
    composing = !event.getComposed().isEmpty();
  }

  private void key(KeyEvent press) {
    if (!composing && (completion.takes(press) || mentions.takes(press))) {
      return;
    }
    if (EMOJI.match(press)) {
      chooseEmoji();
      press.consume();
      return;
    }
    if (press.getCode() == KeyCode.UP && isPlain(press) && !composing && model.editLast()) {
      press.consume();
      return;
    }
    if (press.getCode() == KeyCode.TAB && !press.isShortcutDown() && !composing) {
      field.requestFocusTraversal(
          press.isShiftDown() ? TraversalDirection.PREVIOUS : TraversalDirection.NEXT);
      press.consume();
      return;
    }
    if (press.getCode() != KeyCode.ENTER) {
      return;
    }
    press.consume();
    if (composing) {
      return; // the input method takes what is composed, by an event of its own
    }
    boolean sendsWithShift = settings.of(Settings.SEND_KEY).get() == Settings.SendKey.SHIFT_ENTER;
    if (press.isShiftDown() != sendsWithShift) {
      field.replaceSelection("\n");
    } else if (!press.isAltDown() && !press.isShortcutDown()) {
      model.send();
    }
  }

  private static boolean isPlain(KeyEvent press) {
    return !press.isShiftDown() && !press.isAltDown() && !press.isShortcutDown();
  }

  private void grow() {
    double width = field.getWidth() - SPARE_WIDTH;
    if (width <= 0) {
      return;
    }
    measure.setWrappingWidth(width);
    measure.setText("x");
    double line = measure.getLayoutBounds().getHeight();
    String text = field.getText();
    measure.setText(text.isEmpty() || text.endsWith("\n") ? text + "x" : text);
    double lines =
        Math.clamp(Math.round(measure.getLayoutBounds().getHeight() / line), 1, MOST_LINES);
    field.setPrefHeight(Math.ceil(lines * line) + 12);
  }
}
