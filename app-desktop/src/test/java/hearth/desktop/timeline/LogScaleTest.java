package hearth.desktop.timeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import hearth.client.model.Change.Reach;
import java.util.Random;
import org.junit.jupiter.api.Test;

/// Any stretch of any log. A failure names its seed; `-Dhearth.fuzz.seed=N` repeats it.
class LogScaleTest {
  private static final long SEED = Long.getLong("hearth.fuzz.seed", System.nanoTime());

  @Test
  void placesRiseWithTheRowsAndEndWhereTheChatEnds() {
    for (int round = 0; round < 500; round++) {
      long seed = SEED + round;
      LogScale scale = any(new Random(seed));
      double before = -1;
      for (double row = 0; row <= scale.rows(); row += 0.25) {
        double place = scale.placeOf(row);
        assertThat(place).as("seed " + seed).isBetween(Math.max(0, before), scale.size());
        before = place;
      }
      if (scale.reach().first()) {
        assertThat(scale.placeOf(0)).as("seed " + seed).isZero();
      }
      if (scale.reach().last() && scale.rows() > 0) {
        assertThat(scale.placeOf(scale.rows())).as("seed " + seed).isEqualTo(scale.size());
      }
    }
  }

  @Test
  void thePlaceOfARowLeadsToThatRow() {
    for (int round = 0; round < 500; round++) {
      long seed = SEED + round;
      LogScale scale = any(new Random(seed));
      for (int row = 1; row < scale.rows(); row++) {
        long seq = scale.seqs().applyAsLong(row);
        if (seq > 0) {
          assertThat(scale.seqAt(scale.placeOf(row))).as("seed " + seed).isEqualTo(seq);
        }
      }
    }
  }

  @Test
  void halfOfARowIsHalfOfItsPlaces() {
    LogScale scale = new LogScale(row -> 11L + row * 4L, 5, new Reach(false, false), 1_000);
    assertThat(scale.placeOf(1)).isEqualTo(14);
    assertThat(scale.placeOf(1.5)).isCloseTo(16, within(1e-9));
    assertThat(scale.size()).isEqualTo(1_000);
  }

  private static LogScale any(Random random) {
    int rows = random.nextInt(30);
    int unsent = random.nextInt(3);
    long[] seqs = new long[rows + unsent];
    long seq = random.nextInt(1_000);
    for (int i = 0; i < rows; i++) {
      seq += 1 + random.nextInt(5);
      seqs[i] = seq;
    }
    boolean last = unsent > 0 || random.nextBoolean();
    long head = seq + random.nextInt(5);
    return new LogScale(row -> seqs[row], seqs.length, new Reach(random.nextBoolean(), last), head);
  }
}
