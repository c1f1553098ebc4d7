package hearth.server;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What a person is answered who starts nothing.
class ServerMainTest {
  private static final int TERMINAL = 80;

  private final PrintStream standardOut = System.out;
  private final PrintStream standardErr = System.err;
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  @BeforeEach
  void listen() {
    System.setOut(new PrintStream(out, true, UTF_8));
    System.setErr(new PrintStream(err, true, UTF_8));
  }

  @AfterEach
  void giveBack() {
    System.setOut(standardOut);
    System.setErr(standardErr);
  }

  @Test
  void theServersHelpNamesAllThereIs() {
    assertThat(help("--help"))
        .startsWith("Usage: hearth-server [OPTION]...\n")
        .contains("--data=DIR", "--bind=ADDR", "--name=TEXT", "--cert=FILE", "--key=FILE")
        .contains("--connections-of-address=N", "--durability=WORD", "--plain", "--no-limits")
        .contains(
            "--owner=NAME", "--people=N", "--joins-of-address=N", "--chats=N", "--memberships=N")
        .contains("--chats-of-person=N", "(default: 300)", "(default: 10000)", "(default: 5000)")
        .contains("--port=N", "The port to listen on, 0 for any free port", "7420).")
        .contains("(default: Hearth)", "(default: 4096)", "(default: FULL)")
        .contains("--help, -h", "--version, -V");
  }

  @Test
  void whoAsksForHelpGetsItWhateverElseIsSaid() {
    assertThat(help("--port", "x", "--nonsense", "--help")).startsWith("Usage: hearth-server ");
  }

  @Test
  void theVersionIsOneLine() {
    for (String[] asked : new String[][] {{"--version"}, {"-V"}, {"--plain", "--version"}}) {
      assertThat(ServerMain.run(asked)).isZero();
      assertThat(said(out)).matches("Hearth \\d+\\.\\d+\\.\\d+\\R");
    }
  }

  @Test
  void aMistakeIsASentenceAndWhereToReadOn() {
    assertThat(mistake("--nonsense"))
        .isEqualTo(
            """
            There is no option --nonsense.
            For all options: hearth-server --help
            """);
    assertThat(mistake("--port", "x"))
        .isEqualTo(
            """
            --port requires a whole number, not 'x'.
            For all options: hearth-server --help
            """);
  }

  @Test
  void whatTheServerCannotBeToldIsSaid() {
    assertThat(mistake("--durability", "maybe"))
        .startsWith("--durability requires FULL or NORMAL, not 'maybe'.");
    assertThat(mistake("--cert", "a.pem")).startsWith("--cert and --key must be used together.");
    assertThat(mistake("--key", "a.pem")).startsWith("--cert and --key must be used together.");
    for (String[] misplaced : new String[][] {{"start"}, {"--plain", "start"}}) {
      assertThat(mistake(misplaced)).startsWith("'start' is not an option.");
    }
  }

  private String help(String... typed) {
    String help = answer(0, () -> ServerMain.run(typed), out);
    assertThat(help.lines()).allMatch(line -> line.length() < TERMINAL);
    return help;
  }

  private String mistake(String... typed) {
    String sentence = answer(2, () -> ServerMain.run(typed), err);
    assertThat(said(out)).isEmpty();
    return sentence;
  }

  private static String answer(int code, Supplier<Integer> run, ByteArrayOutputStream stream) {
    assertThat(run.get()).isEqualTo(code);
    return said(stream);
  }

  private static String said(ByteArrayOutputStream stream) {
    String said = stream.toString(UTF_8);
    stream.reset();
    return said.replace(System.lineSeparator(), "\n");
  }
}
