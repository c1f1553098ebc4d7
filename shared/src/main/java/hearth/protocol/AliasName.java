package hearth.protocol;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;

/// A name under which somebody is in a masked chat: an adjective and an animal, as "Amber Fox". A
/// server draws it in English; a client may say it in its own language, word by word.
///
/// @param number what tells it from another with the same words; 1 for the first, which has none
public record AliasName(String adjective, String animal, int number) {
  /// The adjectives, as their keys: colours and what says nothing bad of anybody.
  public static final List<String> ADJECTIVES =
      words(
          """
          amber azure bold brave bright calm cheerful clever coral crimson crystal curious dapper
          eager emerald fearless gentle golden happy honest indigo ivory jade jolly kind lively
          lucky lunar mellow merry misty noble patient polite proud quick quiet ruby silver sunny
          """);

  /// The animals, as their keys.
  public static final List<String> ANIMALS =
      words(
          """
          badger bear beaver bee bison butterfly camel cat crane deer dolphin dove dragonfly duck
          eagle elephant falcon fox frog giraffe goose hamster hare hedgehog heron horse kangaroo
          kingfisher koala lark lion lynx otter owl panda parrot peacock penguin rabbit raccoon raven
          robin seal sparrow squirrel stork swallow swan tiger turtle whale wolf
          """);

  private static List<String> words(String list) {
    return List.of(list.strip().split("\\s+"));
  }

  /// The name in English, as it is told.
  public String english() {
    String name = capital(adjective) + " " + capital(animal);
    return number == 1 ? name : name + " " + number;
  }

  /// The words of a name; empty for one of words that this version does not know.
  public static Optional<AliasName> of(String english) {
    String[] parts = english.split(" ", 3);
    if (parts.length < 2) {
      return Optional.empty();
    }
    String adjective = parts[0].toLowerCase(Locale.ROOT);
    String animal = parts[1].toLowerCase(Locale.ROOT);
    OptionalInt number = parts.length == 2 ? OptionalInt.of(1) : number(parts[2]);
    boolean known = ADJECTIVES.contains(adjective) && ANIMALS.contains(animal);
    return known && number.isPresent()
        ? Optional.of(new AliasName(adjective, animal, number.getAsInt()))
        : Optional.empty();
  }

  private static OptionalInt number(String digits) {
    boolean fits = digits.length() < 10 && digits.chars().allMatch(c -> c >= '0' && c <= '9');
    return fits && !digits.isEmpty()
        ? OptionalInt.of(Integer.parseInt(digits))
        : OptionalInt.empty();
  }

  private static String capital(String word) {
    return word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
  }
}
