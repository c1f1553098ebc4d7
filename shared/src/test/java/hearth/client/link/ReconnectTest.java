package hearth.client.link;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
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
}
