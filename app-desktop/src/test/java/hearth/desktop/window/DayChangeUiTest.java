package hearth.desktop.window;

import static org.assertj.core.api.Assertions.assertThat;

import hearth.desktop.TurningClock;
import hearth.desktop.Ui;
import hearth.desktop.fx.FxClock;
import hearth.desktop.fx.FxMailbox;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class DayChangeUiTest {
  @Test
  void isToldOnceForEachNight() {
    TurningClock time = new TurningClock(Instant.parse("2026-11-20T23:59:59.900Z"));
    AtomicInteger nights = new AtomicInteger();
    try (FxClock clock = new FxClock(new FxMailbox());
        DayChange midnight = Ui.ask(() -> new DayChange(clock, time, nights::incrementAndGet))) {
      assertThat(midnight).isNotNull();
      assertThat(nights).hasValue(0);
      time.set(Instant.parse("2026-11-21T00:00:00.100Z"));
      Ui.await("the night is told", () -> nights.get() == 1);
    }
  }
}
