package hearth.server.net;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Accepts connections, in place of the library, which would never accept again once that has
/// failed: too many open files, or a peer that went away at the wrong moment. Here whatever goes
/// wrong costs one connection, or a pause.
///
/// Has a thread of its own; [#start] and [#close] are safe from any thread.
final class Acceptor {
  private static final Logger LOG = LoggerFactory.getLogger(Acceptor.class);
  private static final Duration PAUSE = Duration.ofMillis(50);
  private static final Duration BETWEEN_WORDS = Duration.ofMinutes(1);

  private final ServerSocketChannel listening;
  private final Gate gate;
  private final Threshold threshold;
  private final Thread thread = Thread.ofPlatform().daemon().name("accept").unstarted(this::run);
  private final Selector selector;
  private boolean started;
  private boolean saidSomething;
  private long lastWord;

  /// Will accept, once started.
  ///
  /// @param listening is not blocking when this is started
  Acceptor(ServerSocketChannel listening, Gate gate, Threshold threshold) throws IOException {
    this.listening = listening;
    this.gate = gate;
    this.threshold = threshold;
    this.selector = Selector.open();
  }

  synchronized void start() {
    if (!started && listening.isOpen()) {
      started = true;
      thread.start();
    }
  }

  /// Accepts nobody any more; the port is free when this returns.
  synchronized void close() {
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
        if (!acceptAll()) {
          key.interestOps(0);
          selector.select(_ -> {}, PAUSE.toMillis());
          key.interestOps(SelectionKey.OP_ACCEPT);
        }
      }
      selector.selectNow(); // lets go of the listening socket
    } catch (IOException | RuntimeException failed) {
      if (listening.isOpen()) {
        LOG.error("Nobody can connect any more", failed);
      }
    }
  }

  /// Accepts all that wait.
  ///
  /// @return false where the system has no room for another
  private boolean acceptAll() {
    try {
      for (SocketChannel next = listening.accept(); next != null; next = listening.accept()) {
        receive(next);
      }
      return true;
    } catch (IOException failed) {
      if (listening.isOpen()) {
        complain("A connection could not be accepted: " + failed.getMessage());
      }
      return false;
    }
  }

  private void receive(SocketChannel socket) {
    InetAddress from = null;
    try {
      InetAddress address = ((InetSocketAddress) socket.getRemoteAddress()).getAddress();
      if (gate.enter(address)) {
        from = address;
        threshold.cross(socket, address);
        return;
      }
      complain(
          "Connections are refused: too many of one address, or of " + gate.count() + " in all");
    } catch (IOException | RuntimeException failed) {
      LOG.debug("A connection ended before it began: {}", failed.toString());
    }
    if (from != null) {
      gate.leave(from);
    }
    Endpoint.close(socket);
  }

  /// Says what is wrong, but not again and again.
  private void complain(String what) {
    long now = System.nanoTime();
    if (!saidSomething || now - lastWord > BETWEEN_WORDS.toNanos()) {
      saidSomething = true;
      lastWord = now;
      LOG.warn(what);
    }
  }

  /// Takes a new connection in.
  interface Threshold {
    /// Takes over the socket and its place at the gate, or throws.
    void cross(SocketChannel socket, InetAddress from) throws IOException;
  }
}
