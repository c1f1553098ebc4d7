package hearth.desktop.fx;

import java.util.ArrayDeque;
import java.util.Deque;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;

/// A window's content with dialogs above it. Esc and a click beside the dialog close it; then the
/// focus returns to the content. Confined to the FX thread.
public final class Overlay extends StackPane {
  private final StackPane content = new StackPane();
  private final Deque<Shown> shown = new ArrayDeque<>();
  private Runnable focus = () -> {};

  public Overlay() {
    getStyleClass().add("overlay");
    content.getStyleClass().add("behind");
    getChildren().add(content);
    addEventFilter(KeyEvent.KEY_PRESSED, this::closeOnEscape);
  }

  /// Replaces the content and closes all dialogs.
  ///
  /// @param giveFocus moves the focus into the content; called now and after each dialog
  public void setContent(Parent root, Runnable giveFocus) {
    focus = () -> {};
    while (!shown.isEmpty()) {
      close();
    }
    content.getChildren().setAll(root);
    focus = giveFocus;
    focus.run();
  }

  /// Shows a dialog at its preferred size.
  ///
  /// @param first gets the focus
  public void open(Region dialog, Node first) {
    Node before = getScene() == null ? null : getScene().getFocusOwner();
    dialog.getStyleClass().add("dialog");
    dialog.setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
    StackPane scrim = new StackPane(dialog);
    scrim.getStyleClass().add("scrim");
    scrim.setAlignment(Pos.CENTER);
    scrim.setOnMousePressed(
        press -> {
          if (scrim.equals(press.getTarget())) {
            close();
          }
        });
    shown.push(new Shown(scrim, before));
    content.setDisable(true);
    getChildren().add(scrim);
    first.requestFocus();
  }

  public boolean isOpen() {
    return !shown.isEmpty();
  }

  public void close() {
    Shown top = shown.poll();
    if (top == null) {
      return;
    }
    getChildren().remove(top.scrim);
    content.setDisable(isOpen());
    if (!isOpen()) {
      focus.run();
    } else if (top.before != null) {
      top.before.requestFocus();
    }
  }

  private void closeOnEscape(KeyEvent press) {
    if (press.getCode() == KeyCode.ESCAPE && isOpen()) {
      close();
      press.consume();
    }
  }

  private record Shown(StackPane scrim, @Nullable Node before) {}
}
