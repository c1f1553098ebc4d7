package hearth.desktop.markdown;

import static org.assertj.core.api.Assertions.assertThat;

import hearth.desktop.richtext.FormattedText;
import hearth.desktop.richtext.Look;
import hearth.desktop.richtext.Section;
import hearth.protocol.UserId;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MarkdownTest {
  private static final MentionNames NAMES =
      user -> user == null ? "@all" : "@Person" + user.value();
  private static final int MOST = 4_000;
  private static final String ALPHABET = "*_~`[]()<>!-+#.1\\ \n\t>a:/&;\"'=é中א";

  @Test
  void marksBecomeLooks() {
    assertThat(looks("a **b** *c* _d_ ~~e~~ `f` ***g***"))
        .containsExactly("b:bold", "c:italic", "d:italic", "e:struck", "f:code", "g:bold+italic");
    assertThat(words("a **b** *c* _d_ ~~e~~ `f` ***g***")).isEqualTo("a b c d e f g");
    assertThat(looks("**a *b* c**")).containsExactly("a :bold", "b:bold+italic", " c:bold");
    assertThat(looks("`**a**`")).containsExactly("**a**:code");
  }

  @Test
  void mentionsHaveNames() {
    assertThat(looks("hello <@12>, <@all>!")).containsExactly("@Person12:bold", "@all:bold");
    assertThat(format("hello <@12>, <@all>!").spans())
        .extracting(span -> span.look().link())
        .containsExactly(MentionLink.to(new UserId(12)), null);
    assertThat(words("**<@1>** `<@2>`")).isEqualTo("@Person1 @Person2");
    for (String none :
        List.of("<@>", "<@x>", "<@0>", "<@12", "< @12>", "<@-1>", "<@12345678901234567>")) {
      assertThat(words(none)).isEqualTo(none);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "snake_case_name and 2 * 3 * 4",
        "2*3*4",
        "~5 or ~6",
        "¯\\(ツ)/¯ C:\\dir\\file \\\\server\\share",
        "# no heading",
        "one\n---\ntwo\n===\n***",
        "<b>bold</b> <!-- no --> <script>alert(1)</script> <?x?>",
        "&amp; &lt;b&gt; &#42;",
        "![picture](https://example.org/x.png)",
        "[words]: https://example.org\n\n[words]",
        "[words][other] [words][]",
        "[title](https://example.org \"more\")",
        "[run](javascript:alert(1)) [file](file:///etc/passwd) [here](other.html)"
            + " [m](mailto:a@b.c)",
        "<javascript:alert(1)> <file:///etc/passwd>",
        "[bank](https://bank.example@evil.example)",
        "[](https://example.org) [ ](https://example.org) [\u200b](https://example.org)",
        "a\n\n\n\nb <",
        "    four blanks <\n\ttab <",
        "a | b\n--|--\nc | d",
        "-5 degrees, +1, #1",
        "**",
        "_",
        "`",
        "[",
        "]",
        "(",
        "<",
        "~~",
      })
  void whatIsNoMarkIsShownAsItWasWritten(String source) {
    FormattedText shown = format(source);
    assertThat(shown.text()).isEqualTo(source);
    assertThat(shown.spans().stream().map(span -> span.look().link()).filter(l -> l != null))
        .isSubsetOf("https://example.org/x.png", "https://example.org");
  }

  @Test
  void aBackslashKeepsAMarkFromBeingOne() {
    assertThat(words("\\*a\\* \\`b\\` \\[c] \\> d")).isEqualTo("*a* `b` [c] > d");
    assertThat(looks("\\*a\\*")).isEmpty();
  }

  @Test
  void listsKeepTheirNumbersAndLines() {
    assertThat(words("- a\n* b\n+ c")).isEqualTo("• a\n• b\n• c");
    assertThat(words("7. a\n7. b\n1) c")).isEqualTo("7. a\n7. b\n1) c");
    assertThat(words("- a\n  - b\n    c\n\n\nd")).isEqualTo("• a\n• b\nc\n\n\nd");
    assertThat(format("- a\n  - b").sections())
        .containsExactly(new Section(0, 3, 0, 0, 2, false), new Section(4, 7, 0, 1, 2, false));
  }

  @Test
  void quotesMayBeWithinQuotes() {
    FormattedText shown = format("> a\n> b\n>\n> > c\n\nd");
    assertThat(shown.text()).isEqualTo("a\nb\n\nc\n\nd");
    assertThat(shown.sections())
        .containsExactly(new Section(0, 3, 1, 0, 0, false), new Section(5, 6, 2, 0, 0, false));
  }

  @Test
  void codeIsShownAsItIs() {
    FormattedText shown = format("see\n```java\n**a**\n\n  <b>\n```\nthere");
    assertThat(shown.text()).isEqualTo("see\n**a**\n\n  <b>\nthere");
    assertThat(shown.sections()).containsExactly(new Section(4, 16, 0, 0, 0, true));
    assertThat(words("```ls -la\nx\n```")).isEqualTo("ls -la\nx");
    assertThat(words("```\nnever closed")).isEqualTo("never closed");
    assertThat(words("``a ` b``")).isEqualTo("a ` b");
  }

  @Test
  void addressesAreLinks() {
    assertThat(links("https://a.org/__init__.py, http://b.org. (https://c.org/x_(y))"))
        .containsExactly("https://a.org/__init__.py", "http://b.org", "https://c.org/x_(y)");
    assertThat(links("www.a.org/b example.com a.net/b java.net readme.md x@example.com e.g. a.b"))
        .containsExactly("https://www.a.org/b", "https://example.com", "https://a.net/b");
    assertThat(links("看https://a.org/b。很好 **https://c.org** <https://d.org>"))
        .containsExactly("https://a.org/b", "https://c.org", "https://d.org");
    assertThat(links("hearth://192.168.1.20:7420 hearth://nothing here/else"))
        .containsExactly("hearth://192.168.1.20:7420", "hearth://nothing");
    assertThat(links("[words](https://a.org) [**b**](HTTP://B.org/C)"))
        .containsExactly("https://a.org", "http://b.org/C");
    assertThat(links("`https://a.org` https:// http://- http://a.org@b.org")).isEmpty();
  }

  @Test
  void anAddressWithinTheWordsOfALinkDoesNotLeadElsewhere() {
    assertThat(links("[https://bank.org](https://evil.org) [bank.com](https://evil.org)"))
        .containsExactly("https://evil.org", "https://evil.org");
  }

  @Test
  void plainTextsAreNotParsed() {
    assertThat(Markdown.isPlain("Hello, how are you? 你好！ It's 5:30 (or so).\nWell.")).isTrue();
    assertThat(Markdown.isPlain("1. a")).isFalse();
    assertThat(Markdown.isPlain("go to example.com")).isFalse();
    assertThat(Markdown.isPlain(" - a")).isFalse();
  }

  @Test
  void everyCharacterThatIsNoMarkIsShownOnceAndInOrder() {
    long seed = Long.getLong("hearth.fuzz.seed", System.nanoTime());
    Random random = new Random(seed);
    for (int i = 0; i < 20_000; i++) {
      String source = random(random, 1 + random.nextInt(80));
      FormattedText shown = format(source);
      assertThat(letters(shown.text()))
          .as("seed " + seed + ": " + source)
          .isEqualTo(letters(source));
      check(shown);
    }
  }

  private static void check(FormattedText shown) {
    int at = 0;
    for (var span : shown.spans()) {
      assertThat(span.start()).isBetween(at, span.end() - 1);
      at = span.end();
    }
    assertThat(at).isLessThanOrEqualTo(shown.text().length());
    at = 0;
    for (Section section : shown.sections()) {
      assertThat(section.start()).isBetween(at, section.end());
      at = section.end();
    }
    assertThat(at).isLessThanOrEqualTo(shown.text().length());
  }

  private static String random(Random random, int length) {
    int width = 3 + random.nextInt(ALPHABET.length() - 3);
    int from = random.nextInt(ALPHABET.length() - width + 1);
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < length; i++) {
      text.append(ALPHABET.charAt(from + random.nextInt(width)));
    }
    return text.toString();
  }

  private static String letters(String text) {
    return text.replaceAll("[^aé中א1]", "");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[",
        "*",
        "**a",
        "*a _b ",
        "`",
        "> ",
        "- ",
        "[a](",
        "![",
        "<",
        "~~a",
        "1. ",
        "*_",
        "](",
        "[a]()",
        "https://",
        "http://a.",
        "(",
        ".a",
        "a.com",
        "\\",
        "> - ",
        "www.",
        "```\n",
        "*a*",
        "***",
        "a**b",
        "[[]]",
        "&amp;",
        "-\n",
        "<!--",
        "x.com/)))",
        "\t- ",
        "`` ` ",
        "[a]: b\n",
        "a.b.",
        "http://[",
      })
  void theWorkIsBoundedForAnyText(String part) {
    String source = part.repeat(MOST / part.length() + 1).substring(0, MOST);
    long start = System.nanoTime();
    FormattedText shown = format(source);
    assertThat(System.nanoTime() - start).isLessThan(2_000_000_000L);
    assertThat(shown.text().length()).isLessThanOrEqualTo(2 * MOST);
    assertThat(shown.sections()).allMatch(section -> section.quotes() + section.steps() < 16);
    check(shown);
  }

  @Test
  void aTextOfNothingButLooksIsShownAsItWasWritten() {
    String source = "`a` ".repeat(1_000);
    assertThat(format(source)).isEqualTo(FormattedText.plain(source));
    assertThat(words("`a` ".repeat(100))).isEqualTo("a ".repeat(100));
  }

  private static List<String> links(String source) {
    return format(source).spans().stream()
        .filter(span -> span.look().link() != null)
        .map(span -> String.valueOf(span.look().link()))
        .toList();
  }

  private static List<String> looks(String source) {
    FormattedText shown = format(source);
    return shown.spans().stream()
        .map(span -> shown.text().substring(span.start(), span.end()) + ":" + name(span.look()))
        .toList();
  }

  private static String name(Look look) {
    return List.of(
            look.face().strong() ? "bold" : "",
            look.face().slanted() ? "italic" : "",
            look.face().code() ? "code" : "",
            look.struck() ? "struck" : "")
        .stream()
        .filter(word -> !word.isEmpty())
        .collect(Collectors.joining("+"));
  }

  private static FormattedText format(String source) {
    return Markdown.format(source, NAMES);
  }

  private static String words(String source) {
    return Markdown.words(source, NAMES);
  }
}
