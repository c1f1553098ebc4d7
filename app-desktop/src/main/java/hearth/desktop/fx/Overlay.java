package hearth.desktop.fx;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.function.Consumer;
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
  /// As often as JavaFX lays out in one pulse.
  private static final int ROUNDS = 3;

  private final StackPane content = new StackPane();
  private final Deque<Shown> shown = new ArrayDeque<>();
  private Runnable focus = () -> {};
  private Consumer<RuntimeException> failed = bug -> {};

  public Overlay() {
    getStyleClass().add("overlay");
    content.getStyleClass().add("behind");
    getChildren().add(content);
    addEventFilter(KeyEvent.KEY_PRESSED, this::closeOnEscape);
    Runnable layout = this::layoutWithin;
    sceneProperty()
        .subscribe(
            (before, now) -> {
              if (before != null) {
                before.removePreLayoutPulseListener(layout);
              }
              if (now != null) {
                now.addPreLayoutPulseListener(layout);
              }
            });
  }

  /// Sets what happens when the content or a dialog cannot be laid out. It is gone by then: JavaFX
  /// never lays out again what once failed, nor anything that this is in, and tries at every pulse.
  public void onFailure(Consumer<RuntimeException> told) {
    failed = told;
  }

  /// Lays out what is in here before JavaFX does, which then finds it done.
  private void layoutWithin() {
    for (Node layer : List.copyOf(getChildren())) {
      if (layer instanceof StackPane pane) {
        pane.resize(getWidth(), getHeight());
        for (Node part : List.copyOf(pane.getChildren())) {
          layoutPart(pane, part);
        }
      }
    }
  }

  private void layoutPart(StackPane pane, Node part) {
    try {
      if (pane.equals(content)) {
        part.resize(getWidth(), getHeight());
      }
      for (int i = 0; i < ROUNDS && part instanceof Parent parent && parent.isNeedsLayout(); i++) {
        parent.layout();
      }
    } catch (RuntimeException bug) {
      pane.getChildren().remove(part);
      if (!pane.equals(content)) {
        close();
      }
      failed.accept(bug);
    }
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
    Node before = focusedWithin();
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
    scrim.applyCss(); // until then a field has no skin, and keys are lost
    first.requestFocus();
  }

  /// Shows a page over the whole content.
  ///
  /// @param first gets the focus
  public void openPage(Region page, Node first) {
    Node before = focusedWithin();
    StackPane whole = new StackPane(page);
    shown.push(new Shown(whole, before));
    content.setDisable(true);
    getChildren().add(whole);
    whole.applyCss(); // until then the content of a scroll pane is not in the scene
    first.requestFocus();
  }

  /// What has the focus in the dialog that another is about to cover; null without one.
  private @Nullable Node focusedWithin() {
    return shown.isEmpty() || getScene() == null ? null : getScene().getFocusOwner();
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
