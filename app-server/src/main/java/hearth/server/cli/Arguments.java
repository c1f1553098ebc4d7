package hearth.server.cli;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// What was said on a command line, read as what it is meant to be. Immutable.
public final class Arguments {
  private final Map<String, List<String>> said;
  private final List<String> rest;

  /// @param said the values of each setting that was said, by its name; of a flag, an empty one
  /// @param rest what belongs to no setting
  Arguments(Map<String, List<String>> said, List<String> rest) {
    this.said = Map.copyOf(said);
    this.rest = List.copyOf(rest);
  }

  public boolean has(Setting setting) {
    return said.containsKey(setting.name());
  }

  /// All values of a setting, in the order in which they were said.
  public List<String> all(Setting setting) {
    return said.getOrDefault(setting.name(), List.of());
  }

  /// What belongs to no setting.
  public List<String> rest() {
    return rest;
  }

  /// The value that was said, or else the setting's own.
  public String text(Setting setting) {
    return has(setting) ? all(setting).getFirst() : setting.otherwise();
  }

  public Optional<Path> path(Setting setting) throws MistakeException {
    if (!has(setting)) {
      return Optional.empty();
    }
    try {
      return Optional.of(Path.of(text(setting)));
    } catch (InvalidPathException unfit) {
      throw unfit(setting, "wants a file or folder", unfit);
    }
  }

  public int whole(Setting setting) throws MistakeException {
    String text = text(setting);
    try {
      return Integer.parseInt(text);
    } catch (NumberFormatException unfit) {
      String wanted =
          text.matches("[+-]?\\d+")
              ? "wants a number from " + Integer.MIN_VALUE + " to " + Integer.MAX_VALUE
              : "wants a whole number";
      throw unfit(setting, wanted, unfit);
    }
  }

  public double decimal(Setting setting) throws MistakeException {
    try {
      return Double.parseDouble(text(setting));
    } catch (NumberFormatException unfit) {
      throw unfit(setting, "wants a number", unfit);
    }
  }

  /// One of several words, whatever its case.
  ///
  /// @param choices all of them
  public <E extends Enum<E>> E oneOf(Setting setting, E[] choices) throws MistakeException {
    for (E choice : choices) {
      if (choice.name().equalsIgnoreCase(text(setting))) {
        return choice;
      }
    }
    String names = Arrays.stream(choices).map(Enum::name).collect(Collectors.joining(" or "));
    throw new MistakeException(sentence(setting, "wants " + names));
  }

  private MistakeException unfit(Setting setting, String wanted, Throwable cause) {
    return new MistakeException(sentence(setting, wanted), cause);
  }

  private String sentence(Setting setting, String wanted) {
    return "%s %s, not '%s'.".formatted(setting.typed(), wanted, text(setting));
  }
}
