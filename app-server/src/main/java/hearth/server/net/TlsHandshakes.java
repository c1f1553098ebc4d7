package hearth.server.net;

import hearth.server.policy.ClientNetwork;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Carries out TLS handshakes on a thread of its own, one at a time: each takes a millisecond of
/// signing, which nobody else is to wait for. Those that come too fast wait in a [HandshakeQueue];
/// one that has said nothing yet costs nothing and waits nowhere.
///
/// [#begin] is safe from any thread.
final class TlsHandshakes {
  private static final Logger LOG = LoggerFactory.getLogger(TlsHandshakes.class);

  /// How often those are looked for that take too long.
  private static final Duration SWEEP = Duration.ofMillis(200);

  private final Duration timeout;
  private final Outcome outcome;
  private final Consumer<AcceptedSocket> failed;
  private final HandshakeQueue<SelectionKey> queue;
  private final Selector selector;
  private final Thread thread;
  private volatile boolean closing;
  private final AtomicInteger open = new AtomicInteger();
  private volatile int waiting;

  /// Carries out handshakes after [#start].
  ///
  /// @param limits how long one may take, from when its connection came in, and how fast they begin
  /// @param failed takes over connections whose handshake was not done
  /// @param failures told when the thread has ended by itself
  TlsHandshakes(
      ConnectionLimits limits,
      Outcome outcome,
      Consumer<AcceptedSocket> failed,
      Thread.UncaughtExceptionHandler failures)
      throws IOException {
    this.timeout = limits.times().handshake();
    this.queue = new HandshakeQueue<>(limits.handshakes(), limits.total(), SelectionKey::isValid);
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

  /// How many wait for their turn.
  int waiting() {
    return waiting;
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
        selector.select(this::ready, millisToWait());
        beginDue();
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

  /// Until a handshake may begin, or until the next sweep; 0, for no end, while there are none.
  private long millisToWait() {
    if (selector.keys().isEmpty()) {
      return 0;
    }
    long nanos = queue.untilNext(System.nanoTime());
    return Math.clamp(TimeUnit.NANOSECONDS.toMillis(nanos) + 1, 1, SWEEP.toMillis());
  }

  private void ready(SelectionKey key) {
    Handshake handshake = (Handshake) key.attachment();
    if (handshake.begun) {
      goOn(key);
    } else {
      key.interestOps(0);
      ClientNetwork from = ClientNetwork.of(handshake.accepted.from());
      if (!queue.offer(key, from, System.nanoTime())) {
        end(key);
      }
    }
  }

  private void beginDue() {
    for (SelectionKey next = queue.next(System.nanoTime());
        next != null;
        next = queue.next(System.nanoTime())) {
      ((Handshake) next.attachment()).begun = true;
      goOn(next);
    }
    waiting = queue.waiting();
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

  /// One that is going on or waits.
  private static final class Handshake {
    private final AcceptedSocket accepted;
    private final TlsTransport transport;
    private boolean begun;

    Handshake(AcceptedSocket accepted, TlsTransport transport) {
      this.accepted = accepted;
      this.transport = transport;
    }
  }

  /// Takes over connections. Called by the handshake thread.
  interface Outcome {
    /// The handshake is done. What is thrown means that it has failed.
    void done(AcceptedSocket accepted, Transport transport) throws IOException;
  }
}
