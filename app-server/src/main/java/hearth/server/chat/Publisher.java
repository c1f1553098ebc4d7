package hearth.server.chat;

import hearth.protocol.Fault;
import hearth.protocol.FaultException;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The one thread that tells, and that knows who is where. Tasks run one after the other in the
/// order they came. It never waits for anybody: sending only queues, and so does [#put]'s other
/// side, the store.
///
/// Safe from any thread; its own tasks must not call [#put].
public final class Publisher implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Publisher.class);
  private static final int CAPACITY = 4_096;

  private final BlockingQueue<Runnable> tasks = new ArrayBlockingQueue<>(CAPACITY);
  private final Thread thread = Thread.ofPlatform().daemon().name("publisher").start(this::run);
  private volatile boolean ended;

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

  /// Queues a task if there is room.
  ///
  /// @throws FaultException `SERVER_BUSY` where there is none
  void offer(Runnable task) {
    if (!tasks.offer(task)) {
      throw new FaultException(Fault.SERVER_BUSY);
    }
  }

  /// Waits until what was queued before has run.
  public void flush() {
    CompletableFuture.runAsync(() -> {}, this::put).join();
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
      while (!ended) {
        guarded(tasks.take());
      }
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt(); // nobody does this; the thread just ends
    }
    tasks.clear(); // lets go who waits for room
  }

  /// A task sees to its own failures; one that slips through must not silence everybody.
  private static void guarded(Runnable task) {
    try {
      task.run();
    } catch (RuntimeException bug) {
      LOG.error("The publisher met a bug", bug);
    }
  }
}
