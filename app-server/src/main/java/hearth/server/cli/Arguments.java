package hearth.server.cli;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// A parsed command line: the values of its options, and the remaining arguments. Immutable.
public final class Arguments {
  private final Map<String, List<String>> values;
  private final List<String> rest;

  /// @param values the values of each given option, by its name; of a flag, an empty one
  /// @param rest the other arguments
  Arguments(Map<String, List<String>> values, List<String> rest) {
    this.values = Map.copyOf(values);
    this.rest = List.copyOf(rest);
  }

  public boolean has(Setting setting) {
    return values.containsKey(setting.name());
  }

  /// All values of an option, in order.
  public List<String> all(Setting setting) {
    return values.getOrDefault(setting.name(), List.of());
  }

  /// The arguments that are not options.
  public List<String> rest() {
    return rest;
  }

  /// The given value, or the default.
  public String text(Setting setting) {
    return has(setting) ? all(setting).getFirst() : setting.defaultValue();
  }

  public Optional<Path> path(Setting setting) throws UsageException {
    if (!has(setting)) {
      return Optional.empty();
    }
    try {
      return Optional.of(Path.of(text(setting)));
    } catch (InvalidPathException invalid) {
      throw invalid(setting, "requires a file or folder", invalid);
    }
  }

  public int whole(Setting setting) throws UsageException {
    String text = text(setting);
    try {
      return Integer.parseInt(text);
    } catch (NumberFormatException invalid) {
      String wanted =
          text.matches("[+-]?\\d+")
              ? "requires a number from " + Integer.MIN_VALUE + " to " + Integer.MAX_VALUE
              : "requires a whole number";
      throw invalid(setting, wanted, invalid);
    }
  }

  /// A whole number that is not negative.
  public int count(Setting setting) throws UsageException {
    int number = whole(setting);
    if (number < 0) {
      throw new UsageException(sentence(setting, "requires a number from 0"));
    }
    return number;
  }

  public double decimal(Setting setting) throws UsageException {
    try {
      return Double.parseDouble(text(setting));
    } catch (NumberFormatException invalid) {
      throw invalid(setting, "requires a number", invalid);
    }
  }

  /// One of several words, in upper or lower case.
  ///
  /// @param choices all of them
  public <E extends Enum<E>> E oneOf(Setting setting, E[] choices) throws UsageException {
    for (E choice : choices) {
      if (choice.name().equalsIgnoreCase(text(setting))) {
        return choice;
      }
    }
    String names = Arrays.stream(choices).map(Enum::name).collect(Collectors.joining(" or "));
    throw new UsageException(sentence(setting, "requires " + names));
  }

  private UsageException invalid(Setting setting, String wanted, Throwable cause) {
    return new UsageException(sentence(setting, wanted), cause);
  }

  private String sentence(Setting setting, String wanted) {
    return "%s %s, not '%s'.".formatted(setting.typed(), wanted, text(setting));
  }
}
