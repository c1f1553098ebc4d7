package hearth.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EmojiTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "👍",
        "❤️",
        "❤",
        "👍🏽",
        "👩‍👩‍👧‍👦",
        "🇩🇪",
        "🏴󠁧󠁢󠁳󠁣󠁴󠁿",
        "1️⃣",
        "#️⃣",
        "🫠",
        "©️",
        "🏳️‍🌈"
      })
  void oneEmojiIsAReaction(String emoji) {
    assertThat(Emoji.checked(emoji)).isEqualTo(emoji);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "a",
        "1",
        "#",
        "👍👍",
        "👍a",
        "ok",
        "\u200d",
        "\ufe0f",
        "🏽a",
        "é",
        "نعم",
        "👍\u202e",
        "\ud83d"
      })
  void anythingElseIsNot(String text) {
    assertThat(catchThrowableOfType(FaultException.class, () -> Emoji.checked(text)).fault())
        .isEqualTo(Fault.EMOJI_INVALID);
  }

  @ParameterizedTest
  @ValueSource(ints = {50, 500})
  void aChainOfJoinedEmojiIsBounded(int links) {
    String chain = "👩" + "\u200d👩".repeat(links);
    assertThat(catchThrowableOfType(FaultException.class, () -> Emoji.checked(chain)).fault())
        .isEqualTo(Fault.EMOJI_INVALID);
  }
}
