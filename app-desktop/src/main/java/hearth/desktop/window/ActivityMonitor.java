package hearth.desktop.window;

import hearth.desktop.fx.FxClock;
import java.time.Duration;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.value.ObservableValue;
import javafx.scene.Scene;
import javafx.scene.input.InputEvent;
import javafx.stage.Window;

/// Detects whether the person is active: away after a while without input, back with the next.
/// Confined to the FX thread.
final class ActivityMonitor {
  static final Duration PATIENCE = Duration.ofMinutes(5);
  private static final int PARTS = 60;

  private final FxClock.Delay delay;
  private final long restartNanos;
  private final ReadOnlyBooleanWrapper away = new ReadOnlyBooleanWrapper();
  private final ObservableValue<Boolean> attentive;
  private long restarted;

  /// Starts as active.
  ///
  /// @param patience the time without input after which the person is away
  ActivityMonitor(Scene scene, FxClock clock, Duration patience) {
    restartNanos = patience.dividedBy(PARTS).toNanos();
    delay = clock.delay(patience, () -> away.set(true));
    delay.restart();
    restarted = System.nanoTime();
    attentive =
        scene
            .windowProperty()
            .flatMap(Window::focusedProperty)
            .flatMap(focused -> away.map(now -> focused && !now))
            .orElse(false);
    scene.addEventFilter(InputEvent.ANY, input -> inputReceived());
  }

  ReadOnlyBooleanProperty awayProperty() {
    return away.getReadOnlyProperty();
  }

  /// Whether the window has the focus and the person is active.
  ObservableValue<Boolean> attentiveProperty() {
    return attentive;
  }

  /// Restarts the delay only now and then: input comes often, and each restart costs a timer.
  private void inputReceived() {
    long now = System.nanoTime();
    if (away.get() || now - restarted > restartNanos) {
      restarted = now;
      delay.restart();
      away.set(false);
    }
  }
}
