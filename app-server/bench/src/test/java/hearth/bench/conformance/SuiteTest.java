package hearth.bench.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class SuiteTest {
  /// So that the page and the suite cannot part: who changes a sentence looks at its case.
  @Test
  void everyCaseChecksASentenceThatThePageSays() throws IOException {
    String page = Files.readString(Path.of("..", "..", "shared", "PROTOCOL.md"));
    String words = page.replaceAll("\\s+", " ");
    assertThat(Suite.cases().stream().map(Case::sentence).filter(said -> !words.contains(said)))
        .as("sentences that the page does not say")
        .isEmpty();
  }

  @Test
  void noTwoCasesHaveTheSameTitle() {
    assertThat(Suite.cases()).extracting(Case::title).doesNotHaveDuplicates();
  }
}
