package hearth.desktop.text;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;

/// Times relative to now, in the local time zone. Safe from any thread.
public final class Times {
  private static final String CLOCK = "time.clock";
  private static final String WEEKDAY = "time.weekday";
  private static final String DATE = "time.date";
  private static final String DATE_YEAR = "time.date-year";
  private static final String DAY = "time.day";
  private static final String DAY_YEAR = "time.day-year";

  private static final int MINUTE = 60;
  private static final int HOUR = 3_600;

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

  /// When someone was last online: `last seen at 09:48`, `last seen yesterday`.
  public String lastSeen(Instant at) {
    return switch (Math.clamp(daysAgo(at), 0, 2)) {
      case 0 -> Messages.get("presence.seen-today", clock(at));
      case 1 -> Messages.get("presence.seen-yesterday");
      default -> Messages.get("presence.seen", format(sameYear(at) ? DATE : DATE_YEAR, at));
    };
  }

  /// A length of time: `30 seconds`, `5 minutes`, `1 hour`.
  public static String span(int seconds) {
    return inLargestUnit(seconds, "time.seconds", "time.minutes", "time.hours");
  }

  /// How often: `every 30 seconds`, `every minute`.
  public static String every(int seconds) {
    return inLargestUnit(seconds, "time.every-seconds", "time.every-minutes", "time.every-hours");
  }

  /// What is left of a wait: `12 s`, `4:09`.
  public static String left(long seconds) {
    return seconds < MINUTE
        ? Messages.get("time.left", seconds)
        : "%d:%02d".formatted(seconds / MINUTE, seconds % MINUTE);
  }

  private static String inLargestUnit(
      int seconds, String inSeconds, String inMinutes, String inHours) {
    if (seconds % MINUTE != 0) {
      return Messages.get(inSeconds, seconds);
    }
    return seconds % HOUR == 0
        ? Messages.get(inHours, seconds / HOUR)
        : Messages.get(inMinutes, seconds / MINUTE);
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
