package hearth.desktop.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class NameMatchTest {
  @Test
  void theBeginningOfANameIsBetterThanThatOfAWordAndThatThanTheMiddle() {
    assertThat(NameMatch.of("Robot team", "robot TEAM ")).isEqualTo(NameMatch.EXACT);
    assertThat(NameMatch.of("Robot team", "ro")).isEqualTo(NameMatch.START);
    assertThat(NameMatch.of("Robot team", "te")).isEqualTo(NameMatch.WORD);
    assertThat(NameMatch.of("Robot team", "bo")).isEqualTo(NameMatch.INSIDE);
    assertThat(NameMatch.of("Robot team", "x")).isEqualTo(NameMatch.NONE);
  }

  @Test
  void aWordThatBeginsSoIsFoundBehindOneThatOnlyHasIt() {
    assertThat(NameMatch.of("Abo (bo)", "bo")).isEqualTo(NameMatch.WORD);
    assertThat(NameMatch.of("aaa", "aa")).isEqualTo(NameMatch.START);
    assertThat(NameMatch.of("机器人小组", "小组")).isEqualTo(NameMatch.INSIDE);
  }

  @Test
  void everyNameBeginsWithNothing() {
    assertThat(NameMatch.of("Ann", " ").begins()).isTrue();
    assertThat(NameMatch.of("", "a").fits()).isFalse();
  }
}
