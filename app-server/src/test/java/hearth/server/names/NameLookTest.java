package hearth.server.names;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NameLookTest {
  @ParameterizedTest
  @CsvSource({"Ann,ANN", "Ａｎｎ,ann", "Straße,STRASSE", "ΣΊΣΥΦΟΣ,σίσυφος", "é,e\u0301", "ﬁn,fin"})
  void whatReadsAlikeIsOneName(String name, String same) {
    assertThat(NameKey.of(name)).isEqualTo(NameKey.of(same));
    assertThat(alike(name, same)).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "Ann,\u0410nn", // Cyrillic
    "Ann,A\u200dnn",
    "Ann,Ann\ufe0f",
    "Ann,A\u034fnn",
    "Ann,Ann\u3164",
    "Ann,Ann\u2800",
    "Ann,Ann\u00a0",
    "Bob,\u0412ob",
    "Bob,\u0412\u041e\u0412",
    "paul,\u0440\u0430ul",
    "Ilya,llya",
    "Paul,Pau1",
    "Bo,B0",
    "Al,AI",
    "Ai,AI",
    "modern,rnodern",
    "O’Brien,O'Brien",
    "می‌خواهم,میخواهم",
    "👩‍👩‍👧,👩👩👧",
    "❤️,❤",
    "🏴,🏴󠁺󠁺󠁺󠁺󠁺󠁿",
    "A󠁧,A"
  })
  void whatLooksAlikeIsOneName(String name, String same) {
    assertThat(alike(name, same)).isTrue();
    assertThat(alike(same, name)).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "Ann,Anna",
    "Renée,Renee",
    "李,里",
    "Al,Ai",
    "Ann Lee,AnnLee",
    "Мира,Мирра",
    "👍,👎",
    "🏴󠁧󠁢󠁥󠁮󠁧󠁿,🏴󠁧󠁢󠁳󠁣󠁴󠁿",
    "🏴󠁧󠁢󠁥󠁮󠁧󠁿,🏴"
  })
  void whatReadsDifferentlyIsAnother(String name, String other) {
    assertThat(NameKey.of(name)).isNotEqualTo(NameKey.of(other));
    assertThat(alike(name, other)).isFalse();
  }

  private static boolean alike(String name, String other) {
    NameLook one = NameLook.of(name);
    NameLook two = NameLook.of(other);
    return !Collections.disjoint(
        List.of(one.folded(), one.seen()), List.of(two.folded(), two.seen()));
  }
}
