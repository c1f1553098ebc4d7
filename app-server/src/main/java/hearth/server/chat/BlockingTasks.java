package hearth.server.chat;

import hearth.protocol.Fault;
import hearth.protocol.FaultException;
import hearth.protocol.Response;
import hearth.protocol.UserId;
import hearth.server.policy.RateCategory;
import hearth.server.policy.RateLimiter;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/// Runs tasks that wait for the disk, each on its own virtual thread, and charges for the pages
/// that they read. Safe from any thread.
///
/// What a page costs is known only when it is encoded, so it is charged afterwards, and who is in
/// debt by then is refused the next one, even one that was asked for before.
public final class BlockingTasks implements AutoCloseable {
  /// How many reads of the disk one person may have waiting.
  private static final int MAX_READS = 256;

  /// How long a stop waits for what goes on; then it is given up.
  private static final Duration STOP_TIMEOUT = Duration.ofSeconds(3);

  private final RateLimiter limiter;
  private final Map<UserId, Integer> reads = new ConcurrentHashMap<>();
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

  public BlockingTasks(RateLimiter limiter) {
    this.limiter = limiter;
  }

  /// Runs a part of a request's work that a session can have only one of at a time.
  void run(RequestContext context, Runnable work) {
    run(() -> context.attempt(work));
  }

  /// Answers a request with a page, which is not read if no answer is wanted. A person may have
  /// many such tasks at a time, up to a limit, and each connection does them one by one.
  ///
  /// @throws FaultException `SERVER_BUSY` if too many of the person's reads are waiting
  void read(RequestContext context, Supplier<Response> page) {
    UserId reader = context.user();
    if (context.id().isEmpty()) {
      return;
    }
    if (reads.merge(reader, 1, Integer::sum) > MAX_READS) {
      endRead(reader);
      throw new FaultException(Fault.SERVER_BUSY);
    }
    run(
        () -> {
          try {
            context.session().read(() -> context.attempt(() -> readNow(context, page)));
          } catch (InterruptedException _) {
            Thread.currentThread().interrupt(); // the server is stopping
          } finally {
            endRead(reader);
          }
        });
  }

  private void readNow(RequestContext context, Supplier<Response> page) {
    limiter.needNoDebt(RateCategory.HISTORY, context.user(), context.session().network());
    answer(context, page.get());
  }

  /// Answers a request with a page that was read, and charges for it.
  void answer(RequestContext context, Response page) {
    int bytes = context.answer(page);
    limiter.charge(RateCategory.HISTORY, bytes, context.user(), context.session().network());
  }

  /// How many reads of the disk wait or go on.
  public long reads() {
    return reads.values().stream().mapToLong(Integer::longValue).sum();
  }

  private void endRead(UserId reader) {
    reads.computeIfPresent(reader, (_, count) -> count == 1 ? null : count - 1);
  }

  void run(Runnable work) {
    try {
      threads.execute(work);
    } catch (RejectedExecutionException _) {
      // The server is stopping: every connection is about to be closed, and its client catches up
      // later.
    }
  }

  /// Waits for the tasks that have started, but not for clients that do not read.
  @Override
  public void close() {
    threads.shutdown();
    try {
      if (!threads.awaitTermination(STOP_TIMEOUT.toMillis(), TimeUnit.MILLISECONDS)) {
        threads.shutdownNow();
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }
}
