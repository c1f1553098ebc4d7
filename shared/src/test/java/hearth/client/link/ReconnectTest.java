package hearth.client.link;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ReconnectTest {

  @Test
  void pausesGrowToABoundAndAreSpread() {
    assertThat(Reconnect.pause(1, 0.5)).isEqualTo(Duration.ofMillis(250));
    assertThat(Reconnect.pause(2, 0.5)).isEqualTo(Duration.ofMillis(400));
    assertThat(Reconnect.pause(1_000_000, 0.5)).isEqualTo(Duration.ofSeconds(5));
    assertThat(Reconnect.pause(1, 0)).isEqualTo(Duration.ofMillis(200));
    assertThat(Reconnect.pause(1, 1)).isEqualTo(Duration.ofMillis(300));
  }

  @Test
  void whoBreaksTheProtocolIsTriedHalfAsOftenEachTime() {
    assertThat(Stream.of(1, 2, 3, 7, 8, 1_000_000).map(Reconnect::afterBreach))
        .containsExactly(
            Duration.ofSeconds(5),
            Duration.ofSeconds(10),
            Duration.ofSeconds(20),
            Duration.ofMinutes(5),
            Duration.ofMinutes(5),
            Duration.ofMinutes(5));
  }
}
