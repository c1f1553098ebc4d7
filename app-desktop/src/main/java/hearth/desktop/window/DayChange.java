package hearth.desktop.window;

import hearth.desktop.fx.FxClock;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZonedDateTime;

/// Tells when a day has ended while the window is open. Looks more often than once a day, because a
/// device that slept has counted less time than has passed. Confined to the FX thread.
final class DayChange implements AutoCloseable {
  private static final Duration LEAST = Duration.ofSeconds(1);
  private static final Duration MOST = Duration.ofMinutes(10);

  private final Clock time;
  private final Runnable turned;
  private final FxClock.Delay delay;
  private LocalDate day;

  /// Begins to watch.
  ///
  /// @param turned called once for each night
  DayChange(FxClock clock, Clock time, Runnable turned) {
    this.time = time;
    this.turned = turned;
    this.day = LocalDate.now(time);
    this.delay = clock.delay(MOST, this::check);
    waitOn();
  }

  private void check() {
    LocalDate now = LocalDate.now(time);
    if (!now.equals(day)) {
      day = now;
      turned.run();
    }
    waitOn();
  }

  private void waitOn() {
    ZonedDateTime now = ZonedDateTime.now(time);
    Duration left =
        Duration.between(now, now.toLocalDate().plusDays(1).atStartOfDay(now.getZone()));
    Duration bounded = left.compareTo(MOST) > 0 ? MOST : left;
    delay.restart(bounded.compareTo(LEAST) < 0 ? LEAST : bounded);
  }

  @Override
  public void close() {
    delay.stop();
  }
}
