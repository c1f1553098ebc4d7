package hearth.server.store.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Random;
import org.junit.jupiter.api.Test;

class MarkerTrailTest {
  private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

  @Test
  void nothingIsKnownOfANewMarker() {
    assertThat(MarkerTrail.NONE.reached(1)).isNull();
    assertThat(MarkerTrail.Pair.of(null).read().reached(1)).isNull();
  }

  @Test
  void movesWithinAMinuteAreOne() {
    MarkerTrail trail = MarkerTrail.NONE;
    for (int i = 1; i < 60; i++) {
      trail = trail.moved(i - 1, i, NOON.plusSeconds(i));
    }
    assertThat(trail.reached(1)).isEqualTo(NOON);
    assertThat(trail.reached(59)).isEqualTo(NOON);
    assertThat(trail.reached(60)).isNull();
    assertThat(new MarkerTrail.Pair(trail, MarkerTrail.NONE).column()).hasSizeLessThan(12);
  }

  @Test
  void movesThatWereNotKeptLeaveAPlaceWithoutATime() {
    MarkerTrail trail = MarkerTrail.NONE.moved(3, 5, NOON).moved(8, 9, NOON.plusSeconds(60));
    assertThat(trail.reached(3)).isNull();
    assertThat(trail.reached(5)).isEqualTo(NOON);
    assertThat(trail.reached(7)).isNull();
    assertThat(trail.reached(9)).isEqualTo(NOON.plusSeconds(60));
  }

  @Test
  void whatIsWrittenIsReadAgainWhateverTheClockDoes() {
    Random random = new Random(7);
    for (int round = 0; round < 200; round++) {
      MarkerTrail trail = MarkerTrail.NONE;
      long seq = random.nextInt(1_000_000);
      long begin = seq;
      for (int i = 0; i < 50; i++) {
        long next = seq + random.nextInt(5_000);
        boolean told = random.nextInt(4) > 0;
        trail = trail.moved(seq, next, told ? NOON.plusSeconds(random.nextInt() / 4) : null);
        seq = next;
      }
      byte[] column = new MarkerTrail.Pair(trail, trail.moved(seq, seq + 1, NOON)).column();
      MarkerTrail.Pair again = MarkerTrail.Pair.of(column);
      for (long at = begin; at <= seq; at += 997) {
        assertThat(again.delivered().reached(at)).isEqualTo(trail.reached(at));
      }
      assertThat(again.read().reached(seq + 1)).isEqualTo(NOON);
    }
  }

  @Test
  void aFullTrailIsSmall() {
    MarkerTrail trail = MarkerTrail.NONE;
    for (int i = 0; i < 1_000; i++) {
      trail = trail.moved(50_000 + 40L * i, 50_040 + 40L * i, NOON.plusSeconds(3_600L * i));
    }
    assertThat(new MarkerTrail.Pair(trail, trail).column()).hasSizeLessThan(256);
  }
}
