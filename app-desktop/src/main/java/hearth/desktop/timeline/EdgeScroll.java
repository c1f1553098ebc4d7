package hearth.desktop.timeline;

import java.util.function.DoubleConsumer;
import javafx.animation.AnimationTimer;

/// Scrolls while the mouse is held beyond an edge: the further, the faster. Confined to the FX
/// thread.
final class EdgeScroll extends AnimationTimer {
  /// How many times its distance from the edge a mouse moves the rows in a second.
  private static final double SPEED = 8;

  private static final double FASTEST = 3_000;
  private static final double NANOS = 1e9;
  private static final double FIRST_FRAME = 0.016;

  private final DoubleConsumer move;
  private double speed;
  private long before;

  /// Begins at rest.
  ///
  /// @param move moves by a distance, at once
  EdgeScroll(DoubleConsumer move) {
    this.move = move;
  }

  /// The mouse is this far below the lower edge, or above the upper one if negative; 0 between
  /// them.
  void beyond(double distance) {
    boolean rests = speed == 0;
    speed = Math.clamp(distance * SPEED, -FASTEST, FASTEST);
    if (speed == 0) {
      stop();
    } else if (rests) {
      before = 0;
      start();
    }
  }

  @Override
  public void stop() {
    speed = 0;
    super.stop();
  }

  @Override
  public void handle(long now) {
    double passed = before == 0 ? FIRST_FRAME : (now - before) / NANOS;
    before = now;
    move.accept(speed * passed);
  }
}
