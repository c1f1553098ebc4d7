package hearth.desktop.live;

import hearth.desktop.fx.Texts;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;

/// Times as people say them, seen from now and here. Safe from any thread.
public final class Times {
  private static final DateTimeFormatter CLOCK = pattern("time.clock");
  private static final DateTimeFormatter WEEKDAY = pattern("time.weekday");
  private static final DateTimeFormatter DATE = pattern("time.date");
  private static final DateTimeFormatter DATE_YEAR = pattern("time.date-year");
  private static final DateTimeFormatter DAY = pattern("time.day");
  private static final DateTimeFormatter DAY_YEAR = pattern("time.day-year");

  private final Clock clock;

  public Times(Clock clock) {
    this.clock = clock;
  }

  public Instant now() {
    return clock.instant();
  }

  public LocalDate dayOf(Instant at) {
    return here(at).toLocalDate();
  }

  /// Beside a message: `09:48`.
  public String clock(Instant at) {
    return CLOCK.format(here(at));
  }

  /// In a chat list: `09:48`, `Yesterday`, `Mon`, `12 Oct`, `12 Oct 2024`.
  public String shortly(Instant at) {
    long ago = daysAgo(at);
    if (ago == 0) {
      return clock(at);
    }
    if (ago == 1) {
      return Texts.of("time.yesterday");
    }
    if (ago > 1 && ago < 7) {
      return WEEKDAY.format(here(at));
    }
    return (sameYear(at) ? DATE : DATE_YEAR).format(here(at));
  }

  /// Between days: `Today`, `Yesterday`, `Monday, 12 October`.
  public String day(Instant at) {
    long ago = daysAgo(at);
    if (ago == 0) {
      return Texts.of("time.today");
    }
    if (ago == 1) {
      return Texts.of("time.yesterday");
    }
    return (sameYear(at) ? DAY : DAY_YEAR).format(here(at));
  }

  /// When somebody was last here: `last seen at 09:48`, `last seen yesterday`.
  public String lastSeen(Instant at) {
    return switch (Math.clamp(daysAgo(at), 0, 2)) {
      case 0 -> Texts.of("presence.seen-today", clock(at));
      case 1 -> Texts.of("presence.seen-yesterday");
      default -> Texts.of("presence.seen", (sameYear(at) ? DATE : DATE_YEAR).format(here(at)));
    };
  }

  /// How long slow mode makes one wait: `30 s`, `5 min`, `1 h`.
  public static String span(int seconds) {
    if (seconds % 60 != 0) {
      return Texts.of("time.seconds", seconds);
    }
    return seconds % 3_600 == 0
        ? Texts.of("time.hours", seconds / 3_600)
        : Texts.of("time.minutes", seconds / 60);
  }

  /// What is left of a wait: `12 s`, `4:09`.
  public static String left(long seconds) {
    return seconds < 60
        ? Texts.of("time.seconds", seconds)
        : "%d:%02d".formatted(seconds / 60, seconds % 60);
  }

  private long daysAgo(Instant at) {
    return ChronoUnit.DAYS.between(dayOf(at), dayOf(now()));
  }

  private boolean sameYear(Instant at) {
    return here(at).getYear() == here(now()).getYear();
  }

  private ZonedDateTime here(Instant at) {
    return at.atZone(clock.getZone());
  }

  private static DateTimeFormatter pattern(String key) {
    return DateTimeFormatter.ofPattern(Texts.of(key), Texts.locale());
  }
}
