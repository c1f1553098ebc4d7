package hearth.desktop.timeline;

import javafx.animation.FadeTransition;
import javafx.scene.layout.Region;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;

/// The tint behind a row that was jumped to. Confined to the FX thread.
final class RowFlash extends Region {
  private static final Duration LENGTH = Duration.seconds(1);

  private @Nullable FadeTransition fade;

  RowFlash() {
    getStyleClass().add("tint");
    setMouseTransparent(true);
  }

  /// Begins.
  ///
  /// @param fading whether the tint fades meanwhile
  void begin(boolean fading) {
    setOpacity(1);
    if (fading) {
      fade = new FadeTransition(LENGTH, this);
      fade.setFromValue(1);
      fade.setToValue(0);
      fade.play();
    }
  }

  void end() {
    if (fade != null) {
      fade.stop();
      fade = null;
    }
  }
}
