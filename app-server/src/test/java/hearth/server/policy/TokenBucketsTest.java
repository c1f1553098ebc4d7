package hearth.server.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TokenBucketsTest {
  private static final int MAX = 5_000;
  private static final Duration TENTH = Duration.ofMillis(100);

  private long now;
  private final TokenBuckets<Integer> buckets = new TokenBuckets<>(new Rate(3, 10), MAX, () -> now);

  @Test
  void severalTokensAreTakenAtOnceOrNone() {
    assertThat(buckets.take(1, 2)).isZero();
    assertThat(buckets.take(1, 2)).isEqualTo(TENTH);
    assertThat(buckets.take(1, 1)).isZero();
    now += TENTH.toNanos();
    assertThat(buckets.take(1, 1)).isZero();
  }

  @Test
  void moreThanABucketHoldsIsAFullBucket() {
    assertThat(buckets.take(1, 1_000)).isZero();
    assertThat(buckets.take(1, 1)).isEqualTo(TENTH);
    assertThat(buckets.take(1, 1_000)).isEqualTo(TENTH.multipliedBy(3));
  }

  @Test
  void aDebtIsMadeUpForFirst() {
    take(2);
    buckets.charge(1, 3);
    assertThat(buckets.take(1, 0)).as("two too many").isEqualTo(TENTH.multipliedBy(2));
    assertThat(buckets.take(1, 1)).isEqualTo(TENTH.multipliedBy(3));
    pass(TENTH.multipliedBy(2));
    assertThat(buckets.take(1, 0)).as("nothing left, but no debt").isZero();
    assertThat(buckets.take(1, 1)).isEqualTo(TENTH);
    pass(TENTH);
    assertThat(buckets.take(1, 1)).isZero();
  }

  @Test
  void noChargeIsMoreThanAFullBucket() {
    buckets.charge(1, 1_000);
    assertThat(buckets.take(1, 0)).isZero();
    buckets.charge(1, 1_000);
    assertThat(buckets.take(1, 0)).isEqualTo(TENTH.multipliedBy(3));
  }

  @Test
  void chargesOfManyThreadsAddUp() {
    IntStream.range(0, 1_000).parallel().forEach(_ -> buckets.charge(1, 2));
    assertThat(buckets.take(1, 1)).isEqualTo(TENTH.multipliedBy(2_000 - 3 + 1));
  }

  @Test
  void aBurstPassesAndTheNextIsToldWhenThereIsRoom() {
    take(3);
    assertThat(buckets.take(1, 1)).isEqualTo(TENTH);
    pass(Duration.ofMillis(30));
    assertThat(buckets.take(1, 1)).isEqualTo(Duration.ofMillis(70));
    pass(Duration.ofMillis(70));
    assertThat(buckets.take(1, 1)).isZero();
    assertThat(buckets.take(1, 1)).isEqualTo(TENTH);
  }

  @Test
  void anEvenPaceNeverWaits() {
    for (int i = 0; i < 1_000; i++) {
      assertThat(buckets.take(1, 1)).isZero();
      pass(TENTH);
    }
  }

  @Test
  void aLongRestGivesOneBurstAndNoMore() {
    take(3);
    pass(Duration.ofDays(365));
    take(3);
    assertThat(buckets.take(1, 1)).isEqualTo(TENTH);
  }

  @Test
  void beingRefusedCostsNothing() {
    take(3);
    for (int i = 0; i < 100; i++) {
      assertThat(buckets.take(1, 1)).isEqualTo(TENTH);
    }
    pass(TENTH);
    assertThat(buckets.take(1, 1)).isZero();
  }

  @Test
  void fullBucketsAreForgottenAndOthersAreNot() {
    for (int who = 0; who < 2_000; who++) {
      buckets.take(who, 1);
    }
    assertThat(buckets.size()).isEqualTo(2_000);
    pass(TENTH);
    for (int i = 0; i < 3; i++) {
      assertThat(buckets.take(-1, 1)).isZero();
    }
    for (int who = 2_000; who < 3_100; who++) {
      buckets.take(who, 1);
    }
    assertThat(buckets.size()).isLessThan(1_200);
    assertThat(buckets.take(-1, 1)).isPositive();
  }

  @Test
  void neverMoreBucketsThanTheLimit() {
    for (int who = 0; who < 100_000; who++) {
      buckets.take(who, 1);
      assertThat(buckets.size()).isLessThanOrEqualTo(MAX + 1_024);
    }
  }

  @Test
  void manyThreadsTogetherGetTheBurst() {
    AtomicInteger taken = new AtomicInteger();
    IntStream.range(0, 10_000)
        .parallel()
        .forEach(
            i -> {
              if (buckets.take(1, 1).isZero()) {
                taken.incrementAndGet();
              }
            });
    assertThat(taken).hasValue(3);
  }

  @Test
  void aRateLetsSomethingPass() {
    assertThatThrownBy(() -> new Rate(0, 1)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Rate(1, 0)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Rate(1, Double.NaN)).isInstanceOf(IllegalArgumentException.class);
  }

  private void take(int times) {
    for (int i = 0; i < times; i++) {
      assertThat(buckets.take(1, 1)).isZero();
    }
  }

  private void pass(Duration time) {
    now += time.toNanos();
  }
}
