package hearth.desktop.emoji;

import hearth.emoji.NamedEmoji;
import java.util.List;
import java.util.Optional;
import javafx.css.PseudoClass;
import javafx.geometry.Bounds;
import javafx.scene.control.Button;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.VBox;
import javafx.stage.Popup;
import javafx.stage.PopupWindow;

/// Completes the short names of emoji in a field: `:smi` shows a list above it, Tab and Enter take
/// the one that is pointed out, Esc closes the list; `:smile:` becomes the emoji at its last colon.
/// Confined to the FX thread.
public final class EmojiCompletion {
  private static final PseudoClass CHOSEN = PseudoClass.getPseudoClass("chosen");
  private static final double GAP = 8;

  private final TextInputControl field;
  private final EmojiHabits habits;
  private final Popup popup = new Popup();
  private final VBox list = new VBox();
  private List<NamedEmoji> found = List.of();
  private int start;
  private int chosen;

  public EmojiCompletion(TextInputControl field, EmojiHabits habits) {
    this.field = field;
    this.habits = habits;
    list.getStyleClass().addAll("popup-box", "completion");
    popup.getContent().setAll(list);
    popup.setAutoHide(true);
    popup.setHideOnEscape(true);
    popup.setAnchorLocation(PopupWindow.AnchorLocation.CONTENT_BOTTOM_LEFT);
    field.caretPositionProperty().subscribe(now -> look());
    field.focusedProperty().subscribe(now -> look());
    field.addEventFilter(KeyEvent.KEY_TYPED, this::typed);
  }

  /// Takes the keys that the list is for while it is shown.
  ///
  /// @return whether it took this one
  public boolean takes(KeyEvent press) {
    if (!popup.isShowing() || press.isShiftDown() || press.isShortcutDown()) {
      return false;
    }
    switch (press.getCode()) {
      case DOWN -> choose((chosen + 1) % found.size());
      case UP -> choose((chosen + found.size() - 1) % found.size());
      case TAB, ENTER -> put(found.get(chosen), field.getCaretPosition());
      default -> {
        return false;
      }
    }
    press.consume();
    return true;
  }

  private void typed(KeyEvent typed) {
    if (typed.getCharacter().equals(":") && field.getSelection().getLength() == 0) {
      int caret = field.getCaretPosition();
      Optional<ShortNames.Begun> name = ShortNames.whole(before(caret) + ":");
      name.ifPresent(
          whole -> {
            start = whole.start();
            put(whole.found().getFirst(), caret);
            typed.consume();
          });
    }
  }

  private String before(int caret) {
    String text = field.getText();
    return text == null ? "" : text.substring(0, Math.min(caret, text.length()));
  }

  private void look() {
    Optional<ShortNames.Begun> begun =
        field.isFocused() && field.isEditable()
            ? ShortNames.begun(before(field.getCaretPosition()))
            : Optional.empty();
    if (begun.isEmpty()) {
      popup.hide();
      return;
    }
    start = begun.get().start();
    found = begun.get().found();
    list.getChildren().setAll(found.stream().map(this::row).toList());
    choose(0);
    if (!popup.isShowing()) {
      Bounds at = field.localToScreen(field.getBoundsInLocal());
      popup.show(field, at.getMinX(), at.getMinY() - GAP);
    }
  }

  private Button row(NamedEmoji emoji) {
    Button row = new Button(emoji.in(habits.tone().get()) + "  :" + emoji.shortName() + ":");
    row.getStyleClass().add("completion-row");
    row.setMnemonicParsing(false);
    row.setMaxWidth(Double.MAX_VALUE);
    row.setFocusTraversable(false);
    row.setAccessibleText(emoji.name());
    row.setOnAction(press -> put(emoji, field.getCaretPosition()));
    return row;
  }

  private void choose(int index) {
    chosen = index;
    for (int i = 0; i < found.size(); i++) {
      list.getChildren().get(i).pseudoClassStateChanged(CHOSEN, i == index);
    }
    field.setAccessibleHelp(found.get(index).name());
  }

  private void put(NamedEmoji emoji, int caret) {
    String characters = emoji.in(habits.tone().get());
    habits.use(characters);
    popup.hide();
    field.replaceText(start, caret, characters);
  }
}
