package hearth.server.account;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class DeviceTokenTest {
  @Test
  void aTokenShowsItselfToNobody() {
    DeviceToken token = new DeviceToken("h3a1Kc0y8ZpQm3uVnX5t9B2dEoJrWsLi7fGzTqNbYxU");
    assertThat(token.toString()).doesNotContain(token.text());
    assertThat(token.hash()).hasSize(32).isEqualTo(new DeviceToken(token.text()).hash());
    assertThat(token.hash()).isNotEqualTo(new DeviceToken("another").hash());
  }
}
