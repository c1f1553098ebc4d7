package hearth.server.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class CommandTest {
  private enum Colour {
    RED,
    GREEN
  }

  private static final Setting FOLDER = Setting.value("folder", "DIR", "Where");
  private static final Setting COUNT = Setting.value("count", "N", "How many").otherwise("3");
  private static final Setting SHARE = Setting.value("share", "N", "How much").otherwise("0.5");
  private static final Setting COLOUR = Setting.value("colour", "WORD", "Which").otherwise("RED");
  private static final Setting QUIET = Setting.flag("quiet", "Says nothing");
  private static final Setting EACH = Setting.repeatable("each", "TEXT", "Some");
  private static final Command COMMAND =
      new Command(
          "try",
          "try [OPTION]...",
          "Tries.",
          List.of(FOLDER, COUNT, SHARE, COLOUR, QUIET, EACH),
          List.of());

  @Test
  void whatIsNotSaidIsTheDefault() throws UsageException {
    Arguments said = read();
    assertThat(said.path(FOLDER)).isEmpty();
    assertThat(said.whole(COUNT)).isEqualTo(3);
    assertThat(said.decimal(SHARE)).isEqualTo(0.5);
    assertThat(said.oneOf(COLOUR, Colour.values())).isEqualTo(Colour.RED);
    assertThat(said.has(QUIET)).isFalse();
    assertThat(said.all(EACH)).isEmpty();
    assertThat(said.rest()).isEmpty();
  }

  @Test
  void aValueComesAfterABlankOrAnEqualsSign() throws UsageException {
    Arguments said = read("--folder", "a b", "--count=-7", "--share", "-.25", "--colour", "green");
    assertThat(said.path(FOLDER)).contains(Path.of("a b"));
    assertThat(said.whole(COUNT)).isEqualTo(-7);
    assertThat(said.decimal(SHARE)).isEqualTo(-0.25);
    assertThat(said.oneOf(COLOUR, Colour.values())).isEqualTo(Colour.GREEN);
    assertThat(read("--quiet").has(QUIET)).isTrue();
  }

  @Test
  void valuesMayLookLikeOptionsAndKeepTheirQuotes() throws UsageException {
    Arguments said = read("--each", "-Xmx1g", "--each=--x=y", "--each", "\"q\"", "--each=");
    assertThat(said.all(EACH)).containsExactly("-Xmx1g", "--x=y", "\"q\"", "");
  }

  @Test
  void whatComesAfterTwoDashesIsLeftAlone() throws UsageException {
    Arguments said = read("--quiet", "--", "--count", "x", "--", "--help");
    assertThat(said.rest()).containsExactly("--count", "x", "--", "--help");
    assertThat(said.whole(COUNT)).isEqualTo(3);
  }

  @Test
  void whatIsNoOptionIsSaid() {
    assertUsageError(() -> read("--nonsense"), "There is no option --nonsense.");
    assertUsageError(() -> read("--nonsense=5"), "There is no option --nonsense.");
    assertUsageError(() -> read("--coun", "5"), "There is no option --coun.");
    assertUsageError(() -> read("-x"), "There is no option -x.");
  }

  @Test
  void aValueTooFewOrTooManyIsSaid() {
    assertUsageError(() -> read("--count"), "--count requires a value.");
    assertUsageError(() -> read("--count", "--quiet"), "--count requires a value.");
    assertUsageError(() -> read("--quiet=yes"), "--quiet takes no value.");
    assertUsageError(() -> read("--count=1", "--count=2"), "--count may be given only once.");
    assertUsageError(() -> read("--quiet", "--quiet"), "--quiet may be given only once.");
  }

  @Test
  void aValueOfAnotherKindIsSaid() {
    assertUsageError(
        () -> read("--count", "1e3").whole(COUNT), "--count requires a whole number, not '1e3'.");
    assertUsageError(
        () -> read("--count=").whole(COUNT), "--count requires a whole number, not ''.");
    assertUsageError(
        () -> read("--count", "99999999999").whole(COUNT),
        "--count requires a number from -2147483648 to 2147483647, not '99999999999'.");
    assertUsageError(
        () -> read("--share", "x").decimal(SHARE), "--share requires a number, not 'x'.");
    assertUsageError(
        () -> read("--colour", "blue").oneOf(COLOUR, Colour.values()),
        "--colour requires RED or GREEN, not 'blue'.");
    assertUsageError(
        () -> read("--folder", "\0").path(FOLDER), "--folder requires a file or folder, not '\0'.");
  }

  @Test
  void helpNamesEveryOptionAndFitsATerminal() {
    assertThat(COMMAND.help())
        .isEqualTo(
            """
            Usage: try [OPTION]...
            Tries.
              --folder=DIR         Where.
              --count=N            How many (default: 3).
              --share=N            How much (default: 0.5).
              --colour=WORD        Which (default: RED).
              --quiet              Says nothing.
              --each=TEXT          Some.
              --help, -h           Prints this help.
              --version, -V        Prints the version.
            """);
  }

  private static Arguments read(String... typed) throws UsageException {
    return COMMAND.read(List.of(typed));
  }

  private static void assertUsageError(ThrowingCallable reading, String sentence) {
    assertThatThrownBy(reading).isInstanceOf(UsageException.class).hasMessage(sentence);
  }
}
