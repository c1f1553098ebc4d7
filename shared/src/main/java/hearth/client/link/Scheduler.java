package hearth.client.link;

import java.time.Duration;
import java.util.concurrent.Executor;

/// The thread to which a connection belongs. [#execute] is safe from any thread; [#after] and
/// [Timer#cancel] are confined to the thread itself.
public interface Scheduler extends Executor {
  /// Runs a task on the thread when the time has passed.
  Timer after(Duration pause, Runnable task);

  /// A task that waits for its time.
  interface Timer {
    /// The task does not run any more. Does nothing if it has run already.
    void cancel();
  }
}
