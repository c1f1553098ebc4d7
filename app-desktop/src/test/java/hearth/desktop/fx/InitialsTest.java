package hearth.desktop.fx;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InitialsTest {
  @ParameterizedTest
  @CsvSource({
    "Mira Novak,MN",
    "Chen Wei 陈伟,CW",
    "陈伟,陈",
    "陈 伟,陈",
    "김 민수,김",
    "Lobby,L",
    "Questions (masked),QM",
    "ada,A",
    "Jean-Luc Picard,JL",
    "42,4",
    "Åsa Öberg,ÅÖ",
  })
  void areTheFirstLettersOfTwoWords(String name, String initials) {
    assertThat(Initials.of(name)).isEqualTo(initials);
  }
}
