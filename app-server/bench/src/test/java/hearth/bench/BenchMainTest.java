package hearth.bench;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What the command line prints when it measures nothing.
class BenchMainTest {
  private final PrintStream standardOut = System.out;
  private final PrintStream standardErr = System.err;
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  @BeforeEach
  void capture() {
    System.setOut(new PrintStream(out, true, UTF_8));
    System.setErr(new PrintStream(err, true, UTF_8));
  }

  @AfterEach
  void restore() {
    System.setOut(standardOut);
    System.setErr(standardErr);
  }

  @Test
  void helpListsEveryOption() {
    assertThat(BenchMain.run("--help")).isZero();
    assertThat(out.toString(UTF_8))
        .startsWith("Usage: hearth-bench [OPTION]... [-- ARGUMENT...]")
        .contains("--members=N", "--connections=N", "--chats=N", "--senders=N", "--in-flight=N")
        .contains("--rate=N", "--idle", "--tls", "--disturbed", "--payload=BYTES")
        .contains("--warmup=SECONDS", "--seconds=SECONDS", "--server=HOST:PORT", "--jvm=OPTION")
        .contains("-- ARGUMENT...", "(default: 100)", "(default: one each)");
  }

  @Test
  void anImpossiblePlanIsOneSentence() {
    assertThat(mistake("--members", "x"))
        .startsWith("--members requires a whole number, not 'x'.")
        .contains("hearth-bench --help");
    assertThat(mistake("--members", "0")).startsWith("There must be at least one member.");
    assertThat(mistake("--payload", "9")).startsWith("A text has 10 to ");
    for (String server : new String[] {"here", "a b:1", "localhost:70000"}) {
      assertThat(mistake("--server", server)).startsWith("The server must be named as HOST:PORT.");
    }
  }

  private String mistake(String... arguments) {
    err.reset();
    assertThat(BenchMain.run(arguments)).isEqualTo(2);
    assertThat(out.toString(UTF_8)).isEmpty();
    return err.toString(UTF_8);
  }
}
