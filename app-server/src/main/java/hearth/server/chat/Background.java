package hearth.server.chat;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;

/// Work that waits for the disk, each on a virtual thread of its own. Safe from any thread.
public final class Background implements AutoCloseable {
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

  /// Does a part of a call's work, of which a session has one at a time.
  void run(Caller caller, Runnable work) {
    run(() -> caller.attempt(work));
  }

  /// Reads for a call, of which a session may have many at a time, but not without end.
  void read(Caller caller, Runnable work) {
    caller.session().beginReading();
    run(
        () -> {
          try {
            caller.attempt(work);
          } finally {
            caller.session().endReading();
          }
        });
  }

  void run(Runnable work) {
    try {
      threads.execute(work);
    } catch (RejectedExecutionException _) {
      // The server is stopping: every connection is about to be closed, and is caught up later.
    }
  }

  /// Waits for what has begun.
  @Override
  public void close() {
    threads.close();
  }
}
