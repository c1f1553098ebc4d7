package hearth.server.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class FlightsTest {
  private final Flights flights = new Flights();

  @Test
  void aPostHasLandedWhenItIsAnsweredAndTheLastReceiverHasIt() {
    long number = flights.take(0, 2);
    flights.delivered(number, 10);
    flights.acknowledged(number, 20);
    assertThat(flights.unanswered()).isZero();
    assertThat(flights.underWay()).isEqualTo(1);
    flights.delivered(number, 30);
    assertThat(flights.underWay()).isZero();
    assertThat(flights.deliveries()).isEqualTo(2);
  }

  @Test
  void latenciesBeginWhenThePostShouldHaveBeenSent() {
    flights.count(true);
    long number = flights.take(100, 1);
    flights.acknowledged(number, 150);
    flights.delivered(number, 190);
    assertThat(flights.acknowledging().max()).isEqualTo(50);
    assertThat(flights.fanOut().max()).isEqualTo(90);
  }

  @Test
  void whatIsSentOutsideTheWindowIsNotCountedWheneverItLands() {
    long early = flights.take(0, 1);
    flights.count(true);
    flights.delivered(early, 5);
    assertThat(flights.fanOut().count()).isZero();
  }

  @Test
  void aRefusedPostIsWaitedForNoMore() {
    long number = flights.take(0, 3);
    flights.refused(number, 1);
    assertThat(flights.underWay()).isZero();
    assertThat(flights.refused()).isEqualTo(1);
  }

  @Test
  void whatWasNeverSentCannotCome() {
    assertThatThrownBy(() -> flights.delivered(17, 0)).isInstanceOf(BenchException.class);
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
