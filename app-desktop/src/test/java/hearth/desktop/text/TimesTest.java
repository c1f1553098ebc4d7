package hearth.desktop.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class TimesTest {
  private static final Instant NOW = Instant.parse("2026-11-20T10:45:00Z");

  private final Times times = new Times(Clock.fixed(NOW, ZoneOffset.UTC));

  @Test
  void aChatListSaysTheTimeTheDayOrTheDate() {
    assertThat(times.shortly(Instant.parse("2026-11-20T09:05:00Z"))).isEqualTo("09:05");
    assertThat(times.shortly(Instant.parse("2026-11-19T23:59:00Z"))).isEqualTo("Yesterday");
    assertThat(times.shortly(Instant.parse("2026-11-16T12:00:00Z"))).isEqualTo("Mon");
    assertThat(times.shortly(Instant.parse("2026-10-12T12:00:00Z"))).isEqualTo("12 Oct");
    assertThat(times.shortly(Instant.parse("2024-10-12T12:00:00Z"))).isEqualTo("12 Oct 2024");
  }

  @Test
  void aSeparatorSaysTheDayInFull() {
    assertThat(times.day(NOW)).isEqualTo("Today");
    assertThat(times.day(Instant.parse("2026-11-19T12:00:00Z"))).isEqualTo("Yesterday");
    assertThat(times.day(Instant.parse("2026-10-12T12:00:00Z"))).isEqualTo("Monday, 12 October");
  }

  @Test
  void aClockThatIsAheadElsewhereStillMeansToday() {
    assertThat(times.lastSeen(Instant.parse("2026-11-20T10:50:00Z")))
        .isEqualTo("last seen at 10:50");
    assertThat(times.shortly(Instant.parse("2026-11-21T00:01:00Z"))).isEqualTo("21 Nov");
  }
}
