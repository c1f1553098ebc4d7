package hearth.server.net;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.channels.CancelledKeyException;
import java.nio.channels.ClosedSelectorException;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Accepts connections instead of the library, which stops accepting for good after one failure:
/// too many open files, or a peer that disconnects at the wrong moment. Here a failure costs one
/// connection or a pause.
///
/// Has a thread of its own; [#start] and [#close] are safe from any thread.
final class Acceptor {
  private static final Logger LOG = LoggerFactory.getLogger(Acceptor.class);
  private static final Duration PAUSE = Duration.ofMillis(50);
  private static final Duration WARNING_INTERVAL = Duration.ofMinutes(1);

  private final ServerSocketChannel listening;
  private final ConnectionLimiter limiter;
  private final AcceptedHandler handler;
  private final NetMetrics metrics;
  private final Thread thread;
  private volatile boolean closing;
  private final Selector selector;
  private boolean started;
  private boolean warned;
  private long lastWarning;

  /// Accepts connections after [#start].
  ///
  /// @param listening must be non-blocking when this is started
  /// @param failures told when accepting has ended, though nobody has closed it
  Acceptor(
      ServerSocketChannel listening,
      ConnectionLimiter limiter,
      AcceptedHandler handler,
      NetMetrics metrics,
      Thread.UncaughtExceptionHandler failures)
      throws IOException {
    this.listening = listening;
    this.limiter = limiter;
    this.handler = handler;
    this.metrics = metrics;
    this.selector = Selector.open();
    this.thread =
        Thread.ofPlatform()
            .daemon()
            .name("accept")
            .uncaughtExceptionHandler(failures)
            .unstarted(this::run);
  }

  synchronized void start() {
    if (!started && listening.isOpen()) {
      started = true;
      thread.start();
    }
  }

  /// Stops accepting; the port is free when this returns.
  synchronized void close() {
    closing = true;
    try {
      listening.close();
      selector.wakeup();
      if (started) {
        thread.join();
      }
      selector.close();
    } catch (IOException failed) {
      LOG.warn("The listening socket could not be closed", failed);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private void run() {
    try {
      SelectionKey key = listening.register(selector, SelectionKey.OP_ACCEPT);
      while (listening.isOpen()) {
        selector.select(_ -> {});
        if (Thread.interrupted()) {
          throw new IllegalStateException("interrupted"); // or the selector would never wait again
        }
        if (!acceptAll()) {
          key.interestOps(0);
          selector.select(_ -> {}, PAUSE.toMillis());
          key.interestOps(SelectionKey.OP_ACCEPT);
        }
      }
      selector.selectNow(); // releases the listening socket
    } catch (IOException | ClosedSelectorException | CancelledKeyException failed) {
      LOG.debug("Accepting ends: {}", failed.toString());
    }
    if (!closing) {
      throw new IllegalStateException("accepting has ended");
    }
  }

  /// Accepts all that wait.
  ///
  /// @return false if the system has no room for another
  private boolean acceptAll() {
    try {
      for (SocketChannel next = listening.accept(); next != null; next = listening.accept()) {
        receive(next);
      }
      return true;
    } catch (IOException failed) {
      if (listening.isOpen()) {
        warn("A connection could not be accepted: " + failed.getMessage());
      }
      return false;
    }
  }

  private void receive(SocketChannel socket) {
    InetAddress from = null;
    try {
      InetAddress address = ((InetSocketAddress) socket.getRemoteAddress()).getAddress();
      if (limiter.tryAcquire(address)) {
        from = address;
        metrics.accepted.increment();
        handler.accepted(socket, address);
        return;
      }
      (limiter.isFull() ? metrics.tooManyInAll : metrics.tooManyOfAddress).happened();
    } catch (IOException | RuntimeException failed) {
      LOG.debug("A connection failed before it was set up: {}", failed.toString());
    }
    if (from != null) {
      limiter.release(from);
    }
    close(socket);
  }

  static void close(SocketChannel socket) {
    try {
      socket.close();
    } catch (IOException failed) {
      LOG.debug("A socket could not be closed: {}", failed.getMessage());
    }
  }

  /// Logs what is wrong, but at most once per interval.
  private void warn(String what) {
    long now = System.nanoTime();
    if (!warned || now - lastWarning > WARNING_INTERVAL.toNanos()) {
      warned = true;
      lastWarning = now;
      LOG.warn(what);
    }
  }

  /// Takes over accepted sockets.
  interface AcceptedHandler {
    /// Takes over the socket and its permit of the limiter, or throws.
    void accepted(SocketChannel socket, InetAddress from) throws IOException;
  }
}
