package hearth.desktop.fx;

import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import javafx.application.Platform;

/// The only way onto the FX thread. It runs all waiting work in one pulse, in the order of posting.
/// Safe from any thread.
public final class FxMailbox implements Executor {
  private final ConcurrentLinkedQueue<Runnable> waiting = new ConcurrentLinkedQueue<>();
  private final AtomicBoolean called = new AtomicBoolean();

  /// Runs the work on the FX thread, soon.
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
