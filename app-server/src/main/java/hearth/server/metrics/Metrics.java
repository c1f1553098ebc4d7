package hearth.server.metrics;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// All that one server counts, by name. Looks at it once per second, on a thread of its own, and
/// says what is worth a line. Safe from any thread.
public final class Metrics implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Metrics.class);
  private static final Duration TICK = Duration.ofSeconds(1);
  private static final long ROTATION = TimeUnit.MINUTES.toNanos(1);

  private final LongSupplier nanos;
  private final Consumer<String> log;
  private final SortedMap<String, LongSupplier> values = new TreeMap<>();
  private final List<Event> events = new ArrayList<>();
  private final List<Gauge> gauges = new ArrayList<>();
  private final List<Timings> timings = new ArrayList<>();
  private final Event bugs;
  private @Nullable ScheduledExecutorService ticker;
  private long rotatedAt;
  private long traceAt;
  private boolean traced;

  /// Counts, and says nothing before [#start].
  ///
  /// @param nanos a clock like `System.nanoTime`
  /// @param log takes the lines
  public Metrics(LongSupplier nanos, Consumer<String> log) {
    this.nanos = nanos;
    this.log = log;
    rotatedAt = nanos.getAsLong();
    bugs = event("bugs", "Bugs");
  }

  /// Looks at everything once per second from now on.
  public synchronized void start() {
    ScheduledExecutorService started =
        Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("metrics").factory());
    var _ =
        started.scheduleAtFixedRate(
            this::tickOrLog, TICK.toMillis(), TICK.toMillis(), TimeUnit.MILLISECONDS);
    ticker = started;
  }

  /// The time, on the clock of `System.nanoTime`.
  public long nanos() {
    return nanos.getAsLong();
  }

  /// A number that only grows.
  public synchronized LongAdder counter(String name) {
    LongAdder counter = new LongAdder();
    add(name, counter::sum);
    return counter;
  }

  /// Something that is said in the log, too.
  ///
  /// @param sentence what has happened, before a colon and the number
  public Event event(String name, String sentence) {
    return burst(name, sentence, 1);
  }

  /// Something that is said only where it happens often.
  ///
  /// @param least how often within a minute
  public synchronized Event burst(String name, String sentence, int least) {
    Event event = new Event(sentence, least);
    add(name, event::count);
    events.add(event);
    return event;
  }

  /// A number that is looked at when it is asked for.
  public void gauge(String name, LongSupplier value) {
    gauge(name, value, Long.MAX_VALUE);
  }

  /// A number that is looked at when it is asked for, and said when it is over a bound.
  public synchronized void gauge(String name, LongSupplier value, long bound) {
    Gauge gauge = new Gauge(name, value, bound);
    add(name, gauge::value);
    gauges.add(gauge);
  }

  /// How long something took.
  public synchronized Timings timings(String name) {
    Timings measured = new Timings();
    add(name + ".count", measured::count);
    add(name + ".p50.micros", () -> measured.quantile(0.5));
    add(name + ".p99.micros", () -> measured.quantile(0.99));
    add(name + ".max.micros", () -> measured.quantile(1));
    timings.add(measured);
    return measured;
  }

  private void add(String name, LongSupplier value) {
    if (values.putIfAbsent(name, value) != null) {
      throw new IllegalArgumentException("counted twice: " + name);
    }
  }

  /// Counts a bug, and logs where it is: at most once per minute, because whoever has found one may
  /// repeat it.
  public void bug(String where, Throwable bug) {
    bugs.happened();
    if (mayTrace()) {
      LOG.error(where, BugTrace.of(bug));
    }
  }

  private synchronized boolean mayTrace() {
    long now = nanos.getAsLong();
    boolean may = !traced || now - traceAt >= ROTATION;
    if (may) {
      traced = true;
      traceAt = now;
    }
    return may;
  }

  /// All numbers as they are now, in the order of their names.
  public synchronized Map<String, Long> snapshot() {
    Map<String, Long> snapshot = new LinkedHashMap<>();
    values.forEach((name, value) -> snapshot.put(name, value.getAsLong()));
    return snapshot;
  }

  /// A failure here must not be the last look.
  private void tickOrLog() {
    try {
      tick();
    } catch (RuntimeException bug) {
      bug("A bug in the metrics", bug);
    }
  }

  /// Looks at everything, and says what is worth a line.
  synchronized void tick() {
    long now = nanos.getAsLong();
    events.forEach(event -> say(event.due(now)));
    gauges.forEach(gauge -> say(gauge.due(now)));
    if (now - rotatedAt >= ROTATION) {
      rotatedAt = now;
      timings.forEach(Timings::rotate);
    }
  }

  private void say(@Nullable String line) {
    if (line != null) {
      log.accept(line);
    }
  }

  /// Says what has not been said yet, and looks no more.
  @Override
  public synchronized void close() {
    if (ticker != null) {
      ticker.shutdown();
    }
    long now = nanos.getAsLong();
    events.forEach(event -> say(event.rest(now)));
  }
}
