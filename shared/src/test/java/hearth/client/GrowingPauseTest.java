package hearth.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class GrowingPauseTest {
  @Test
  void aDiskThatComesAndGoesIsTrustedLessAndLess() {
    GrowingPause pause = new GrowingPause();
    assertThat(Stream.generate(pause::next).limit(9).map(Duration::toSeconds))
        .containsExactly(0L, 1L, 3L, 7L, 15L, 31L, 60L, 60L, 60L);
  }
}
