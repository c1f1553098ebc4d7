package hearth.desktop.text;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;

/// Times as people say them, seen from now and here. Safe from any thread.
public final class Times {
  private static final String CLOCK = "time.clock";
  private static final String WEEKDAY = "time.weekday";
  private static final String DATE = "time.date";
  private static final String DATE_YEAR = "time.date-year";
  private static final String DAY = "time.day";
  private static final String DAY_YEAR = "time.day-year";

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
    return format(CLOCK, at);
  }

  /// In a chat list: `09:48`, `Yesterday`, `Mon`, `12 Oct`, `12 Oct 2024`.
  public String shortly(Instant at) {
    long ago = daysAgo(at);
    if (ago == 0) {
      return clock(at);
    }
    if (ago == 1) {
      return Messages.get("time.yesterday");
    }
    if (ago > 1 && ago < 7) {
      return format(WEEKDAY, at);
    }
    return format(sameYear(at) ? DATE : DATE_YEAR, at);
  }

  /// A moment to the minute: `09:48`, `Yesterday 09:48`, `12 Oct 09:48`.
  public String moment(Instant at) {
    return daysAgo(at) == 0 ? clock(at) : Messages.get("time.moment", shortly(at), clock(at));
  }

  /// Between days: `Today`, `Yesterday`, `Monday, 12 October`.
  public String day(Instant at) {
    long ago = daysAgo(at);
    if (ago == 0) {
      return Messages.get("time.today");
    }
    if (ago == 1) {
      return Messages.get("time.yesterday");
    }
    return format(sameYear(at) ? DAY : DAY_YEAR, at);
  }

  /// When somebody was last here: `last seen at 09:48`, `last seen yesterday`.
  public String lastSeen(Instant at) {
    return switch (Math.clamp(daysAgo(at), 0, 2)) {
      case 0 -> Messages.get("presence.seen-today", clock(at));
      case 1 -> Messages.get("presence.seen-yesterday");
      default -> Messages.get("presence.seen", format(sameYear(at) ? DATE : DATE_YEAR, at));
    };
  }

  /// How long slow mode makes one wait: `30 s`, `5 min`, `1 h`.
  public static String span(int seconds) {
    if (seconds % 60 != 0) {
      return Messages.get("time.seconds", seconds);
    }
    return seconds % 3_600 == 0
        ? Messages.get("time.hours", seconds / 3_600)
        : Messages.get("time.minutes", seconds / 60);
  }

  /// What is left of a wait: `12 s`, `4:09`.
  public static String left(long seconds) {
    return seconds < 60
        ? Messages.get("time.seconds", seconds)
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

  private String format(String key, Instant at) {
    return DateTimeFormatter.ofPattern(Messages.get(key), Messages.locale()).format(here(at));
  }
}
