package hearth.desktop.fx;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class RepeatedFailuresTest {
  private static final long SECOND = 1_000_000_000;

  private final AtomicInteger ended = new AtomicInteger();
  private long now;
  private final RepeatedFailures failures = new RepeatedFailures(ended::incrementAndGet, () -> now);

  @Test
  void anExceptionThatEveryPulseMeetsIsEnded() {
    for (int i = 0; i < 5; i++) {
      assertThat(ended).hasValue(0);
      meet();
      now += SECOND / 60;
    }
    assertThat(ended).hasValue(1);
  }

  @Test
  void oneThatComesNowAndThenEndsNothing() {
    for (int i = 0; i < 50; i++) {
      meet();
      now += SECOND;
    }
    assertThat(ended).hasValue(0);
  }

  @Test
  void othersInBetweenDoNotHideIt() {
    for (int i = 0; i < 5; i++) {
      meet();
      failures.uncaughtException(
          Thread.currentThread(), new IllegalArgumentException("other " + i));
    }
    assertThat(ended.get()).isPositive();
  }

  private void meet() {
    failures.uncaughtException(Thread.currentThread(), new IllegalStateException("broken"));
  }
}
