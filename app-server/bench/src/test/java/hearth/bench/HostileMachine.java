package hearth.bench;

import hearth.client.link.PinnedKey;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLContext;

/// What an [Abuse] comes from: connections of another address than that of the others, threads, and
/// a count of what they did. Ends with [#close]. Safe from any thread.
final class HostileMachine implements AutoCloseable {
  private static final int LAST_ACTS_SECONDS = 1;
  private static final int TIMEOUT_SECONDS = 10;

  private final InetSocketAddress server;
  private final SSLContext tls = new PinnedKey(null).context();
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final CountDownLatch over = new CountDownLatch(1);
  private final Map<String, Long> deeds = new ConcurrentSkipListMap<>();

  HostileMachine(InetSocketAddress server) {
    this.server = server;
  }

  /// A part of an abuse. That the server ends it is as it may be, and counted as "ended".
  @FunctionalInterface
  interface Act {
    void run() throws IOException, InterruptedException;
  }

  InetSocketAddress server() {
    return server;
  }

  /// The address that all connections of hostile machines come from.
  static InetAddress address() throws IOException {
    return InetAddress.getByName("127.0.0.9");
  }

  /// Connects as [RawSocket#open] does.
  RawSocket connect(int unread) throws IOException {
    return RawSocket.open(address(), server, tls, unread);
  }

  /// Does something once, in a thread of its own.
  void start(Act act) {
    threads.execute(() -> attempt(act));
  }

  /// Does something over and over in a thread of its own, at most so many times per second. Where
  /// several do, they do not do it at the same moment.
  void repeat(int perSecond, Act act) {
    long interval = TimeUnit.SECONDS.toNanos(1) / perSecond;
    start(
        () -> {
          pause(Duration.ofNanos(ThreadLocalRandom.current().nextLong(interval)));
          long next = System.nanoTime();
          while (!isOver()) {
            attempt(act);
            next = Math.max(next + interval, System.nanoTime());
            pause(Duration.ofNanos(next - System.nanoTime()));
          }
        });
  }

  private void attempt(Act act) {
    try {
      act.run();
    } catch (IOException ended) {
      count("ended", 1);
    } catch (InterruptedException closed) {
      Thread.currentThread().interrupt();
    }
  }

  /// Waits so long, or until it is over.
  void pause(Duration time) throws InterruptedException {
    over.await(time.toNanos(), TimeUnit.NANOSECONDS);
  }

  boolean isOver() {
    return over.getCount() == 0;
  }

  void count(String deed, long times) {
    deeds.merge(deed, times, Long::sum);
  }

  /// What was counted so far.
  Map<String, Long> deeds() {
    return Map.copyOf(deeds);
  }

  /// Lets each act end by itself; those that still wait for the server then lose their sockets.
  @Override
  public void close() {
    over.countDown();
    threads.shutdown();
    if (!isEnded(LAST_ACTS_SECONDS)) {
      threads.shutdownNow();
      if (!isEnded(TIMEOUT_SECONDS)) {
        throw new BenchException("A hostile machine did not stop.");
      }
    }
  }

  private boolean isEnded(int timeoutSeconds) {
    try {
      return threads.awaitTermination(timeoutSeconds, TimeUnit.SECONDS);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
