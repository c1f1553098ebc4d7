package hearth.desktop.fx;

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

/// Completes what is being written in a field: a list above it shows what may be meant, Tab and
/// Enter take the one that is pointed out, Esc closes the list. Confined to the FX thread.
public final class Completion {
  private static final PseudoClass CHOSEN = PseudoClass.getPseudoClass("chosen");
  private static final double GAP = 8;

  private final TextInputControl field;
  private final Finder finder;
  private final Popup popup = new Popup();
  private final VBox list = new VBox();
  private Found found = new Found(0, List.of());
  private int chosen;

  public Completion(TextInputControl field, Finder finder) {
    this.field = field;
    this.finder = finder;
    list.getStyleClass().addAll("popup-box", "completion");
    popup.getContent().setAll(list);
    popup.setAutoHide(true);
    popup.setHideOnEscape(true);
    popup.setAnchorLocation(PopupWindow.AnchorLocation.CONTENT_BOTTOM_LEFT);
    field.caretPositionProperty().subscribe(now -> look());
    field.focusedProperty().subscribe(now -> look());
  }

  /// Finds what may be meant.
  @FunctionalInterface
  public interface Finder {
    /// What may be meant by the last characters before the caret; empty for nothing.
    Optional<Found> find(String before);
  }

  /// What may be meant.
  ///
  /// @param start the index from which on the field's text is replaced
  /// @param choices at least one
  public record Found(int start, List<Choice> choices) {}

  /// One that may be meant.
  ///
  /// @param name for a screen reader
  /// @param text what is put into the field
  /// @param used what happens besides when it is taken
  public record Choice(String label, String name, String text, Runnable used) {}

  /// Takes the keys that the list is for while it is shown.
  ///
  /// @return whether it took this one
  public boolean takes(KeyEvent press) {
    if (!popup.isShowing() || press.isShiftDown() || press.isShortcutDown()) {
      return false;
    }
    int count = found.choices().size();
    switch (press.getCode()) {
      case DOWN -> choose((chosen + 1) % count);
      case UP -> choose((chosen + count - 1) % count);
      case TAB, ENTER -> put(found.choices().get(chosen));
      default -> {
        return false;
      }
    }
    press.consume();
    return true;
  }

  /// Closes the list.
  public void hide() {
    popup.hide();
  }

  private void look() {
    String text = field.getText();
    int caret = Math.min(field.getCaretPosition(), text == null ? 0 : text.length());
    Optional<Found> now =
        field.isFocused() && field.isEditable() && text != null
            ? finder.find(text.substring(0, caret))
            : Optional.empty();
    if (now.isEmpty()) {
      popup.hide();
      return;
    }
    found = now.get();
    list.getChildren().setAll(found.choices().stream().map(this::row).toList());
    choose(0);
    if (!popup.isShowing()) {
      Bounds at = field.localToScreen(field.getBoundsInLocal());
      popup.show(field, at.getMinX(), at.getMinY() - GAP);
    }
  }

  private Button row(Choice choice) {
    Button row = new Button(choice.label());
    row.getStyleClass().add("completion-row");
    row.setMnemonicParsing(false);
    row.setMaxWidth(Double.MAX_VALUE);
    row.setFocusTraversable(false);
    row.setAccessibleText(choice.name());
    row.setOnAction(press -> put(choice));
    return row;
  }

  private void choose(int index) {
    chosen = index;
    for (int i = 0; i < found.choices().size(); i++) {
      list.getChildren().get(i).pseudoClassStateChanged(CHOSEN, i == index);
    }
    field.setAccessibleHelp(found.choices().get(index).name());
  }

  private void put(Choice choice) {
    popup.hide();
    choice.used().run();
    field.replaceText(found.start(), field.getCaretPosition(), choice.text());
  }
}
