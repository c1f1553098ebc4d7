package hearth.desktop.fx;

import javafx.scene.control.TextField;
import javafx.scene.control.skin.TextFieldSkin;
import org.jspecify.annotations.Nullable;

/// A text field whose caret is a [QuietCaret]; named in the style sheet. Confined to the FX thread.
public final class QuietFieldSkin extends TextFieldSkin {
  private final @Nullable QuietCaret caret;

  public QuietFieldSkin(TextField field) {
    super(field);
    caret = QuietCaret.of(field, getChildren());
    if (caret != null) {
      super.setCaretAnimating(false);
      caret.blink(field.isFocused());
    }
  }

  /// Called by JavaFX, from its constructor too.
  @Override
  public void setCaretAnimating(boolean now) {
    if (caret == null) {
      super.setCaretAnimating(now);
    } else {
      caret.blink(now);
    }
  }

  @Override
  public void dispose() {
    if (caret != null) {
      caret.close();
    }
    super.dispose();
  }
}
