package hearth.desktop.window;

import hearth.desktop.fx.FxClock;
import java.time.Duration;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.scene.Scene;
import javafx.scene.input.InputEvent;

/// Whether somebody is at the device: away after a while without input, back with the next.
/// Confined to the FX thread.
final class ActivityMonitor {
  static final Duration PATIENCE = Duration.ofMinutes(5);
  private static final int PARTS = 60;

  private final FxClock.Delay delay;
  private final long coarseNanos;
  private final ReadOnlyBooleanWrapper away = new ReadOnlyBooleanWrapper();
  private long restarted;

  /// Begins with somebody there.
  ///
  /// @param patience how long without input until nobody is there
  ActivityMonitor(Scene scene, FxClock clock, Duration patience) {
    coarseNanos = patience.dividedBy(PARTS).toNanos();
    delay = clock.delay(patience, () -> away.set(true));
    delay.restart();
    restarted = System.nanoTime();
    scene.addEventFilter(InputEvent.ANY, input -> noticed());
  }

  ReadOnlyBooleanProperty awayProperty() {
    return away.getReadOnlyProperty();
  }

  private void noticed() {
    long now = System.nanoTime();
    if (away.get() || now - restarted > coarseNanos) {
      restarted = now;
      delay.restart();
      away.set(false);
    }
  }
}
