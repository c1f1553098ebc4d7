package hearth.desktop.fx;

import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import javafx.application.Platform;

/// The one way onto the FX thread. Everything that waits is done in one go, so a burst of news
/// costs one pulse. Safe from any thread; keeps the order of posting.
public final class FxMailbox implements Executor {
  private final ConcurrentLinkedQueue<Runnable> waiting = new ConcurrentLinkedQueue<>();
  private final AtomicBoolean called = new AtomicBoolean();

  /// Does the work on the FX thread, soon.
  public void post(Runnable work) {
    waiting.add(work);
    if (called.compareAndSet(false, true)) {
      Platform.runLater(this::drain);
    }
  }

  @Override
  public void execute(Runnable work) {
    post(work);
  }

  private void drain() {
    called.set(false);
    for (Runnable work = waiting.poll(); work != null; work = waiting.poll()) {
      try {
        work.run();
      } catch (RuntimeException bug) {
        // One bad piece of news must not keep the rest from being shown.
        Thread.currentThread()
            .getUncaughtExceptionHandler()
            .uncaughtException(Thread.currentThread(), bug);
      }
    }
  }
}
