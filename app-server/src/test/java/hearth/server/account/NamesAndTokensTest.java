package hearth.server.account;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NamesAndTokensTest {
  @ParameterizedTest
  @CsvSource({"Ann,ANN", "Ａｎｎ,ann", "Straße,STRASSE", "ΣΊΣΥΦΟΣ,σίσυφος", "é,e\u0301", "ﬁn,fin"})
  void whatReadsAlikeIsOneName(String name, String same) {
    assertThat(NameKey.of(name)).isEqualTo(NameKey.of(same));
  }

  @ParameterizedTest
  @CsvSource({"Ann,Anna", "Renée,Renee", "李,里"})
  void whatReadsDifferentlyIsAnother(String name, String other) {
    assertThat(NameKey.of(name)).isNotEqualTo(NameKey.of(other));
  }

  @Test
  void aTokenShowsItselfToNobody() {
    DeviceToken token = new DeviceToken("h3a1Kc0y8ZpQm3uVnX5t9B2dEoJrWsLi7fGzTqNbYxU");
    assertThat(token.toString()).doesNotContain(token.text());
    assertThat(token.hash()).hasSize(32).isEqualTo(new DeviceToken(token.text()).hash());
    assertThat(token.hash()).isNotEqualTo(new DeviceToken("another").hash());
  }
}
