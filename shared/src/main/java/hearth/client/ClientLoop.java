package hearth.client;

import java.time.Duration;
import java.util.Comparator;
import java.util.PriorityQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The client thread: runs tasks one after another, and after each batch of all that waited calls
/// `afterBatch` once. [#execute] is safe from any thread; [#after] belongs to the client thread.
final class ClientLoop implements Executor {
  private static final Logger log = LoggerFactory.getLogger(ClientLoop.class);

  private final LinkedBlockingQueue<Runnable> tasks = new LinkedBlockingQueue<>();
  private final PriorityQueue<Timer> timers =
      new PriorityQueue<>(Comparator.comparingLong((Timer timer) -> timer.due));
  private final Runnable afterBatch;
  private final Thread thread;
  private volatile boolean stopped;

  ClientLoop(Runnable afterBatch) {
    this.afterBatch = afterBatch;
    thread = Thread.ofPlatform().name("client").daemon().unstarted(this::loop);
  }

  void start() {
    thread.start();
  }

  @Override
  public void execute(Runnable task) {
    tasks.add(task);
  }

  /// Runs a task on the client thread when the time has passed.
  Timer after(Duration pause, Runnable task) {
    var timer = new Timer(System.nanoTime() + pause.toNanos(), task);
    timers.add(timer);
    return timer;
  }

  /// Runs what waits now and `last`, then ends. Waits for the end, unless called from the client
  /// thread itself.
  void stop(Runnable last) {
    execute(
        () -> {
          last.run();
          stopped = true;
        });
    if (Thread.currentThread().equals(thread)) {
      return;
    }
    try {
      thread.join();
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private void loop() {
    while (!stopped) {
      try {
        run(nextTask());
        for (Runnable task = tasks.poll(); task != null && !stopped; task = tasks.poll()) {
          run(task);
        }
      } catch (InterruptedException nobodyInterruptsThisThread) {
        stopped = true;
      }
      if (!stopped) {
        run(afterBatch);
      }
    }
  }

  private @Nullable Runnable nextTask() throws InterruptedException {
    while (true) {
      Timer first = timers.peek();
      if (first == null) {
        return tasks.take();
      }
      long wait = first.due - System.nanoTime();
      if (wait <= 0) {
        timers.remove();
        return first.cancelled ? null : first.task;
      }
      Runnable task = tasks.poll(wait, TimeUnit.NANOSECONDS);
      if (task != null) {
        return task;
      }
    }
  }

  /// A bug in one task must not end the client.
  private static void run(@Nullable Runnable task) {
    if (task == null) {
      return;
    }
    try {
      task.run();
    } catch (RuntimeException bug) {
      log.error("a task of the client failed", bug);
    }
  }

  /// A task that waits for its time.
  static final class Timer {
    private final long due;
    private final Runnable task;
    private boolean cancelled;

    Timer(long due, Runnable task) {
      this.due = due;
      this.task = task;
    }

    void cancel() {
      cancelled = true;
    }
  }
}
