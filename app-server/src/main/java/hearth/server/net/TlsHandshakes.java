package hearth.server.net;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Carries out TLS handshakes on a thread of its own, one at a time: each takes a millisecond of
/// signing, which nobody else is to wait for. So however many come, they take one processor at
/// most.
///
/// [#begin] is safe from any thread.
final class TlsHandshakes {
  private static final Logger LOG = LoggerFactory.getLogger(TlsHandshakes.class);

  /// How often those are looked for that take too long.
  private static final Duration SWEEP = Duration.ofMillis(200);

  private final Duration timeout;
  private final Outcome outcome;
  private final Consumer<AcceptedSocket> failed;
  private final Selector selector;
  private final Thread thread;
  private volatile boolean closing;
  private final AtomicInteger open = new AtomicInteger();

  /// Carries out handshakes after [#start].
  ///
  /// @param timeout how long one may take, from when its connection came in
  /// @param failed takes over connections whose handshake was not done
  /// @param failures told when the thread has ended by itself
  TlsHandshakes(
      Duration timeout,
      Outcome outcome,
      Consumer<AcceptedSocket> failed,
      Thread.UncaughtExceptionHandler failures)
      throws IOException {
    this.timeout = timeout;
    this.outcome = outcome;
    this.failed = failed;
    this.selector = Selector.open();
    this.thread =
        Thread.ofPlatform()
            .daemon()
            .name("tls-handshake")
            .uncaughtExceptionHandler(failures)
            .unstarted(this::run);
  }

  void start() {
    thread.start();
  }

  /// How many are going on.
  int count() {
    return open.get();
  }

  void begin(AcceptedSocket accepted, TlsTransport transport) throws IOException {
    open.incrementAndGet();
    try {
      accepted
          .channel()
          .register(selector, SelectionKey.OP_READ, new Handshake(accepted, transport));
    } catch (IOException | RuntimeException failed) {
      open.decrementAndGet();
      throw failed;
    }
    selector.wakeup();
  }

  /// Gives up those that are going on.
  void close() {
    closing = true;
    selector.wakeup();
    try {
      thread.join();
      selector.close();
    } catch (IOException broken) {
      LOG.debug("A selector could not be closed: {}", broken.getMessage());
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private void run() {
    long swept = System.nanoTime();
    try {
      while (!closing) {
        selector.select(this::goOn, SWEEP.toMillis());
        if (Thread.interrupted()) {
          throw new IllegalStateException("interrupted"); // or the selector would never wait again
        }
        if (System.nanoTime() - swept > SWEEP.toNanos()) {
          swept = System.nanoTime();
          selector.keys().forEach(this::endIfOverdue);
        }
      }
      selector.keys().forEach(this::end);
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  private void goOn(SelectionKey key) {
    Handshake handshake = (Handshake) key.attachment();
    try {
      if (handshake.transport.handshake()) {
        key.cancel();
        outcome.done(handshake.accepted, handshake.transport);
        open.decrementAndGet();
      } else {
        key.interestOps(
            handshake.transport.hasToWrite() ? SelectionKey.OP_WRITE : SelectionKey.OP_READ);
      }
    } catch (IOException | RuntimeException broken) {
      LOG.debug("A TLS handshake failed: {}", broken.toString());
      key.cancel();
      fail(handshake);
    }
  }

  private void endIfOverdue(SelectionKey key) {
    Handshake handshake = (Handshake) key.attachment();
    if (System.nanoTime() - handshake.accepted.at() > timeout.toNanos()) {
      end(key);
    }
  }

  private void end(SelectionKey key) {
    if (key.isValid()) {
      key.cancel();
      fail((Handshake) key.attachment());
    }
  }

  private void fail(Handshake handshake) {
    open.decrementAndGet();
    failed.accept(handshake.accepted);
  }

  private record Handshake(AcceptedSocket accepted, TlsTransport transport) {}

  /// Takes over connections. Called by the handshake thread.
  interface Outcome {
    /// The handshake is done. What is thrown means that it has failed.
    void done(AcceptedSocket accepted, Transport transport) throws IOException;
  }
}
