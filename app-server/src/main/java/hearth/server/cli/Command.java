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

/// A program's command line: its options, and how they are parsed. Immutable.
///
/// @param name what is typed before the options
/// @param usage the form of the whole line
/// @param description what the program is for, in a sentence
/// @param settings its options, in the order in which help lists them
/// @param further what help lists after them
public record Command(
    String name, String usage, String description, List<Setting> settings, List<Further> further) {
  private static final String HELP = "--help";
  private static final String SHORT_HELP = "-h";
  private static final String VERSION = "--version";
  private static final String SHORT_VERSION = "-V";

  private static final int OK = 0;
  private static final int USAGE_ERROR = 2;

  /// An argument that is not an option.
  public record Further(String label, String description) {}

  /// What a valid command line runs.
  @FunctionalInterface
  public interface Program {
    /// Runs, and returns the exit code.
    int run(Arguments arguments) throws UsageException;
  }

  /// Parses the arguments and runs the program. If they ask for help or the version, prints only
  /// that, whatever else stands before `--`.
  ///
  /// @return the exit code
  public int run(Program program, List<String> typed) {
    int dashes = typed.indexOf("--");
    List<String> beforeDashes = dashes < 0 ? typed : typed.subList(0, dashes);
    if (beforeDashes.contains(HELP) || beforeDashes.contains(SHORT_HELP)) {
      System.out.print(help());
      return OK;
    }
    if (beforeDashes.contains(VERSION) || beforeDashes.contains(SHORT_VERSION)) {
      System.out.println(Version.line());
      return OK;
    }
    try {
      return program.run(read(typed));
    } catch (UsageException invalid) {
      System.err.println(invalid.sentence());
      System.err.println("For all options: " + name + " " + HELP);
      return USAGE_ERROR;
    }
  }

  String help() {
    Help help = new Help(usage, description);
    settings.forEach(help::add);
    help.add(HELP + ", " + SHORT_HELP, "Prints this help.");
    help.add(VERSION + ", " + SHORT_VERSION, "Prints the version.");
    further.forEach(more -> help.add(more.label(), more.description()));
    return help.text();
  }

  Arguments read(List<String> typed) throws UsageException {
    try {
      CommandLine line = parser().parse(options(), typed.toArray(String[]::new));
      Map<String, List<String>> values = new HashMap<>();
      for (Option option : line.getOptions()) {
        values
            .computeIfAbsent(option.getLongOpt(), _ -> new ArrayList<>())
            .add(option.hasArg() ? option.getValue() : "");
      }
      for (Setting setting : settings) {
        if (!setting.repeatable() && values.getOrDefault(setting.name(), List.of()).size() > 1) {
          throw new UsageException(setting.typed() + " may be given only once.");
        }
      }
      return new Arguments(values, line.getArgList());
    } catch (UnrecognizedOptionException unknown) {
      throw new UsageException(unknown(unknown.getOption()), unknown);
    } catch (MissingArgumentException missing) {
      String option = "--" + missing.getOption().getLongOpt();
      throw new UsageException(option + " requires a value.", missing);
    } catch (ParseException otherwise) {
      throw new UsageException(String.valueOf(otherwise.getMessage()), otherwise);
    }
  }

  /// Accepts no abbreviated options, and leaves quotes alone: they are for the shell.
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
