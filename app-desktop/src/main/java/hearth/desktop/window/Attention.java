package hearth.desktop.window;

import hearth.desktop.fx.FxClock;
import java.time.Duration;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.scene.Scene;
import javafx.scene.input.InputEvent;

/// Whether somebody is at the device: away after five minutes without input, back with the next.
/// Confined to the FX thread.
final class Attention {
  private static final Duration PATIENCE = Duration.ofMinutes(5);
  private static final long COARSE_NANOS = Duration.ofSeconds(5).toNanos();

  private final FxClock.Delay delay;
  private final ReadOnlyBooleanWrapper away = new ReadOnlyBooleanWrapper();
  private long restarted;

  Attention(Scene scene, FxClock clock) {
    delay = clock.delay(PATIENCE, () -> away.set(true));
    delay.restart();
    restarted = System.nanoTime();
    scene.addEventFilter(InputEvent.ANY, input -> noticed());
  }

  ReadOnlyBooleanProperty awayProperty() {
    return away.getReadOnlyProperty();
  }

  private void noticed() {
    long now = System.nanoTime();
    if (away.get() || now - restarted > COARSE_NANOS) {
      restarted = now;
      delay.restart();
      away.set(false);
    }
  }
}
