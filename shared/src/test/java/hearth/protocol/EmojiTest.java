package hearth.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import org.junit.jupiter.api.Test;
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
        "🏳️‍🌈",
        "👩🏽‍🚀",
        "👩‍❤️‍💋‍👨",
        "🐦‍⬛",
        "🏴‍☠️"
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
        "\ud83d",
        "👍\u200d",
        "👍\u200d\u200d",
        "👍\ufe0f\ufe0f",
        "\u200d👍",
        "👩\u200d\u200d👩",
        "❤\ufe0e",
        "🇩",
        "🇩🇪\u200d",
        "1\ufe0f",
        "1\u20e3\u200d",
        "🏴\udb40\udc67\udb40\udc7f",
        "👍\udb40\udc67\udb40\udc62\udb40\udc65\udb40\udc6e\udb40\udc67\udb40\udc7f"
      })
  void anythingElseIsNot(String text) {
    assertThat(catchThrowableOfType(FaultException.class, () -> Emoji.checked(text)).fault())
        .isEqualTo(Fault.EMOJI_INVALID);
  }

  @Test
  void whatAnEarlierVersionTookCanBeTakenBack() {
    String once = "👍\u200d";
    assertThat(new Action.React(1, once, false).checked().emoji()).isEqualTo(once);
    assertThat(new Action.React(1, once, true).emoji()).isEqualTo(once);
    assertThat(
            catchThrowableOfType(
                    FaultException.class, () -> new Action.React(1, once, true).checked())
                .fault())
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
