package hearth.desktop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hearth.client.link.Address;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class ArgumentsTest {
  private static final Address THERE = new Address("192.168.1.20", 7420);

  @Test
  void withoutWordsTheAppIsStartedByItself() {
    assertThat(Arguments.of()).isEqualTo(new Arguments(null, null));
  }

  @Test
  void aLinkNamesTheServerToJoin() {
    assertThat(Arguments.of("hearth://192.168.1.20:7420/")).isEqualTo(new Arguments(THERE, null));
  }

  @Test
  void aRehearsalHasAFolderAndPerhapsAServer() {
    Path folder = Path.of("somewhere").toAbsolutePath();
    assertThat(Arguments.of("--rehearse", "somewhere")).isEqualTo(new Arguments(null, folder));
    assertThat(Arguments.of("--rehearse", "somewhere", "192.168.1.20:7420"))
        .isEqualTo(new Arguments(THERE, folder));
  }

  @Test
  void whatCannotBeUnderstoodIsAnsweredWithTheUsage() {
    for (String[] words :
        new String[][] {{"--rehearse"}, {"a b"}, {"one", "two"}, {"--rehearse", "x", "y", "z"}}) {
      assertThatThrownBy(() -> Arguments.of(words))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("--rehearse FOLDER");
    }
  }
}
