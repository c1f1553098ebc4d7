package hearth.desktop.emoji;

import java.util.function.Consumer;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.stage.Popup;
import javafx.stage.PopupWindow;

/// The picker in a popup above a node. Esc and a click beside it close it. Confined to the FX
/// thread.
public final class EmojiPopup {
  private static final double GAP = 8;

  private final EmojiHabits habits;
  private final Popup popup = new Popup();

  public EmojiPopup(EmojiHabits habits) {
    this.habits = habits;
    popup.setAutoHide(true);
    popup.setHideOnEscape(true);
    popup.setAnchorLocation(PopupWindow.AnchorLocation.CONTENT_BOTTOM_RIGHT);
  }

  /// Opens the picker, with its right lower corner above the node's.
  ///
  /// @param chosen told the emoji that is chosen; the popup is closed then
  public void show(Node above, Consumer<String> chosen) {
    var view =
        new EmojiPickerView(
            new EmojiPickerViewModel(
                habits,
                emoji -> {
                  popup.hide();
                  chosen.accept(emoji);
                }));
    view.root().getStyleClass().add("popup-box");
    popup.getContent().setAll(view.root());
    Bounds at = above.localToScreen(above.getBoundsInLocal());
    popup.show(above, at.getMaxX(), at.getMinY() - GAP);
    view.first().requestFocus();
  }
}
