package hearth.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class AliasNameTest {
  @Test
  void aNameIsReadAsItIsWritten() {
    for (int number : new int[] {1, 2, 2_132}) {
      AliasName name = new AliasName("amber", "fox", number);
      assertThat(AliasName.of(name.english())).contains(name);
    }
    assertThat(new AliasName("amber", "fox", 1).english()).isEqualTo("Amber Fox");
    assertThat(new AliasName("amber", "fox", 2).english()).isEqualTo("Amber Fox 2");
  }

  @Test
  void wordsOfANewerServerAreNoName() {
    for (String other : new String[] {"", "Fox", "Amber Unicorn", "Amber Fox x", "Amber Fox "}) {
      assertThat(AliasName.of(other)).isEmpty();
    }
    assertThat(AliasName.of("Amber Fox 99999999999999999999")).isEmpty();
  }

  @Test
  void noWordStandsTwiceAndEveryNameIsOne() {
    assertThat(AliasName.ADJECTIVES).doesNotHaveDuplicates();
    assertThat(AliasName.ANIMALS).doesNotHaveDuplicates();
    for (String animal : AliasName.ANIMALS) {
      String name = new AliasName("fearless", animal, 99_999).english();
      assertThat(Checks.name(name)).isEqualTo(name);
    }
  }
}
