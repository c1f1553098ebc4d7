package hearth.desktop.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import hearth.desktop.timeline.TextStretch.Place;
import org.junit.jupiter.api.Test;

class TextStretchTest {
  private static final Place BEGIN = new Place(4, 6);
  private static final Place END = new Place(7, 3);

  @Test
  void itIsTheSameWhicheverWayItWasDragged() {
    assertThat(TextStretch.between(END, BEGIN)).isEqualTo(TextStretch.between(BEGIN, END));
    Place later = new Place(4, 9);
    assertThat(TextStretch.between(later, BEGIN).from()).isEqualTo(BEGIN);
  }

  @Test
  void itHasTheEndOfTheFirstMessageTheBeginningOfTheLastAndAllBetween() {
    TextStretch stretch = TextStretch.between(BEGIN, END);
    assertThat(stretch.in(3, "before")).isEmpty();
    assertThat(stretch.in(4, "hello world")).isEqualTo("world");
    assertThat(stretch.in(5, "whole")).isEqualTo("whole");
    assertThat(stretch.in(7, "one two")).isEqualTo("one");
    assertThat(stretch.in(8, "after")).isEmpty();
  }

  @Test
  void aPartOfOneMessageIsNotAcross() {
    TextStretch stretch = TextStretch.between(BEGIN, new Place(4, 9));
    assertThat(stretch.isAcross()).isFalse();
    assertThat(stretch.in(4, "hello world")).isEqualTo("wor");
  }

  @Test
  void aTextThatBecameShorterIsMarkedAsFarAsItGoes() {
    TextStretch stretch = TextStretch.between(BEGIN, END);
    assertThat(stretch.in(4, "hi")).isEmpty();
    assertThat(stretch.in(7, "a")).isEqualTo("a");
  }

  @Test
  void nothingIsInNoMessage() {
    assertThat(TextStretch.NONE.isEmpty()).isTrue();
    assertThat(TextStretch.NONE.touches(0)).isFalse();
    assertThat(TextStretch.NONE.in(1, "text")).isEmpty();
  }
}
