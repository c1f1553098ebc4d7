package hearth.desktop.window;

import hearth.desktop.fx.FxClock;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZonedDateTime;

/// Reports when a new day begins while the window is open. It checks more often than once per day,
/// because a timer does not count the time that a device sleeps. Confined to the FX thread.
final class DayChange implements AutoCloseable {
  private static final Duration MIN_WAIT = Duration.ofSeconds(1);
  private static final Duration MAX_WAIT = Duration.ofMinutes(10);

  private final Clock time;
  private final Runnable changed;
  private final FxClock.Delay delay;
  private LocalDate day;

  /// Starts to check.
  ///
  /// @param changed called once per new day
  DayChange(FxClock clock, Clock time, Runnable changed) {
    this.time = time;
    this.changed = changed;
    this.day = LocalDate.now(time);
    this.delay = clock.delay(MAX_WAIT, this::check);
    schedule();
  }

  private void check() {
    LocalDate now = LocalDate.now(time);
    if (!now.equals(day)) {
      day = now;
      changed.run();
    }
    schedule();
  }

  private void schedule() {
    ZonedDateTime now = ZonedDateTime.now(time);
    Duration left =
        Duration.between(now, now.toLocalDate().plusDays(1).atStartOfDay(now.getZone()));
    Duration bounded = left.compareTo(MAX_WAIT) > 0 ? MAX_WAIT : left;
    delay.restart(bounded.compareTo(MIN_WAIT) < 0 ? MIN_WAIT : bounded);
  }

  @Override
  public void close() {
    delay.stop();
  }
}
