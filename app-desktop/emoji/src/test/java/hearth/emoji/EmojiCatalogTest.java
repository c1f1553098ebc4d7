package hearth.emoji;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class EmojiCatalogTest {
  private final EmojiCatalog catalog = EmojiCatalog.standard();

  @Test
  void everyEmojiOfEveryGroupHasAPictureAndANameInEachTone() {
    for (EmojiGroup group : EmojiGroup.values()) {
      assertThat(catalog.of(group)).hasSizeGreaterThan(50);
    }
    for (NamedEmoji emoji : catalog.all()) {
      assertThat(emoji.name()).isNotBlank();
      assertThat(emoji.shortNames()).isNotEmpty().allMatch(name -> name.matches("[a-z0-9_+-]+"));
      assertThat(emoji.tones())
          .satisfiesAnyOf(
              tones -> assertThat(tones).isEmpty(), tones -> assertThat(tones).hasSize(5));
      for (SkinTone tone : SkinTone.values()) {
        assertThat(EmojiFinder.standard().countIfAlone(emoji.in(tone))).as(emoji.name()).isOne();
      }
    }
  }

  @Test
  void tonesAreThoseOfAllPeopleInIt() {
    assertThat(named("wave").in(SkinTone.DARK)).isEqualTo("👋🏿");
    assertThat(named("point_up").in(SkinTone.LIGHT)).isEqualTo("☝🏻");
    assertThat(named("couplekiss").in(SkinTone.MEDIUM)).isEqualTo("💏🏽");
    assertThat(named("heart").in(SkinTone.MEDIUM)).isEqualTo("❤️");
    assertThat(catalog.all().stream().filter(emoji -> !emoji.tones().isEmpty()))
        .hasSizeGreaterThan(300);
  }

  @Test
  void theUsualShortNamesAreKnown() {
    assertThat(named("smile").characters()).isEqualTo("😄");
    assertThat(named("+1").characters()).isEqualTo("👍");
    assertThat(named("-1").characters()).isEqualTo("👎");
    assertThat(named("thumbsup").characters()).isEqualTo("👍");
    assertThat(named("TADA").characters()).isEqualTo("🎉");
    assertThat(catalog.named("no_such_emoji")).isEmpty();
  }

  @Test
  void searchFindsTheBestFirst() {
    assertThat(found("heart")).startsWith("❤️");
    assertThat(found("smile")).startsWith("😄");
    assertThat(found("Germany")).startsWith("🇩🇪");
    assertThat(found("red heart")).startsWith("❤️");
    assertThat(found("lol")).contains("😂");
    assertThat(found("   ")).isEmpty();
    assertThat(found("xyzzy")).isEmpty();
    assertThat(catalog.search("a", 8)).hasSize(8);
  }

  @Test
  void chineseWordsFindInBothScriptsAndEnglishOnesToo() {
    EmojiCatalog simplified = EmojiCatalog.in(Locale.SIMPLIFIED_CHINESE);
    EmojiCatalog traditional = EmojiCatalog.in(Locale.TRADITIONAL_CHINESE);
    assertThat(simplified.search("红心", 20)).extracting(NamedEmoji::characters).contains("❤️");
    assertThat(traditional.search("紅心", 20)).extracting(NamedEmoji::characters).contains("♥️");
    assertThat(simplified.search("cat", 20)).extracting(NamedEmoji::characters).contains("🐱");
    assertThat(simplified.of("🐱").orElseThrow().name()).isEqualTo("猫脸");
    assertThat(EmojiCatalog.in(Locale.GERMAN)).isSameAs(EmojiCatalog.standard());
    assertThat(EmojiCatalog.in(Locale.forLanguageTag("zh-Hant"))).isSameAs(traditional);
    assertThat(simplified.all()).hasSameSizeAs(traditional.all()).hasSameSizeAs(catalog.all());
    assertThat(traditional.all()).noneMatch(emoji -> emoji.name().isBlank());
  }

  private NamedEmoji named(String shortName) {
    return catalog.named(shortName).orElseThrow();
  }

  private List<String> found(String text) {
    return catalog.search(text, 20).stream().map(NamedEmoji::characters).toList();
  }
}
