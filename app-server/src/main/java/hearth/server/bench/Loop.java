package hearth.server.bench;

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

/// Serves all connections. Confined to one thread, which everything that hears of them runs on.
final class Loop implements AutoCloseable {
  /// The most that a wait of less than a millisecond, which a selector does not know, is late by.
  private static final long NAP = TimeUnit.MICROSECONDS.toNanos(50);

  private static final long TICK = TimeUnit.MILLISECONDS.toNanos(10);

  private final Selector selector;
  private final byte[] buffer = Connection.newBuffer();
  private final @Nullable SSLContext tls;

  /// A loop without connections.
  ///
  /// @param tls whether they will be encrypted
  Loop(boolean tls) {
    this.tls = tls ? new PinnedKey(null).context() : null;
    try {
      selector = Selector.open();
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  /// Connects from one of the machine's own addresses.
  Connection connect(InetAddress from, InetSocketAddress server, Connection.Listener listener) {
    try {
      return Connection.open(selector, from, server, tls, listener);
    } catch (IOException refused) {
      throw new BenchException(
          "Cannot connect from %s to %s: %s."
              .formatted(from.getHostAddress(), server, refused.getMessage()),
          refused);
    }
  }

  /// Serves who is ready; waits for somebody if nobody is, but not longer than told.
  ///
  /// @return whether there was somebody
  boolean poll(long nanos) {
    try {
      long millis = TimeUnit.NANOSECONDS.toMillis(nanos);
      if (millis > 0) {
        return selector.select(this::serve, millis) > 0;
      }
      boolean any = selector.selectNow(this::serve) > 0;
      if (!any && nanos > 0) {
        LockSupport.parkNanos(Math.min(nanos, NAP));
      }
      return any;
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  /// Serves until something is so, or the patience ends.
  ///
  /// @return whether it is so
  boolean await(BooleanSupplier condition, Duration patience) {
    long deadline = System.nanoTime() + patience.toNanos();
    while (!condition.getAsBoolean()) {
      if (System.nanoTime() > deadline) {
        return false;
      }
      poll(TICK);
    }
    return true;
  }

  /// Serves until nothing has come for a while, or the patience ends.
  void settle(Duration quiet, Duration patience) {
    long last = System.nanoTime();
    long deadline = last + patience.toNanos();
    for (long now = last; now - last < quiet.toNanos() && now < deadline; now = System.nanoTime()) {
      if (poll(TICK)) {
        last = System.nanoTime();
      }
    }
  }

  private void serve(SelectionKey key) {
    ((Connection) key.attachment()).ready(buffer);
  }

  /// Ends all connections.
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
