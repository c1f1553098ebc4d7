package hearth.desktop.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class TimesTest {
  private static final Instant NOW = Instant.parse("2026-11-20T10:45:00Z");
  private static final Instant YESTERDAY = Instant.parse("2026-11-19T23:59:00Z");
  private static final Instant MONDAY = Instant.parse("2026-11-16T12:00:00Z");
  private static final Instant OCTOBER = Instant.parse("2026-10-12T12:00:00Z");
  private static final Instant LONG_AGO = Instant.parse("2024-10-13T12:00:00Z");

  @AfterEach
  void english() {
    Language.ENGLISH.use();
  }

  @Test
  void aChatListHasTheTimeTheDayOrTheDate() {
    Times times = times(Language.ENGLISH);
    assertThat(times.shortly(Instant.parse("2026-11-20T09:05:00Z"))).isEqualTo("09:05");
    assertThat(times.shortly(YESTERDAY)).isEqualTo("Yesterday");
    assertThat(times.shortly(MONDAY)).isEqualTo("Mon");
    assertThat(times.shortly(OCTOBER)).isEqualTo("12 Oct");
    assertThat(times.shortly(LONG_AGO)).isEqualTo("13 Oct 2024");
  }

  @Test
  void aSeparatorHasTheDayInFull() {
    Times times = times(Language.ENGLISH);
    assertThat(times.day(NOW)).isEqualTo("Today");
    assertThat(times.day(YESTERDAY)).isEqualTo("Yesterday");
    assertThat(times.day(OCTOBER)).isEqualTo("Monday, 12 October");
    assertThat(times.day(LONG_AGO)).isEqualTo("Sunday, 13 October 2024");
  }

  @Test
  void aReceiptSaysWhenAMessageArrived() {
    Times times = times(Language.ENGLISH);
    assertThat(times.read(NOW.minusSeconds(3_600))).startsWith("read at ");
    assertThat(times.read(YESTERDAY)).startsWith("read yesterday at ");
    assertThat(times.delivered(OCTOBER)).startsWith("delivered 12 Oct at ");
    assertThat(times(Language.SIMPLIFIED_CHINESE).delivered(YESTERDAY)).startsWith("昨天 ");
  }

  @Test
  void aClockThatIsAheadElsewhereStillMeansToday() {
    Times times = times(Language.ENGLISH);
    assertThat(times.lastSeen(Instant.parse("2026-11-20T10:50:00Z")))
        .isEqualTo("last seen at 10:50");
    assertThat(times.shortly(Instant.parse("2026-11-21T00:01:00Z"))).isEqualTo("21 Nov");
  }

  @Test
  void timesFollowTheLanguage() {
    Times simplified = times(Language.SIMPLIFIED_CHINESE);
    assertThat(simplified.shortly(YESTERDAY)).isEqualTo("昨天");
    assertThat(simplified.shortly(MONDAY)).isEqualTo("周一");
    assertThat(simplified.shortly(LONG_AGO)).isEqualTo("2024年10月13日");
    assertThat(simplified.day(OCTOBER)).isEqualTo("10月12日 星期一");
    assertThat(simplified.lastSeen(OCTOBER)).isEqualTo("最后上线：10月12日");
    Times traditional = times(Language.TRADITIONAL_CHINESE);
    assertThat(traditional.shortly(MONDAY)).isEqualTo("週一");
    assertThat(traditional.day(LONG_AGO)).isEqualTo("2024年10月13日 星期日");
  }

  @Test
  void lengthsOfTimeHaveTheirPlurals() {
    Language.ENGLISH.use();
    assertThat(Times.span(30)).isEqualTo("30 seconds");
    assertThat(Times.span(60)).isEqualTo("1 minute");
    assertThat(Times.span(7_200)).isEqualTo("2 hours");
    assertThat(Times.every(10)).isEqualTo("every 10 seconds");
    assertThat(Times.every(60)).isEqualTo("every minute");
    assertThat(Times.every(300)).isEqualTo("every 5 minutes");
    Language.SIMPLIFIED_CHINESE.use();
    assertThat(Times.span(300)).isEqualTo("5 分钟");
    assertThat(Times.every(60)).isEqualTo("每分钟");
    assertThat(Times.left(12)).isEqualTo("12 秒");
    assertThat(Times.left(249)).isEqualTo("4:09");
  }

  private static Times times(Language language) {
    language.use();
    return new Times(Clock.fixed(NOW, ZoneOffset.UTC));
  }
}
