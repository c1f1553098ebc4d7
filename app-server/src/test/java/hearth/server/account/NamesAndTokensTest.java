package hearth.server.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
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
  void aTokenHas256BitsAndShowsThemToNobody() {
    SecureRandom random = new SecureRandom();
    DeviceToken token = DeviceToken.create(random);
    assertThat(token.text()).matches("[A-Za-z0-9_-]{43}");
    assertThat(token).isNotEqualTo(DeviceToken.create(random));
    assertThat(token.toString()).doesNotContain(token.text());
    assertThat(token.hash()).hasSize(32).isEqualTo(new DeviceToken(token.text()).hash());
  }
}
