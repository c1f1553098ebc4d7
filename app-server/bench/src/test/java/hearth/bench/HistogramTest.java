package hearth.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;

class HistogramTest {
  @Test
  void everyQuantileIsCorrectWithinOnePercent() {
    long[] values =
        new SplittableRandom(1)
            .longs(100_000, 0, 40)
            .map(bits -> (1L << bits) + 7 * bits)
            .toArray();
    Histogram histogram = new Histogram();
    Arrays.stream(values).forEach(histogram::record);
    Arrays.sort(values);
    for (double share : new double[] {0.0001, 0.25, 0.5, 0.9, 0.99, 0.999, 1}) {
      long exact = values[(int) Math.ceil(share * values.length) - 1];
      assertThat(histogram.quantile(share)).isCloseTo(exact, Percentage.withPercentage(1));
    }
    assertThat(histogram.count()).isEqualTo(values.length);
  }

  @Test
  void smallValuesAndTheLongestAreExact() {
    Histogram histogram = new Histogram();
    for (int nanos = 0; nanos < 256; nanos++) {
      histogram.record(nanos);
    }
    histogram.record(123_456_789);
    assertThat(histogram.quantile(128.0 / 257)).isCloseTo(127, within(0L));
    assertThat(histogram.quantile(1)).isEqualTo(123_456_789);
    assertThat(histogram.max()).isEqualTo(123_456_789);
  }

  @Test
  void theLongestPossibleTimeIsRecorded() {
    Histogram histogram = new Histogram();
    histogram.record(Long.MAX_VALUE);
    assertThat(histogram.quantile(0.5)).isEqualTo(Long.MAX_VALUE);
  }

  @Test
  void anEmptyHistogramIsZero() {
    assertThat(new Histogram().quantile(0.99)).isZero();
  }
}
