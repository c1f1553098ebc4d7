package hearth.server.chat;

import hearth.protocol.Fault;
import hearth.protocol.FaultException;
import hearth.server.metrics.Metrics;
import hearth.server.metrics.Supervision;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.RejectedExecutionException;

/// The one thread that publishes, and that knows who is connected to what. Tasks run one at a time
/// in the order they came. In each turn all waiting tasks run, and then what they deferred with
/// [#atEndOfTurn], so that all they published is sent in one packet. It never blocks: sending only
/// queues.
///
/// Safe from any thread; its own tasks must not call [#put].
public final class Publisher implements AutoCloseable {
  private static final int CAPACITY = 4_096;

  /// Tasks per turn, so that a long queue does not delay what is deferred.
  private static final int MAX_PER_TURN = 256;

  private final BlockingQueue<Runnable> tasks = new ArrayBlockingQueue<>(CAPACITY);
  private final Thread thread;
  private final Metrics metrics;
  private final List<Runnable> deferred = new ArrayList<>();
  private volatile boolean ended;

  /// Starts the thread.
  ///
  /// @param supervision told when it has ended by itself
  public Publisher(Supervision supervision) {
    metrics = supervision.metrics();
    metrics.gauge("publisher.queue", tasks::size, CAPACITY / 2);
    thread =
        Thread.ofPlatform()
            .daemon()
            .name("publisher")
            .uncaughtExceptionHandler(supervision.failures())
            .unstarted(this::run);
    thread.start();
  }

  /// Queues a task, waiting for room.
  public void put(Runnable task) {
    try {
      if (!ended) {
        tasks.put(task);
      }
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  /// Queues a task that somebody waits for.
  ///
  /// @throws RejectedExecutionException if it would never run
  void execute(Runnable task) {
    if (ended) {
      throw new RejectedExecutionException("the publisher has ended");
    }
    put(task);
  }

  /// Queues a task if there is room.
  ///
  /// @throws FaultException `SERVER_BUSY` if there is none
  void offer(Runnable task) {
    if (!tasks.offer(task)) {
      throw new FaultException(Fault.SERVER_BUSY);
    }
  }

  /// Runs something at the end of this turn. For tasks only.
  void atEndOfTurn(Runnable task) {
    deferred.add(task);
  }

  /// Waits until what was queued before has run.
  public void flush() {
    CompletableFuture.runAsync(() -> {}, this::execute).join();
  }

  /// Runs what waits, and ends.
  @Override
  public void close() {
    put(() -> ended = true);
    try {
      thread.join();
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private void run() {
    try {
      List<Runnable> waiting = new ArrayList<>();
      while (!ended) {
        waiting.add(tasks.take());
        tasks.drainTo(waiting, MAX_PER_TURN - 1);
        waiting.forEach(this::guarded);
        waiting.clear();
        deferred.forEach(this::guarded);
        deferred.clear();
      }
    } catch (InterruptedException interrupted) {
      throw new IllegalStateException("interrupted", interrupted); // nobody does this
    } finally {
      ended = true;
      tasks.clear(); // releases threads that wait for room
    }
  }

  /// A task handles its own failures; one that escapes must not end the publisher.
  private void guarded(Runnable task) {
    try {
      task.run();
    } catch (RuntimeException | Error bug) {
      metrics.bug("A bug in a published task", bug);
    }
  }
}
