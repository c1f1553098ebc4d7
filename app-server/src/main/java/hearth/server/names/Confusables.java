package hearth.server.names;

import static java.nio.charset.StandardCharsets.US_ASCII;

import hearth.protocol.Emoji;
import hearth.protocol.Invisible;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.Objects;

/// Which characters look like others, by Unicode's data. Strings with the same skeleton can be
/// taken for each other: https://www.unicode.org/reports/tr39/#Confusable_Detection. Read when it
/// is first needed; immutable.
final class Confusables {
  /// The version of the data.
  static final String UNICODE = "17";

  private static final String FILE = "confusables.txt";
  private static final Confusables DATA = read();

  /// The characters that look like others, ascending, and what each looks like.
  private final int[] characters;

  private final String[] prototypes;

  private Confusables(int[] characters, String[] prototypes) {
    this.characters = characters;
    this.prototypes = prototypes;
  }

  /// The text with each character replaced by the one it looks like, without invisible ones. Flags
  /// that differ in their tags look different.
  static String skeleton(String text) {
    StringBuilder skeleton = new StringBuilder();
    Normalizer.normalize(Emoji.withVisibleTags(text), Normalizer.Form.NFD)
        .codePoints()
        .filter(c -> !Invisible.isIgnorable(c) && !Invisible.isBlank(c))
        .forEach(c -> DATA.append(skeleton, c));
    return Normalizer.normalize(skeleton, Normalizer.Form.NFD);
  }

  private void append(StringBuilder skeleton, int c) {
    int place = Arrays.binarySearch(characters, c);
    if (place < 0) {
      skeleton.appendCodePoint(c);
    } else {
      skeleton.append(prototypes[place]);
    }
  }

  /// Each line is a prototype and the characters that look like it, in hexadecimal digits: `0072
  /// 006E: 006D 118E3`.
  private static Confusables read() {
    try (var in = Objects.requireNonNull(Confusables.class.getResourceAsStream(FILE));
        var lines = new BufferedReader(new InputStreamReader(in, US_ASCII))) {
      record Pair(int character, String prototype) {}
      Pair[] pairs =
          lines
              .lines()
              .filter(line -> !line.startsWith("#"))
              .flatMap(
                  line -> {
                    int colon = line.indexOf(':');
                    String prototype = text(line.substring(0, colon));
                    return text(line.substring(colon + 2))
                        .codePoints()
                        .mapToObj(c -> new Pair(c, prototype));
                  })
              .sorted((a, b) -> Integer.compare(a.character, b.character))
              .toArray(Pair[]::new);
      return new Confusables(
          Arrays.stream(pairs).mapToInt(Pair::character).toArray(),
          Arrays.stream(pairs).map(Pair::prototype).toArray(String[]::new));
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  private static String text(String hexadecimal) {
    StringBuilder text = new StringBuilder();
    for (String digits : hexadecimal.split(" ", -1)) {
      text.appendCodePoint(Integer.parseInt(digits, 16));
    }
    return text.toString();
  }
}
