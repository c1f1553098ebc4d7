package hearth.desktop.richtext;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class TextLayoutTest {
  private static final int MOST = Integer.MAX_VALUE;
  private static final int CODE_POINTS = 4_000;
  private static final double PICTURE = 18;

  private final long seed = Long.getLong("hearth.fuzz.seed", System.nanoTime());
  private final Random random = new Random(seed);

  /// Every character is 10 wide, marks and what is not seen have no width.
  private static final Shaper EVEN = new Even();

  @Test
  void wordsGoToTheNextLineAsWholes() {
    assertThat(lines("one two three", 80)).containsExactly("one two ", "three");
    assertThat(lines("one  two", 30)).containsExactly("one  ", "two");
    assertThat(lines("one two", 70)).containsExactly("one two");
    assertThat(lines("", 70)).containsExactly("");
    assertThat(lines("one\n\ntwo\r\n", 70)).containsExactly("one\n", "\n", "two\r\n", "");
  }

  @Test
  void aWordThatIsTooLongIsCutBetweenClusters() {
    assertThat(lines("abcdefgh", 30)).containsExactly("abc", "def", "gh");
    assertThat(lines("a abcdefgh", 30)).containsExactly("a ", "abc", "def", "gh");
    assertThat(lines("e\u0301e\u0301e\u0301", 20)).containsExactly("e\u0301e\u0301", "e\u0301");
    assertThat(lines("abc", 0)).containsExactly("a", "b", "c");
  }

  @Test
  void punctuationStaysWithItsWord() {
    assertThat(lines("你好，世界。", 20)).containsExactly("你", "好，", "世", "界。");
    assertThat(lines("说「好」了", 30)).containsExactly("说", "「好」", "了");
  }

  @Test
  void wordsAreKnownWithoutSpacesBetweenThem() {
    assertThat(lines("สวัสดีครับ", 60)).containsExactly("สวัสดี", "ครับ");
    assertThat(lines("བཀྲ་ཤིས་", 40)).hasSize(2).first().asString().endsWith("་");
    assertThat(lines("one\u200Btwo", 40)).containsExactly("one\u200B", "two");
    assertThat(lines("see a/b/c well-known", 70))
        .containsExactly("see a/", "b/c ", "well-", "known");
    assertThat(lines("at example.org", 110)).containsExactly("at ", "example.org");
  }

  @Test
  void picturesAreNeverCut() {
    List<Atom> atoms = List.of(new Atom(1, 6, true), new Atom(6, 11, true));
    TextLayout layout = TextLayout.of(FormattedText.plain("a1234512345"), atoms, EVEN, 20, MOST);
    assertThat(layout.lines()).extracting(Line::end).containsExactly(1, 6, 11);
    assertThat(layout.lines().get(1).pieces().getFirst()).isInstanceOf(Piece.Picture.class);
  }

  @Test
  void eachParagraphHasTheDirectionOfItsFirstLetter() {
    assertThat(sight("abc אבג def", 1000)).isEqualTo("abc |<אבג|> def");
    assertThat(sight("אבג abc דהו", 1000)).isEqualTo("< דהו|>abc|<אבג ");
    assertThat(sight("אבג 12:30!", 1000)).isEqualTo("<!|>12:30|<אבג ");
    assertThat(
            TextLayout.of(FormattedText.plain("אב"), List.of(), EVEN, 99, MOST)
                .lines()
                .getFirst()
                .rightToLeft())
        .isTrue();
  }

  @Test
  void whatIsNotSeenIsNotDrawn() {
    Stretch stretch = Stretch.of("a\u2067b\u200E\u202Ac\tx", 0, 8, false);
    assertThat(stretch.shown()).isEqualTo("abc    x");
    assertThat(stretch.shownIndex(2)).isEqualTo(1);
    assertThat(stretch.index(2)).isEqualTo(5);
    assertThat(stretch.index(8)).isEqualTo(8);
  }

  @Test
  void onlySoManyLinesAsAskedForEndInAnEllipsis() {
    TextLayout layout =
        TextLayout.of(FormattedText.plain("one two three four five"), List.of(), EVEN, 80, 2);
    assertThat(layout.cut()).isTrue();
    assertThat(layout.lines()).hasSize(2);
    List<Piece> pieces = layout.lines().getLast().pieces();
    assertThat(pieces.getLast()).isInstanceOf(Piece.Ellipsis.class);
    assertThat(layout.lines().getLast().width()).isLessThanOrEqualTo(80);
    assertThat(TextLayout.of(FormattedText.plain("one two"), List.of(), EVEN, 80, 1).cut())
        .isFalse();
  }

  @Test
  void anyTextIsLaidOutAtAnyWidth() {
    Corpus.texts().forEach((name, text) -> check(text, List.of(), 40 + random.nextInt(600)));
    for (int i = 0; i < 120; i++) {
      String text = Corpus.random(random, i < 6 ? CODE_POINTS : 1 + random.nextInt(300));
      check(text, i % 2 == 0 ? List.of() : atoms(text), random.nextInt(700));
    }
  }

  @Test
  void anyFormattedTextIsLaidOutAtAnyWidth() {
    for (int i = 0; i < 120; i++) {
      String text = Corpus.random(random, 1 + random.nextInt(300));
      check(formatted(text), List.of(), random.nextInt(700));
    }
  }

  /// Random spans and sections, the latter of whole paragraphs.
  private FormattedText formatted(String text) {
    List<Span> spans = new ArrayList<>();
    for (int at = random.nextInt(9); at < text.length(); at += 1 + random.nextInt(9)) {
      int end = Math.min(text.length(), at + 1 + random.nextInt(20));
      Face face = new Face(random.nextBoolean(), random.nextBoolean(), random.nextBoolean());
      spans.add(new Span(at, end, new Look(face, random.nextBoolean(), null)));
      at = end;
    }
    List<Section> sections = new ArrayList<>();
    int start = 0;
    for (int at = 0; at <= text.length(); at++) {
      if (at == text.length() || Characters.isBreak(text.charAt(at))) {
        if (random.nextBoolean()) {
          int hang = random.nextInt(1 + Math.min(3, at - start));
          boolean code = random.nextBoolean();
          sections.add(
              new Section(
                  start, at, random.nextInt(12), random.nextInt(12), code ? 0 : hang, code));
        }
        start = at + 1;
      }
    }
    return new FormattedText(text, spans, sections);
  }

  private List<Atom> atoms(String text) {
    List<Atom> atoms = new ArrayList<>();
    BreakIterator clusters = BreakIterator.getCharacterInstance();
    clusters.setText(text);
    for (int at = 0; at < text.length(); ) {
      int end = clusters.following(at);
      boolean breaks = text.substring(at, end).chars().anyMatch(c -> Characters.isBreak((char) c));
      if (!breaks && random.nextInt(5) == 0) {
        atoms.add(new Atom(at, end, true));
      }
      at = end;
    }
    return atoms;
  }

  private void check(String text, List<Atom> atoms, double width) {
    check(FormattedText.plain(text), atoms, width);
  }

  private void check(FormattedText content, List<Atom> atoms, double width) {
    String text = content.text();
    String what = "seed " + seed + ", width " + width + ", text " + content;
    TextLayout layout = TextLayout.of(content, atoms, EVEN, width, MOST);
    int at = 0;
    for (Line line : layout.lines()) {
      assertThat(line.start()).as(what).isEqualTo(at);
      List<Piece> logical =
          line.pieces().stream()
              .sorted((one, other) -> Integer.compare(one.start(), other.start()))
              .toList();
      for (Piece piece : logical) {
        assertThat(piece.start()).as(what).isEqualTo(at);
        assertThat(piece.end()).as(what).isGreaterThan(at);
        at = piece.end();
      }
      assertThat(text.substring(at, line.end()).chars().allMatch(TextLayoutTest::isHanging))
          .as(what)
          .isTrue();
      if (line.extent() > width + 0.1) {
        assertThat(clusters(text, line.start(), at)).as(what).isEqualTo(1);
      }
      double right = 0;
      for (Piece piece : line.pieces()) {
        assertThat(piece.x()).as(what).isEqualTo(right);
        right += piece.width();
      }
      assertThat(right).as(what).isEqualTo(line.width());
      at = line.end();
    }
    assertThat(at).as(what).isEqualTo(text.length());
  }

  private static boolean isHanging(int c) {
    return Characters.isBlank((char) c) || Characters.isBreak((char) c);
  }

  private static long clusters(String text, int start, int end) {
    BreakIterator clusters = BreakIterator.getCharacterInstance();
    clusters.setText(text.substring(start, end));
    long count = 0;
    while (clusters.next() != BreakIterator.DONE) {
      count++;
    }
    return count;
  }

  private static List<String> lines(String text, double width) {
    return TextLayout.of(FormattedText.plain(text), List.of(), EVEN, width, MOST).lines().stream()
        .map(line -> text.substring(line.start(), line.end()))
        .toList();
  }

  private static String sight(String text, double width) {
    return TextLayout.of(FormattedText.plain(text), List.of(), EVEN, width, MOST)
        .lines()
        .getFirst()
        .pieces()
        .stream()
        .map(piece -> direction(piece) + text.substring(piece.start(), piece.end()))
        .collect(Collectors.joining("|"))
        .replaceFirst("^>", "");
  }

  private static String direction(Piece piece) {
    return piece instanceof Piece.Words words && words.stretch().isRightToLeft() ? "<" : ">";
  }

  private static final class Even implements Shaper {
    @Override
    public Shaped shape(Stretch stretch, Face face) {
      return new Shaped() {
        @Override
        public double width() {
          return width(stretch.shown().length());
        }

        @Override
        public double edge(int index) {
          return width(stretch.shownIndex(index));
        }

        private double width(int end) {
          return stretch.shown().substring(0, end).codePoints().filter(Even::isWide).count() * 10.0;
        }
      };
    }

    private static boolean isWide(int c) {
      int type = Character.getType(c);
      return type != Character.NON_SPACING_MARK
          && type != Character.ENCLOSING_MARK
          && type != Character.FORMAT;
    }

    @Override
    public double pictureWidth() {
      return PICTURE;
    }
  }
}
