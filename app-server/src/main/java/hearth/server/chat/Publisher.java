package hearth.server.chat;

import hearth.protocol.Fault;
import hearth.protocol.FaultException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The one thread that tells, and that knows who is where. Tasks run one after the other in the
/// order they came, and after all that waited comes what was put off with [#atEnd], so that what
/// happened meanwhile is told in one go. It never waits for anybody: sending only queues, and so
/// does [#put]'s other side, the store.
///
/// Safe from any thread; its own tasks must not call [#put].
public final class Publisher implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Publisher.class);
  private static final int CAPACITY = 4_096;

  /// Tasks run before what was put off is done, so that nobody waits for a long queue's end.
  private static final int MOST_AT_ONCE = 256;

  private final BlockingQueue<Runnable> tasks = new ArrayBlockingQueue<>(CAPACITY);
  private final Thread thread = Thread.ofPlatform().daemon().name("publisher").start(this::run);
  private final List<Runnable> putOff = new ArrayList<>();
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

  /// Does something once all that waits now has run. For tasks only.
  void atEnd(Runnable task) {
    putOff.add(task);
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
      List<Runnable> waiting = new ArrayList<>();
      while (!ended) {
        waiting.add(tasks.take());
        tasks.drainTo(waiting, MOST_AT_ONCE - 1);
        waiting.forEach(Publisher::guarded);
        waiting.clear();
        putOff.forEach(Publisher::guarded);
        putOff.clear();
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
    } catch (RuntimeException | Error bug) {
      LOG.error("The publisher met a bug", bug);
    }
  }
}
