package hearth.desktop.text;

import static org.assertj.core.api.Assertions.assertThat;

import hearth.protocol.AliasName;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class AliasTextTest {
  @AfterEach
  void english() {
    Language.ENGLISH.use();
  }

  @ParameterizedTest
  @EnumSource
  void everyWordIsSaidInEveryLanguageAndNoTwoAreTheSame(Language language) {
    language.use();
    assertThat(AliasText.words("alias.adjectives"))
        .hasSameSizeAs(AliasName.ADJECTIVES)
        .doesNotHaveDuplicates();
    assertThat(AliasText.words("alias.animals"))
        .hasSameSizeAs(AliasName.ANIMALS)
        .doesNotHaveDuplicates();
  }

  @Test
  void everyEnglishNameStaysAsItIs() {
    for (String adjective : AliasName.ADJECTIVES) {
      for (String animal : AliasName.ANIMALS) {
        String name = new AliasName(adjective, animal, 2).english();
        assertThat(AliasText.of(name)).isEqualTo(name);
      }
    }
  }

  @Test
  void aNameIsSaidWordByWord() {
    Language.SIMPLIFIED_CHINESE.use();
    assertThat(AliasText.of("Quiet Owl")).isEqualTo("安静猫头鹰");
    assertThat(AliasText.of("Quiet Owl 2")).isEqualTo("安静猫头鹰 2");
    Language.TRADITIONAL_CHINESE.use();
    assertThat(AliasText.of("Amber Fox")).isEqualTo("琥珀狐狸");
    assertThat(AliasText.of("Quantum Unicorn"))
        .as("of a newer server")
        .isEqualTo("Quantum Unicorn");
  }
}
