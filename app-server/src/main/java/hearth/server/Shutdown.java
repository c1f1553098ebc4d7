package hearth.server;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// How to stop what has been started, in reverse order. Bounded in time, whatever waits: a part
/// that does not stop is left behind. Safe from any thread; a second call waits for the first.
final class Shutdown {
  private static final Logger LOG = LoggerFactory.getLogger(Shutdown.class);

  /// For each part, even if the others took all the time.
  private static final Duration LEAST = Duration.ofMillis(500);

  private final Duration timeout;
  private final Deque<Part> parts = new ArrayDeque<>();

  /// Nothing was started yet.
  ///
  /// @param timeout for all parts together
  Shutdown(Duration timeout) {
    this.timeout = timeout;
  }

  /// Adds a part that was started.
  synchronized void push(String name, Runnable stop) {
    parts.push(new Part(name, stop, false));
  }

  /// Adds what keeps others from the data; it is not given back while a part may still write there.
  synchronized void pushLock(String name, Runnable release) {
    parts.push(new Part(name, release, true));
  }

  synchronized void run() {
    long deadline = System.nanoTime() + timeout.toNanos();
    boolean complete = true;
    while (!parts.isEmpty()) {
      Part part = parts.pop();
      if (complete || !part.needsCompleteStop) {
        complete &= stop(part, deadline);
      }
    }
  }

  /// Whether the part has stopped; one that fails to must not keep the others running.
  private static boolean stop(Part part, long deadline) {
    Thread stopping =
        Thread.ofPlatform()
            .daemon()
            .name("stop-" + part.name)
            .uncaughtExceptionHandler(
                (_, failed) -> LOG.error("Failed to stop: {}", part.name, failed))
            .start(part.stop);
    try {
      long left = Math.max(deadline - System.nanoTime(), LEAST.toNanos());
      if (stopping.join(Duration.ofNanos(left))) {
        return true;
      }
      LOG.error("Does not stop and is left behind: {}", part.name);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
    return false;
  }

  private record Part(String name, Runnable stop, boolean needsCompleteStop) {}
}
