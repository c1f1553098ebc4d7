package hearth.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MarkerTest {
  private static final UserId BEN = new UserId(2);
  private static final Marker MARKER = new Marker(BEN, 9, 4);

  @Test
  void whatIsKeptBackIsToldNoFurtherThanTheRest() {
    assertThat(MARKER.told(true, true)).isEqualTo(MARKER);
    assertThat(MARKER.told(true, false)).isEqualTo(new Marker(BEN, 9, 0));
    assertThat(MARKER.told(false, true)).isEqualTo(new Marker(BEN, 4, 4));
    assertThat(MARKER.told(false, false)).isEqualTo(new Marker(BEN, 0, 0));
  }
}
