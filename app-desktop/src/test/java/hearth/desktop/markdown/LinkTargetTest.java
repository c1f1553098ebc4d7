package hearth.desktop.markdown;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LinkTargetTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "javascript:alert(1)",
        "file:///etc/passwd",
        "data:text/html,x",
        "ftp://example.org",
        "mailto:a@example.org",
        "vbscript:x",
        "https:example.org",
        "https:///etc",
        "https://",
        "https://a@b.org",
        "https://a.org\\@b.org",
        "https://a b.org",
        "https://a.org:99999999",
        "//example.org",
        "example.org",
        "hearth://",
        "hearth://a.org/nokey",
        " https://a.org",
        "-x",
      })
  void whatMayNotBeOpenedIsNoTarget(String written) {
    assertThat(LinkTarget.of(written)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "HTTPS://Example.ORG/Path?q=1#x, https://example.org/Path?q=1#x",
    "https://example.org/a|b, https://example.org/a%7Cb",
    "https://example.org/ä, https://example.org/%C3%A4",
    "https://bücher.de/x, https://xn--bcher-kva.de/x",
    "http://[::1]:8080/, http://[::1]:8080/",
    "http://localhost:8080, http://localhost:8080",
    "Hearth://Box.local:7420, hearth://box.local:7420",
  })
  void targetsAreInTheCharactersOfAddresses(String written, String opened) {
    assertThat(LinkTarget.of(written).orElseThrow().address()).isEqualTo(opened);
  }

  @Test
  void wordsThatAreAnotherAddressHideTheTarget() {
    LinkTarget target = LinkTarget.of("https://evil.org/login").orElseThrow();
    assertThat(target.isHiddenBehind("https://bank.org")).isTrue();
    assertThat(target.isHiddenBehind("bank.com")).isTrue();
    assertThat(target.isHiddenBehind("go to www.bank.org/login now")).isTrue();
    assertThat(target.isHiddenBehind("ｂａｎｋ．ｃｏｍ")).isTrue();
    assertThat(target.isHiddenBehind("ba\u200bnk.com")).isTrue();
    assertThat(target.isHiddenBehind("https://evil.org/login")).isFalse();
    assertThat(target.isHiddenBehind("the login page")).isFalse();
  }

  @Test
  void lettersThatLookLikeOthersHideTheTarget() {
    LinkTarget target = LinkTarget.of("https://аррle.com").orElseThrow();
    assertThat(target.host()).startsWith("xn--");
    assertThat(target.isHiddenBehind("https://аррle.com")).isTrue();
  }
}
