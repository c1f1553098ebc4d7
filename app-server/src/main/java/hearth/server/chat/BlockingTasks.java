package hearth.server.chat;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;

/// Runs tasks that wait for the disk, each on its own virtual thread. Safe from any thread.
public final class BlockingTasks implements AutoCloseable {
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

  /// Runs a part of a request's work that a session can have only one of at a time.
  void run(RequestContext context, Runnable work) {
    run(() -> context.attempt(work));
  }

  /// Reads for a request. A session may have many such tasks at a time, up to a limit.
  void read(RequestContext context, Runnable work) {
    context.session().beginRead();
    run(
        () -> {
          try {
            context.attempt(work);
          } finally {
            context.session().endRead();
          }
        });
  }

  void run(Runnable work) {
    try {
      threads.execute(work);
    } catch (RejectedExecutionException _) {
      // The server is stopping: every connection is about to be closed, and its client catches up
      // later.
    }
  }

  /// Waits for the tasks that have started.
  @Override
  public void close() {
    threads.close();
  }
}
