package hearth.server;

import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Hears of the end of a thread without which a server is of no use: it would accept what it never
/// answers. Tells it once, on a thread of its own, because who hears of it may close the server.
/// Safe from any thread.
final class Failures implements Thread.UncaughtExceptionHandler {
  private static final Logger LOG = LoggerFactory.getLogger(Failures.class);

  private final Consumer<String> listener;
  private final AtomicBoolean told = new AtomicBoolean();

  /// Tells a listener which thread it was.
  Failures(Consumer<String> listener) {
    this.listener = listener;
  }

  @Override
  public void uncaughtException(Thread thread, Throwable failed) {
    LOG.error("The thread {} has ended; the server cannot go on", thread.getName(), failed);
    if (told.compareAndSet(false, true)) {
      Thread.ofPlatform().daemon().name("failed").start(() -> listener.accept(thread.getName()));
    }
  }
}
