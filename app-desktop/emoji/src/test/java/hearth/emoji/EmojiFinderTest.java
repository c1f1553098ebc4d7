package hearth.emoji;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

class EmojiFinderTest {
  private final EmojiFinder finder = EmojiFinder.standard();

  @Test
  void everySequenceOfUnicodesListIsOnePicture() {
    for (String line : Resource.lines("sequences.txt")) {
      String[] fields = line.split("\t", 2);
      EmojiMatch whole = new EmojiMatch(0, fields[0].length(), Integer.parseInt(fields[1]));
      assertThat(matches(fields[0])).as(fields[0]).containsExactly(whole);
      assertThat(matches("x" + fields[0] + "é")).as(fields[0]).hasSize(1);
      assertThat(finder.countIfAlone(fields[0])).isOne();
    }
  }

  @Test
  void familiesFlagsAndKeycapsAreOnePictureEach() {
    for (String emoji :
        List.of(
            "👨‍👩‍👧‍👦",
            "🏳️‍🌈",
            "❤️‍🔥",
            "1️⃣",
            "#️⃣",
            "🇩🇪",
            "🏴󠁧󠁢󠁳󠁣󠁴󠁿",
            "👍🏽",
            "👩🏻‍🤝‍👨🏿")) {
      assertThat(found(emoji)).containsExactly(emoji);
    }
  }

  @Test
  void aSequenceIsFoundWithoutTheSelectorsWithinIt() {
    assertThat(found("🏳‍🌈")).containsExactly("🏳‍🌈");
    assertThat(found("👁‍🗨")).containsExactly("👁‍🗨");
    assertThat(found("5⃣")).containsExactly("5⃣");
  }

  @Test
  void whatMayBeTextIsAPictureOnlyWithTheEmojiSelector() {
    assertThat(found("❤ ☺ © 1 # ↔")).isEmpty();
    assertThat(found("❤️ ☺️ ©️ ↔️")).containsExactly("❤️", "☺️", "©️", "↔️");
    assertThat(found("1️ is a digit")).isEmpty();
  }

  @Test
  void theTextSelectorMakesAnEmojiText() {
    assertThat(found("⌚︎ ☺︎")).isEmpty();
    assertThat(found("⌚")).containsExactly("⌚");
  }

  @Test
  void aSequenceWithoutAPictureIsReadAsItsParts() {
    assertThat(found("👨‍🐸")).containsExactly("👨‍", "🐸");
    assertThat(found("🐸🏽")).containsExactly("🐸", "🏽");
    assertThat(found("🇽🇽🇩🇪")).containsExactly("🇩🇪");
    assertThat(found("🏴󠁡󠁡󠁿!")).containsExactly("🏴󠁡󠁡󠁿");
  }

  @Test
  void emojiAloneAreCounted() {
    assertThat(finder.countIfAlone("👍 👍🏽\n❤️")).isEqualTo(3);
    assertThat(finder.countIfAlone("👍 ok")).isZero();
    assertThat(finder.countIfAlone("")).isZero();
    assertThat(finder.countIfAlone("❤")).isZero();
  }

  @Test
  void noTextIsTooOdd() {
    int[] parts = {
      0x1F468, 0x200D, 0xFE0F, 0xFE0E, 0x1F3FD, 0x1F1E9, 0x31, 0x20E3, 0xE0067, 0x61, 0x2764
    };
    Random random = new Random(7);
    for (int round = 0; round < 20_000; round++) {
      StringBuilder text = new StringBuilder();
      for (int i = random.nextInt(12); i > 0; i--) {
        text.appendCodePoint(parts[random.nextInt(parts.length)]);
      }
      text.append(random.nextBoolean() ? "\uD83D" : "\uDC68"); // half a character
      int last = 0;
      for (EmojiMatch match : matches(text)) {
        assertThat(match.start()).isGreaterThanOrEqualTo(last);
        assertThat(match.end()).isBetween(match.start() + 1, text.length());
        last = match.end();
      }
    }
  }

  @Test
  void nothingIsFoundPastTheStretch() {
    assertThat(finder.first("a👍b", 0, 2)).isEmpty();
    assertThat(finder.first("👨‍👩‍👧", 0, 3)).contains(new EmojiMatch(0, 3, picture("👨")));
  }

  private int picture(String emoji) {
    return matches(emoji).getFirst().picture();
  }

  private List<String> found(String text) {
    return matches(text).stream().map(match -> text.substring(match.start(), match.end())).toList();
  }

  private List<EmojiMatch> matches(CharSequence text) {
    List<EmojiMatch> matches = new ArrayList<>();
    Optional<EmojiMatch> match = finder.first(text, 0, text.length());
    while (match.isPresent()) {
      matches.add(match.get());
      match = finder.first(text, match.get().end(), text.length());
    }
    return matches;
  }
}
