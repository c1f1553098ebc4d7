package hearth.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import java.util.UUID;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ChecksTest {

  @Test
  void aNameLosesItsOuterBlanksAndDoubledInnerOnes() {
    assertThat(join("  Mira \t Novak ")).isEqualTo("Mira Novak");
  }

  @ParameterizedTest
  @ValueSource(strings = {"陈伟", "Zoë", "👩‍👩‍👧", "O’Brien-2", "می‌خواهم"})
  void namesOfAllScriptsAreFit(String name) {
    assertThat(join(name)).isEqualTo(name);
  }

  @ParameterizedTest
  @ValueSource(strings = {"a\u0000", "a\u202eb", "\u2066a", "\ud800", "a\u200fb", "\ue000"})
  void namesThatCannotBeShownOrDeceiveAreNot(String name) {
    assertThat(faultOf(() -> join(name))).isEqualTo(Fault.NAME_CHARACTERS);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "👩‍👩‍👧",
        "❤️ Ann",
        "1️⃣",
        "🏴\udb40\udc67\udb40\udc62\udb40\udc7f",
        "🏳️‍🌈",
        "👩🏽‍🔧",
        "می‌خواهم",
        "क्‍ष",
        "葛󠄀"
      })
  void emojiAndScriptsThatNeedInvisibleCharactersKeepThem(String name) {
    assertThat(join(name)).isEqualTo(name);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "A\u200dnn",
        "Ann\u200c",
        "Ann\ufe0f",
        "A\u034fnn",
        "\u115fAnn",
        "An\u3164n",
        "Ann\uffa0",
        "Ann\u2800",
        "\u00a0Ann\u202f",
        "Ann\udb40\udc61",
        "\u180bAnn",
        "A\u17b4nn"
      })
  void invisibleCharactersThatDoNothingAreTakenOutOfAName(String name) {
    assertThat(join(name)).isEqualTo("Ann");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\u200d",
        "\ufe0f",
        "\u034f",
        "\udb40\udc61",
        "\u3164",
        "\u2800",
        "\uffa0",
        "\u00a0",
        "\u115f \u1160",
        "\ud834\udd59",
        "\u180e",
        "\ufeff",
        "\u00ad",
        "\u0301"
      })
  void aNameOfInvisibleCharactersIsNone(String name) {
    assertThat(faultOf(() -> join(name))).isIn(Fault.NAME_EMPTY, Fault.NAME_CHARACTERS);
  }

  @Test
  void marksDoNotPileUpInAName() {
    assertThat(join("Ngu\u031b\u0302\u0303")).hasSize(6);
    assertThat(faultOf(() -> join("A" + "\u0301".repeat(5)))).isEqualTo(Fault.NAME_CHARACTERS);
  }

  @ParameterizedTest
  @ValueSource(strings = {"\u2800", "\u3164", "a\u0301\u0302\u0303\u0304\u0305", "\u200d"})
  void aNameThatWasTakenOnceStaysTaken(String name) {
    assertThat(ServerInfo.chosenName(name)).isEqualTo(name);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "  ", "\n\t"})
  void aNameIsNeeded(String name) {
    assertThat(faultOf(() -> join(name))).isEqualTo(Fault.NAME_EMPTY);
  }

  @Test
  void lengthsAreCountedInCodePoints() {
    assertThat(join("🎉".repeat(Limits.NAME))).hasSize(2 * Limits.NAME);
    assertThat(faultOf(() -> join("a".repeat(Limits.NAME + 1)))).isEqualTo(Fault.NAME_TOO_LONG);
    assertThat(post("🎉".repeat(Limits.TEXT))).hasSize(2 * Limits.TEXT);
    assertThat(faultOf(() -> post("a".repeat(Limits.TEXT + 1)))).isEqualTo(Fault.TEXT_TOO_LONG);
  }

  @Test
  void aTextKeepsItsInnerShape() {
    assertThat(post("\n  one\r\n\r\ttwo \n")).isEqualTo("one\n\n\ttwo");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " \n ",
        "\u200b",
        "\u202e \u2066",
        "\u3164",
        "\u2800 \u2800",
        "\ufe0f",
        "\u034f",
        "\uffa0\u115f",
        "\u00a0"
      })
  void aTextNeedsSomethingToSee(String text) {
    assertThat(faultOf(() -> post(text))).isEqualTo(Fault.TEXT_EMPTY);
  }

  @ParameterizedTest
  @ValueSource(strings = {"x\u3164", "👩‍👩‍👧 \u2800 می‌خواهم", "\u3164👍"})
  void aTextKeepsWhatIsInvisibleInIt(String text) {
    assertThat(post(text)).isEqualTo(text);
  }

  @Test
  void whatHasNoFormOnAScreenStaysVisibleInATextAsAReplacement() {
    assertThat(post("a\u0000b\u001bc\ud800")).isEqualTo("a\ufffdb\ufffdc\ufffd");
  }

  @Test
  void aGroupIsBounded() {
    List<UserId> many = java.util.Collections.nCopies(Limits.MEMBERS + 1, new UserId(2));
    assertThat(faultOf(() -> new Request.CreateGroup(SEND_ID, "x", many)))
        .isEqualTo(Fault.MEMBERS_TOO_MANY);
  }

  @Test
  void aSendIdIsAUuidOfVersionSevenThatSortsByTime() {
    RandomGenerator random = RandomGenerator.getDefault();
    UUID early = SendId.create(1_790_000_000_000L, random).value();
    UUID late = SendId.create(1_790_000_000_001L, random).value();
    assertThat(early.version()).isEqualTo(7);
    assertThat(early.variant()).isEqualTo(2);
    assertThat(early.toString()).isLessThan(late.toString());
    assertThat(early.getMostSignificantBits() >>> 16).isEqualTo(1_790_000_000_000L);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "x", "1-1-1-1-1", "0199e1a2-7b1c-7000-8000-00000000002a "})
  void onlyTheCanonicalFormIsASendId(String text) {
    assertThat(faultOf(() -> SendId.parse(text))).isEqualTo(Fault.PARAMS_INVALID);
  }

  private static final SendId SEND_ID = SendId.create(0, RandomGenerator.getDefault());

  private static String join(String name) {
    return new Request.Join(name, "x".repeat(Limits.TOKEN_MIN)).name();
  }

  private static String post(String text) {
    return new Content.Text(text).checked().text();
  }

  private static Fault faultOf(org.assertj.core.api.ThrowableAssert.ThrowingCallable made) {
    return catchThrowableOfType(FaultException.class, made).fault();
  }
}
