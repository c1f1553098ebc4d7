package hearth.desktop.fx;

import javafx.scene.control.TextArea;
import javafx.scene.control.skin.TextAreaSkin;
import org.jspecify.annotations.Nullable;

/// A text area whose caret is a [QuietCaret]; named in the style sheet. Confined to the FX thread.
public final class QuietAreaSkin extends TextAreaSkin {
  private final @Nullable QuietCaret caret;

  public QuietAreaSkin(TextArea area) {
    super(area);
    caret = QuietCaret.of(area, getChildren());
    if (caret != null) {
      super.setCaretAnimating(false);
      caret.blink(area.isFocused());
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
