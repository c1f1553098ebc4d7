package hearth.desktop.fx;

import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;
import javafx.application.Platform;

/// The only way onto the FX thread. It runs all waiting work in one pulse, in the order of posting;
/// what is posted meanwhile has its turn after what the system has for the window. Who may post
/// without end has an [FxLane]. Safe from any thread.
public final class FxMailbox implements Executor {
  private final ConcurrentLinkedQueue<Runnable> waiting = new ConcurrentLinkedQueue<>();

  /// How many are to be run; the drain that is asked for runs them all.
  private final AtomicInteger posted = new AtomicInteger();

  /// Runs the work on the FX thread, soon.
  public void post(Runnable work) {
    waiting.add(work);
    if (posted.getAndIncrement() == 0) {
      Platform.runLater(this::drain);
    }
  }

  @Override
  public void execute(Runnable work) {
    post(work);
  }

  boolean isFxThread() {
    return Platform.isFxApplicationThread();
  }

  private void drain() {
    int turn = posted.getAndSet(0);
    for (int i = 0; i < turn; i++) {
      try {
        waiting.remove().run();
      } catch (RuntimeException bug) {
        // One bad piece of news must not keep the rest from being shown.
        Thread.currentThread()
            .getUncaughtExceptionHandler()
            .uncaughtException(Thread.currentThread(), bug);
      }
    }
  }
}
