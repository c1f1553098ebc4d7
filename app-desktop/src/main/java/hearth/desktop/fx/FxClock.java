package hearth.desktop.fx;

import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import javafx.scene.Scene;
import org.jspecify.annotations.Nullable;

/// Delays that end on the FX thread. JavaFX's own animations run sixty pulses per second while they
/// wait; these cost nothing until they end. Safe from any thread.
public final class FxClock implements AutoCloseable {
  private final FxMailbox mailbox;
  private final ScheduledThreadPoolExecutor timer;

  public FxClock(FxMailbox mailbox) {
    this.mailbox = mailbox;
    this.timer =
        new ScheduledThreadPoolExecutor(1, Thread.ofPlatform().daemon().name("fx-clock").factory());
    timer.setRemoveOnCancelPolicy(true);
    timer.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
  }

  /// Makes this the clock of a scene's controls.
  public void in(Scene scene) {
    scene.getProperties().put(FxClock.class, this);
  }

  /// The clock of a scene's controls; null for none.
  static @Nullable FxClock of(@Nullable Scene scene) {
    return scene != null && scene.getProperties().get(FxClock.class) instanceof FxClock clock
        ? clock
        : null;
  }

  /// A delay that is not running yet.
  public Delay delay(Duration length, Runnable work) {
    return new Delay(length, work);
  }

  @Override
  public void close() {
    timer.shutdownNow();
  }

  /// Work that runs after a delay. Confined to the FX thread.
  public final class Delay {
    private final Duration length;
    private final Runnable work;
    private @Nullable Future<?> running;
    private long round;

    private Delay(Duration length, Runnable work) {
      this.length = length;
      this.work = work;
    }

    /// Restarts the delay: the work runs once, after the whole length from now.
    public void restart() {
      restart(length);
    }

    /// Restarts the delay with another length, this one time.
    public void restart(Duration once) {
      stop();
      if (timer.isShutdown()) {
        return;
      }
      long mine = round;
      running =
          timer.schedule(
              () -> mailbox.post(() -> end(mine)), once.toMillis(), TimeUnit.MILLISECONDS);
    }

    public void stop() {
      round++;
      if (running != null) {
        running.cancel(false);
        running = null;
      }
    }

    public boolean isRunning() {
      return running != null;
    }

    private void end(long theirs) {
      if (theirs == round) {
        running = null;
        work.run();
      }
    }
  }
}
