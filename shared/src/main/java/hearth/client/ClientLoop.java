package hearth.client;

import hearth.client.link.Scheduler;
import java.time.Duration;
import java.util.Comparator;
import java.util.PriorityQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The client thread: runs tasks one after another, and after each batch of all that waited calls
/// `afterBatch` once. [#execute] is safe from any thread; [#after] belongs to the client thread.
final class ClientLoop implements Scheduler {
  private static final Logger log = LoggerFactory.getLogger(ClientLoop.class);

  private final LinkedBlockingQueue<Runnable> tasks = new LinkedBlockingQueue<>();
  private final PriorityQueue<Task> timers =
      new PriorityQueue<>(Comparator.comparingLong((Task task) -> task.due));
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

  @Override
  public Timer after(Duration pause, Runnable task) {
    var timer = new Task(System.nanoTime() + pause.toNanos(), task);
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
      Task first = timers.peek();
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

  private static final class Task implements Timer {
    private final long due;
    private final Runnable task;
    private boolean cancelled;

    Task(long due, Runnable task) {
      this.due = due;
      this.task = task;
    }

    @Override
    public void cancel() {
      cancelled = true;
    }
  }
}
