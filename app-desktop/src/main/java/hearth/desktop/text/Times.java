package hearth.desktop.text;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;

/// Times relative to now, in the local time zone and in the language of its making. Safe from any
/// thread.
public final class Times {
  private static final int MINUTE = 60;
  private static final int HOUR = 3_600;
  private static final LocalTime MORNING = LocalTime.of(8, 0);

  private final Clock clock;
  private final DateTimeFormatter ofDay = pattern("time.clock");
  private final DateTimeFormatter date = pattern("time.date");
  private final DateTimeFormatter dateAndYear = pattern("time.date-year");
  private final DateTimeFormatter fullDate = pattern("time.full-date");
  private final DateTimeFormatter fullDateAndYear = pattern("time.full-date-year");

  public Times(Clock clock) {
    this.clock = clock;
  }

  public Instant now() {
    return clock.instant();
  }

  /// Where this device is.
  public ZoneId zone() {
    return clock.getZone();
  }

  public LocalDate dayOf(Instant at) {
    return here(at).toLocalDate();
  }

  /// The next morning, when people may be told of things again.
  public Instant morning() {
    ZonedDateTime here = here(now());
    ZonedDateTime today = here.with(MORNING);
    return (today.isAfter(here) ? today : today.plusDays(1)).toInstant();
  }

  /// When this day ends.
  public Instant midnight() {
    return dayOf(now()).plusDays(1).atStartOfDay(zone()).toInstant();
  }

  /// Beside a message: `09:48`.
  public String clock(Instant at) {
    return ofDay.format(here(at));
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
    return ago > 1 && ago < 7 ? Messages.get("time.weekday.short", weekday(at)) : date(at);
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
    DateTimeFormatter format = isThisYear(at) ? fullDate : fullDateAndYear;
    return Messages.get(
        "time.day", Messages.get("time.weekday", weekday(at)), format.format(here(at)));
  }

  /// When someone was last online: `last seen at 09:48`, `last seen yesterday`.
  public String lastSeen(Instant at) {
    return switch (Math.clamp(daysAgo(at), 0, 2)) {
      case 0 -> Messages.get("presence.seen-today", clock(at));
      case 1 -> Messages.get("presence.seen-yesterday");
      default -> Messages.get("presence.seen", date(at));
    };
  }

  /// When a message was read: `read at 09:48`, `read yesterday at 09:48`, `read 12 Oct at 09:48`.
  public String read(Instant at) {
    return byDay(at, "receipt.read-today", "receipt.read-yesterday", "receipt.read");
  }

  /// When a message was delivered, as [#read] says it.
  public String delivered(Instant at) {
    return byDay(at, "receipt.delivered-today", "receipt.delivered-yesterday", "receipt.delivered");
  }

  private String byDay(Instant at, String today, String yesterday, String earlier) {
    return switch (Math.clamp(daysAgo(at), 0, 2)) {
      case 0 -> Messages.get(today, clock(at));
      case 1 -> Messages.get(yesterday, clock(at));
      default -> Messages.get(earlier, date(at), clock(at));
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

  private String date(Instant at) {
    return (isThisYear(at) ? date : dateAndYear).format(here(at));
  }

  private int weekday(Instant at) {
    return here(at).getDayOfWeek().getValue();
  }

  private long daysAgo(Instant at) {
    return ChronoUnit.DAYS.between(dayOf(at), dayOf(now()));
  }

  private boolean isThisYear(Instant at) {
    return here(at).getYear() == here(now()).getYear();
  }

  private ZonedDateTime here(Instant at) {
    return at.atZone(clock.getZone());
  }

  private static DateTimeFormatter pattern(String key) {
    return DateTimeFormatter.ofPattern(Messages.get(key), Messages.locale());
  }
}
