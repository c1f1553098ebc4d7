package hearth.bench;

import hearth.client.link.PinnedKey;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;

/// Serves all connections on one thread, to which it and all of their listeners are confined.
final class SelectorLoop implements AutoCloseable {
  /// How late a wait shorter than a millisecond, which a selector does not support, may end.
  private static final long SHORTEST_WAIT = TimeUnit.MICROSECONDS.toNanos(50);

  private static final long TICK = TimeUnit.MILLISECONDS.toNanos(10);

  private final Selector selector;
  private final byte[] buffer = BenchConnection.newBuffer();
  private final @Nullable SSLContext tls;

  /// A loop without connections.
  ///
  /// @param tls whether they will be encrypted
  SelectorLoop(boolean tls) {
    this.tls = tls ? new PinnedKey(null).context() : null;
    try {
      selector = Selector.open();
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  /// Connects from one of the machine's loopback addresses.
  BenchConnection connect(
      InetAddress from, InetSocketAddress server, BenchConnection.Listener listener) {
    try {
      return BenchConnection.open(selector, from, server, tls, listener);
    } catch (IOException refused) {
      throw new BenchException(
          "Cannot connect from %s to %s: %s."
              .formatted(from.getHostAddress(), server, refused.getMessage()),
          refused);
    }
  }

  /// Serves the connections that are ready; waits for one, but no longer than this, if none is.
  ///
  /// @return whether any was ready
  boolean poll(long nanos) {
    try {
      long millis = TimeUnit.NANOSECONDS.toMillis(nanos);
      if (millis > 0) {
        return selector.select(this::serve, millis) > 0;
      }
      boolean any = selector.selectNow(this::serve) > 0;
      if (!any && nanos > 0) {
        LockSupport.parkNanos(Math.min(nanos, SHORTEST_WAIT));
      }
      return any;
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  /// Serves until the condition holds, or the time is up.
  ///
  /// @return whether the condition holds
  boolean await(BooleanSupplier condition, Duration atMost) {
    long deadline = System.nanoTime() + atMost.toNanos();
    while (!condition.getAsBoolean()) {
      if (System.nanoTime() > deadline) {
        return false;
      }
      poll(TICK);
    }
    return true;
  }

  /// Serves until nothing has arrived for a while, or the time is up.
  void settle(Duration quiet, Duration atMost) {
    long last = System.nanoTime();
    long deadline = last + atMost.toNanos();
    for (long now = last; now - last < quiet.toNanos() && now < deadline; now = System.nanoTime()) {
      if (poll(TICK)) {
        last = System.nanoTime();
      }
    }
  }

  private void serve(SelectionKey key) {
    ((BenchConnection) key.attachment()).ready(buffer);
  }

  /// Closes all connections.
  @Override
  public void close() {
    try {
      for (SelectionKey key : selector.keys()) {
        key.channel().close();
      }
      selector.close();
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }
}
