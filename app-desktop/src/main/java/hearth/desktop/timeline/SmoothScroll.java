package hearth.desktop.timeline;

import hearth.desktop.fx.ThemeManager;
import java.util.function.DoubleConsumer;
import javafx.animation.AnimationTimer;

/// Lets a turn of the mouse wheel smoothScroll for a moment instead of jumping. Small steps, as
/// touch pads send them, and all steps under reduced motion are made at once. Confined to the FX
/// thread.
final class SmoothScroll extends AnimationTimer {
  private static final double AT_ONCE = 16;
  private static final double HALF_LIFE_NANOS = 25e6;
  private static final double NEAR = 0.5;

  private final DoubleConsumer move;
  private double left;
  private long before;

  /// Begins at rest.
  ///
  /// @param move moves by a distance, at once
  SmoothScroll(DoubleConsumer move) {
    this.move = move;
  }

  void by(double distance) {
    if (ThemeManager.isMotionReduced() || (left == 0 && Math.abs(distance) < AT_ONCE)) {
      move.accept(distance);
      return;
    }
    if (left == 0) {
      before = 0;
      start();
    } else if (Math.signum(distance) != Math.signum(left)) {
      left = 0;
    }
    left += distance;
  }

  @Override
  public void stop() {
    left = 0;
    super.stop();
  }

  @Override
  public void handle(long now) {
    long passed = before == 0 ? 16_000_000 : now - before;
    before = now;
    double step = left * (1 - Math.pow(0.5, passed / HALF_LIFE_NANOS));
    double rest = left - step;
    if (Math.abs(rest) < NEAR) {
      step = left;
      rest = 0;
    }
    left = rest;
    move.accept(step);
    if (rest == 0) {
      stop();
    }
  }
}
