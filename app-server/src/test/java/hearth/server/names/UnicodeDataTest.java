package hearth.server.names;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.lang.UProperty;
import com.ibm.icu.text.Normalizer2;
import com.ibm.icu.text.SpoofChecker;
import com.ibm.icu.text.UnicodeSet;
import hearth.protocol.Emoji;
import hearth.protocol.Invisible;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// Our tables are Unicode's, as ICU4J carries them. For a newer version, raise ICU4J's, write the
/// file by `-Dhearth.confusables=FILE` on the JVM of this test, and raise [Confusables#UNICODE].
class UnicodeDataTest {
  private static final SpoofChecker UNICODE = new SpoofChecker.Builder().build();
  private static final Normalizer2 NFD = Normalizer2.getNFDInstance();

  @Test
  void everyEmojiThatUnicodeRecommendsCanBeAReaction() {
    Iterable<String> recommended = new UnicodeSet("[:RGI_Emoji:]");
    assertThat(recommended)
        .hasSizeGreaterThan(3_900)
        .allSatisfy(emoji -> assertThat(Emoji.checked(emoji)).isEqualTo(emoji));
  }

  @Test
  void theTableOfConfusablesIsUnicodes() throws IOException {
    String expected =
        """
        # Characters that look like others: a prototype, then those that look like it, in hexadecimal.
        # From the data of Unicode %s (UTS #39), https://www.unicode.org/Public/security/
        # Copyright (c) 1991-2025 Unicode, Inc., under https://www.unicode.org/license.txt
        """
                .formatted(Confusables.UNICODE)
            + lines();
    String file = System.getProperty("hearth.confusables");
    if (file != null) {
      Files.writeString(Path.of(file), expected, US_ASCII);
    }
    assertThat(resource()).isEqualTo(expected);
    assertThat(UCharacter.getUnicodeVersion().getMajor()).hasToString(Confusables.UNICODE);
  }

  private static String lines() {
    Map<String, StringBuilder> lines = new TreeMap<>();
    IntStream.rangeClosed(0, Character.MAX_CODE_POINT)
        .filter(c -> !isSurrogate(c) && !Invisible.isIgnorable(c))
        .mapToObj(Character::toString)
        .filter(NFD::isNormalized)
        .forEach(
            c -> {
              String prototype = UNICODE.getSkeleton(c);
              if (!prototype.equals(c)) {
                lines
                    .computeIfAbsent(hex(prototype), _ -> new StringBuilder())
                    .append(' ')
                    .append(hex(c));
              }
            });
    return lines.entrySet().stream()
        .map(line -> line.getKey() + ":" + line.getValue() + "\n")
        .collect(joining());
  }

  private static boolean isSurrogate(int c) {
    return c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE;
  }

  private static String hex(String text) {
    return text.codePoints().mapToObj("%04X"::formatted).collect(joining(" "));
  }

  private static String resource() throws IOException {
    try (InputStream in =
        requireNonNull(Confusables.class.getResourceAsStream("confusables.txt"))) {
      return new String(in.readAllBytes(), US_ASCII);
    }
  }

  @Test
  void whatIsIgnorableIsSoByUnicode() {
    assertThat(
            IntStream.rangeClosed(0, Character.MAX_CODE_POINT)
                .filter(
                    c ->
                        Invisible.isIgnorable(c)
                            != UCharacter.hasBinaryProperty(
                                c, UProperty.DEFAULT_IGNORABLE_CODE_POINT))
                .mapToObj("%04X"::formatted))
        .isEmpty();
  }
}
