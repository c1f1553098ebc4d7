package hearth.server.cli;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.cli.CommandLine;
import org.apache.commons.cli.DefaultParser;
import org.apache.commons.cli.MissingArgumentException;
import org.apache.commons.cli.Option;
import org.apache.commons.cli.Options;
import org.apache.commons.cli.ParseException;
import org.apache.commons.cli.UnrecognizedOptionException;

/// What may be said to a program, and how it is read. Immutable.
///
/// @param name what is typed before the options
/// @param usage the form of the whole line
/// @param does what the program is for, in a sentence
/// @param settings its options, in the order in which help lists them
/// @param further what help lists after them
public record Command(
    String name, String usage, String does, List<Setting> settings, List<Further> further) {
  static final String HELP = "--help";
  static final String SHORT_HELP = "-h";
  static final String VERSION = "--version";
  static final String SHORT_VERSION = "-V";

  private static final int OK = 0;
  private static final int MISTAKEN = 2;

  /// What may be typed and is no option.
  public record Further(String label, String does) {}

  /// What is done with a command line that has been understood.
  @FunctionalInterface
  public interface Program {
    /// The exit code of having done it.
    int run(Arguments arguments) throws MistakeException;
  }

  /// Runs a program with what was typed. Who asks for help or the version gets that alone, whatever
  /// else was typed before the two dashes.
  ///
  /// @return the exit code
  public int run(Program program, List<String> typed) {
    int dashes = typed.indexOf("--");
    List<String> ours = dashes < 0 ? typed : typed.subList(0, dashes);
    if (ours.contains(HELP) || ours.contains(SHORT_HELP)) {
      System.out.print(Help.of(this));
      return OK;
    }
    if (ours.contains(VERSION) || ours.contains(SHORT_VERSION)) {
      System.out.println(Version.line());
      return OK;
    }
    try {
      return program.run(read(typed));
    } catch (MistakeException mistake) {
      System.err.println(mistake.sentence());
      System.err.println("All that can be said: " + name + " " + HELP);
      return MISTAKEN;
    }
  }

  Arguments read(List<String> typed) throws MistakeException {
    try {
      CommandLine line = parser().parse(options(), typed.toArray(String[]::new));
      Map<String, List<String>> said = new HashMap<>();
      for (Option option : line.getOptions()) {
        said.computeIfAbsent(option.getLongOpt(), _ -> new ArrayList<>())
            .add(option.hasArg() ? option.getValue() : "");
      }
      for (Setting setting : settings) {
        if (!setting.repeatable() && said.getOrDefault(setting.name(), List.of()).size() > 1) {
          throw new MistakeException(setting.typed() + " may be said only once.");
        }
      }
      return new Arguments(said, line.getArgList());
    } catch (UnrecognizedOptionException unknown) {
      throw new MistakeException(unknown(unknown.getOption()), unknown);
    } catch (MissingArgumentException missing) {
      String option = "--" + missing.getOption().getLongOpt();
      throw new MistakeException(option + " wants a value.", missing);
    } catch (ParseException otherwise) {
      throw new MistakeException(String.valueOf(otherwise.getMessage()), otherwise);
    }
  }

  /// Neither guesses what a shortened option may mean nor takes quotes away, which are the shell's.
  private static DefaultParser parser() {
    return DefaultParser.builder()
        .setAllowPartialMatching(false)
        .setStripLeadingAndTrailingQuotes(false)
        .get();
  }

  private Options options() {
    Options options = new Options();
    for (Setting setting : settings) {
      options.addOption(Option.builder().longOpt(setting.name()).hasArg(!setting.isFlag()).get());
    }
    return options;
  }

  private String unknown(String typed) {
    int equals = typed.indexOf('=');
    String option = equals < 0 ? typed : typed.substring(0, equals);
    return settings.stream().anyMatch(setting -> setting.typed().equals(option))
        ? option + " takes no value."
        : "There is no option " + option + ".";
  }
}
