package hearth.desktop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hearth.client.link.Address;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class LaunchOptionsTest {
  private static final Address THERE = new Address("192.168.1.20", 7420);

  @Test
  void withoutWordsTheAppIsStartedByItself() {
    assertThat(LaunchOptions.of()).isEqualTo(new LaunchOptions(null, "", false, null));
  }

  @Test
  void aLinkNamesTheServerToJoin() {
    assertThat(LaunchOptions.of("hearth://192.168.1.20:7420/"))
        .isEqualTo(new LaunchOptions(THERE, "", false, null));
  }

  @Test
  void aLinkOfWhichTheEndIsMissingIsShownAsItIs() {
    String cut = "hearth://192.168.1.20:7420/0123456789ab";
    assertThat(LaunchOptions.of(cut)).isEqualTo(new LaunchOptions(null, cut, false, null));
  }

  @Test
  void aTrainingHasAFolderAndPerhapsAServer() {
    Path folder = Path.of("somewhere").toAbsolutePath();
    assertThat(LaunchOptions.of("--train-aot", "somewhere"))
        .isEqualTo(new LaunchOptions(null, "", false, folder));
    assertThat(LaunchOptions.of("--train-aot", "somewhere", "192.168.1.20:7420"))
        .isEqualTo(new LaunchOptions(THERE, "", false, folder));
  }

  @Test
  void hostingWithoutAWindowIsAskedForFirst() {
    assertThat(LaunchOptions.of("--host")).isEqualTo(new LaunchOptions(null, "", true, null));
    assertThat(LaunchOptions.of("--host", "192.168.1.20:7420"))
        .isEqualTo(new LaunchOptions(THERE, "", true, null));
    assertThat(LaunchOptions.of("--host", "--train-aot", "somewhere").host()).isTrue();
  }

  @Test
  void whatCannotBeUnderstoodIsAnsweredWithTheUsage() {
    for (String[] words :
        new String[][] {{"--train-aot"}, {"a b"}, {"one", "two"}, {"--train-aot", "x", "y", "z"}}) {
      assertThatThrownBy(() -> LaunchOptions.of(words))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("--train-aot FOLDER");
    }
  }
}
