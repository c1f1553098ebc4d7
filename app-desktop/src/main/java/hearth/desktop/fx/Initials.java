package hearth.desktop.fx;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/// The letters on an avatar: the first letters of the first two words that start with a letter; one
/// character for Chinese, Japanese and Korean names.
final class Initials {
  private Initials() {}

  static String of(String name) {
    List<Integer> firsts =
        Arrays.stream(name.split("[\\s()\\[\\]/_.-]+"))
            .filter(word -> !word.isEmpty() && Character.isLetter(word.codePointAt(0)))
            .map(word -> word.codePointAt(0))
            .toList();
    if (firsts.isEmpty()) {
      return name.isEmpty() ? "" : Character.toString(name.codePointAt(0));
    }
    int first = firsts.getFirst();
    boolean alone = firsts.size() == 1 || isIdeographic(first) || isIdeographic(firsts.get(1));
    String letters = Character.toString(first) + (alone ? "" : Character.toString(firsts.get(1)));
    return letters.toUpperCase(Locale.ROOT);
  }

  private static boolean isIdeographic(int c) {
    return Character.isIdeographic(c)
        || Character.UnicodeScript.of(c) == Character.UnicodeScript.HANGUL
        || Character.UnicodeScript.of(c) == Character.UnicodeScript.HIRAGANA
        || Character.UnicodeScript.of(c) == Character.UnicodeScript.KATAKANA;
  }
}
