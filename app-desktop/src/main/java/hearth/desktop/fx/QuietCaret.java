package hearth.desktop.fx;

import java.time.Duration;
import java.util.Collection;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextInputControl;
import javafx.scene.shape.Path;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;

/// A caret that is shown and hidden every half a second by an [FxClock], and after ten seconds in
/// which nothing was done stands still, as GTK's does. Confined to the FX thread.
final class QuietCaret {
  private static final Duration HALF = Duration.ofMillis(500);
  private static final int MOST_TURNS = 20;

  private final TextInputControl field;
  private final DoubleProperty opacity = new SimpleDoubleProperty();
  private final FxClock.Delay half;
  private final Subscription watching;
  private boolean blinking;
  private boolean shown;
  private int turns;

  private QuietCaret(TextInputControl field, Path path, FxClock clock) {
    this.field = field;
    this.half = clock.delay(HALF, this::turn);
    path.opacityProperty().bind(opacity); // bound, as a style sheet would set it otherwise
    this.watching =
        Subscription.combine(
            field.focusedProperty().subscribe(now -> show()),
            field.anchorProperty().subscribe(now -> show()),
            field.caretPositionProperty().subscribe(now -> show()),
            field.editableProperty().subscribe(now -> show()),
            field.disabledProperty().subscribe(now -> show()));
  }

  /// The caret of a field's skin; null where there is none to be found, or the scene has no clock
  /// (see [FxClock#in]).
  static @Nullable QuietCaret of(TextInputControl field, Collection<Node> nodes) {
    FxClock clock = FxClock.of(field.getScene());
    Path path = find(nodes);
    return path == null || clock == null ? null : new QuietCaret(field, path, clock);
  }

  /// JavaFX hides its caret by the opacity, so as not to lay the field out again.
  private static @Nullable Path find(Collection<Node> nodes) {
    for (Node node : nodes) {
      Path found =
          switch (node) {
            case Path path when path.opacityProperty().isBound() -> path;
            case ScrollPane pane when pane.getContent() instanceof Parent content ->
                find(content.getChildrenUnmodifiable());
            case Parent parent -> find(parent.getChildrenUnmodifiable());
            default -> null;
          };
      if (found != null) {
        return found;
      }
    }
    return null;
  }

  /// Blinks from now on, beginning with the caret in sight; or not.
  void blink(boolean now) {
    blinking = now;
    show();
  }

  /// Whoever moves the caret sees where it is.
  private void show() {
    boolean due =
        blinking
            && field.isFocused()
            && field.isEditable()
            && !field.isDisabled()
            && field.getAnchor() == field.getCaretPosition();
    turns = 0;
    draw(due);
    if (due) {
      half.restart();
    } else {
      half.stop();
    }
  }

  private void turn() {
    draw(!shown);
    turns++;
    if (turns < MOST_TURNS) {
      half.restart();
    }
  }

  private void draw(boolean now) {
    shown = now;
    opacity.set(now ? 1 : 0);
  }

  void close() {
    half.stop();
    watching.unsubscribe();
  }
}
