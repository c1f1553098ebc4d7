package hearth.client.link;

import static org.assertj.core.api.Assertions.assertThat;

import hearth.protocol.Limits;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AddressTest {

  @ParameterizedTest
  @CsvSource({
    "192.168.1.20, 192.168.1.20:7420",
    "' 192.168.1.20:9000 ', 192.168.1.20:9000",
    "My-Laptop.local, my-laptop.local:7420",
    "hearth://host:1, host:1",
    "ws://host:2, ws://host:2",
    "[::1]:7421, [::1]:7421",
    "fe80::1, [fe80::1]:7420"
  })
  void anAddressIsUnderstoodAsPeopleTypeIt(String typed, String meant) {
    assertThat(Address.parse(typed)).map(Address::toString).contains(meant);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "a b",
        "host:0",
        "host:70000",
        "http://host",
        "host/short",
        "host:port",
        "://"
      })
  void whatCannotBeAnAddressIsNot(String typed) {
    assertThat(Address.parse(typed)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "hearth://",
        "hearth://192.168.1.20:7420/3fa0",
        "HEARTH://192.168.1.20:7420/3FA0 ",
        "192.168.1.20:7420/3fa0c"
      })
  void aLinkThatEndsTooEarlyIsKnownAsThat(String typed) {
    assertThat(Address.parse(typed)).isEmpty();
    assertThat(Address.isCutOff(typed)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "a b", "host", "http://host", "host/short", "hearth://a b", "://"})
  void whatIsWholeOrNoLinkIsNotCutOff(String typed) {
    assertThat(Address.isCutOff(typed)).isFalse();
  }

  @Test
  void aWholeLinkIsCutOffNowhereButInItsKey() {
    String link = "hearth://192.168.1.20:7420/" + "3fa0".repeat(16);
    assertThat(Address.isCutOff(link)).isFalse();
    for (int end = "hearth://192.168.1.20:7420/".length() + 1; end < link.length(); end++) {
      assertThat(Address.isCutOff(link.substring(0, end))).as(link.substring(0, end)).isTrue();
    }
  }

  @Test
  void theDefaultPortIsTheProtocols() {
    assertThat(Address.parse("host").orElseThrow().port()).isEqualTo(Limits.DEFAULT_PORT);
  }
}
