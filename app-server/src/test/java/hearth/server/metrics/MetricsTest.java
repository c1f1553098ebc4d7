package hearth.server.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class MetricsTest {
  private final AtomicLong now = new AtomicLong(7);
  private final List<String> log = new ArrayList<>();
  private final Metrics metrics = new Metrics(now::get, log::add);

  private void pass(long seconds) {
    for (long i = 0; i < seconds; i++) {
      now.addAndGet(TimeUnit.SECONDS.toNanos(1));
      metrics.tick();
    }
  }

  @Test
  void anEventIsSaidSoonAndThenOncePerMinute() {
    Event slow = metrics.event("slow", "Slow");
    pass(1);
    slow.happened();
    pass(1);
    assertThat(log).containsExactly("Slow: 1");
    for (int i = 0; i < 59; i++) {
      slow.happened();
      pass(1);
    }
    assertThat(log).hasSize(1);
    pass(1);
    assertThat(log).containsExactly("Slow: 1", "Slow: 59 in the last 60 s");
    pass(1_000);
    assertThat(log).hasSize(2);
    slow.happened();
    pass(1);
    assertThat(log).hasSize(3).endsWith("Slow: 1");
  }

  @Test
  void aDayOfFloodIsALinePerMinute() {
    Event flood = metrics.burst("flood", "Flood", 20);
    for (int i = 0; i < 86_400; i++) {
      for (int j = 0; j < 50; j++) {
        flood.happened();
      }
      pass(1);
    }
    assertThat(log).hasSizeBetween(1_000, 1_440);
    metrics.close();
    long said =
        log.stream().mapToLong(line -> Long.parseLong(line.replaceAll("\\D+(\\d+).*", "$1"))).sum();
    assertThat(said).isEqualTo(86_400L * 50);
    assertThat(metrics.snapshot()).containsEntry("flood", said);
  }

  @Test
  void whatHappensSeldomIsNoBurst() {
    Event mistake = metrics.burst("mistake", "Mistakes", 20);
    for (int i = 0; i < 100; i++) {
      mistake.happened();
      pass(4);
    }
    metrics.close();
    assertThat(log).isEmpty();
    assertThat(metrics.snapshot()).containsEntry("mistake", 100L);
  }

  @Test
  void theRestIsSaidAtTheEnd() {
    Event joined = metrics.event("joined", "Joined");
    joined.happened();
    pass(1);
    joined.happened("the last one late");
    pass(5);
    metrics.close();
    assertThat(log).containsExactly("Joined: 1", "Joined: 1 in the last 5 s (the last one late)");
  }

  @Test
  void aGaugeIsSaidOnceWhenItGoesOverItsBound() {
    AtomicLong queue = new AtomicLong();
    metrics.gauge("queue", queue::get, 10);
    pass(3);
    queue.set(11);
    pass(3);
    assertThat(log).containsExactly("queue is 11, over its bound of 10");
    for (int i = 0; i < 50; i++) {
      queue.set(i % 2 == 0 ? 0 : 12);
      pass(1);
    }
    assertThat(log).hasSize(1);
    queue.set(12);
    pass(60);
    assertThat(log).hasSize(2);
    pass(600);
    assertThat(log).hasSize(2);
  }

  @Test
  void timesAreThoseOfTheLastMinutes() {
    Timings commits = metrics.timings("commits");
    for (int i = 0; i < 98; i++) {
      commits.record(TimeUnit.MILLISECONDS.toNanos(1));
    }
    commits.record(TimeUnit.MILLISECONDS.toNanos(70));
    commits.record(TimeUnit.MILLISECONDS.toNanos(900));
    assertThat(value("commits.count")).isEqualTo(100);
    assertThat(value("commits.p50.micros")).isBetween(1_000L, 1_250L);
    assertThat(value("commits.p99.micros")).isBetween(70_000L, 87_500L);
    assertThat(value("commits.max.micros")).isBetween(900_000L, 1_125_000L);
    pass(180);
    assertThat(value("commits.count")).isEqualTo(100);
    assertThat(value("commits.p99.micros")).isZero();
  }

  @Test
  void anyTimeIsMeasuredAQuarterTooHighAtMost() {
    for (long micros = 1; micros < 1L << 40; micros += 1 + micros / 7) {
      Timings times = new Timings();
      times.record(TimeUnit.MICROSECONDS.toNanos(micros));
      assertThat(times.quantile(0.99)).isBetween(micros, micros + micros / 4);
    }
  }

  @Test
  void whereABugIsIsToldWithoutWhatItSays() {
    Exception bug =
        new IllegalStateException("the cellar", new IllegalArgumentException("is damp"));
    StringWriter text = new StringWriter();
    BugTrace.of(bug).printStackTrace(new PrintWriter(text, true));
    assertThat(text.toString())
        .contains("java.lang.IllegalStateException", "java.lang.IllegalArgumentException")
        .contains("Caused by", "MetricsTest.java")
        .doesNotContain("cellar", "damp");
  }

  @Test
  void aNameIsCountedOnce() {
    metrics.counter("one");
    assertThatIllegalArgumentException().isThrownBy(() -> metrics.event("one", "One"));
  }

  private long value(String name) {
    return metrics.snapshot().getOrDefault(name, -1L);
  }
}
