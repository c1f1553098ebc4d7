package hearth.desktop.text;

import hearth.protocol.AliasName;
import java.util.List;

/// The names of aliases in the language of the window: the words stand in the order in which the
/// protocol has them. Holds no state.
final class AliasText {
  private AliasText() {}

  /// A name that a server drew; one of words that this version does not know stays as it is.
  static String of(String english) {
    return AliasName.of(english).map(AliasText::of).orElse(english);
  }

  private static String of(AliasName alias) {
    String name =
        Messages.get(
            "alias.name",
            word("alias.adjectives", AliasName.ADJECTIVES.indexOf(alias.adjective())),
            word("alias.animals", AliasName.ANIMALS.indexOf(alias.animal())));
    return alias.number() == 1
        ? name
        : Messages.get("alias.numbered", name, Integer.toString(alias.number()));
  }

  private static String word(String key, int index) {
    return words(key).get(index);
  }

  /// All words of a key.
  static List<String> words(String key) {
    return List.of(Messages.get(key).split(" "));
  }
}
