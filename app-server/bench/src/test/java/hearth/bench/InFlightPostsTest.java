package hearth.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class InFlightPostsTest {
  private final InFlightPosts posts = new InFlightPosts();

  @Test
  void aPostIsCompleteWhenItIsAnsweredAndTheLastReceiverHasIt() {
    long number = posts.add(0, 2);
    posts.delivered(number, 10);
    posts.acknowledged(number, 20);
    assertThat(posts.unanswered()).isZero();
    assertThat(posts.incomplete()).isEqualTo(1);
    posts.delivered(number, 30);
    assertThat(posts.incomplete()).isZero();
    assertThat(posts.deliveries()).isEqualTo(2);
  }

  @Test
  void latenciesStartWhenThePostShouldHaveBeenSent() {
    posts.record(true);
    long number = posts.add(100, 1);
    posts.acknowledged(number, 150);
    posts.delivered(number, 190);
    assertThat(posts.acknowledgement().max()).isEqualTo(50);
    assertThat(posts.fanOut().max()).isEqualTo(90);
  }

  @Test
  void aPostSentOutsideTheWindowIsNotRecordedWheneverItCompletes() {
    long early = posts.add(0, 1);
    posts.record(true);
    posts.delivered(early, 5);
    assertThat(posts.fanOut().count()).isZero();
  }

  @Test
  void aRefusedPostIsComplete() {
    long number = posts.add(0, 3);
    posts.refused(number, 1);
    assertThat(posts.incomplete()).isZero();
    assertThat(posts.refused()).isEqualTo(1);
  }

  @Test
  void aPostThatWasNeverSentCannotArrive() {
    assertThatThrownBy(() -> posts.delivered(17, 0)).isInstanceOf(BenchException.class);
  }

  @Test
  void aRateIsKeptHoweverLateTheBenchIs() {
    Pace pace = Pace.rate(1_000, 0);
    pace.sent();
    pace.sent();
    assertThat(pace.next(9_000_000, 2)).isEqualTo(2_000_000);
  }

  @Test
  void aWindowWaitsForAnAnswer() {
    Pace pace = Pace.window(2);
    assertThat(pace.next(5, 1)).isEqualTo(5);
    assertThat(pace.next(5, 2)).isEqualTo(Pace.LATER);
  }
}
