package hearth.client.link;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import org.java_websocket.enums.Role;
import org.java_websocket.exceptions.InvalidHandshakeException;
import org.junit.jupiter.api.Test;

class ClientDraftTest {
  private static final String ANSWER = "HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\n";

  @Test
  void framesThatComeWithTheHandshakeDoNotCountAsPartOfIt() throws Exception {
    ByteBuffer both = bytes(ANSWER + "\r\n" + "x".repeat(20_000));
    assertThat(draft().translateHandshake(both).getFieldValue("Upgrade")).isEqualTo("websocket");
    assertThat(both.remaining()).isEqualTo(20_000);
  }

  @Test
  void aHandshakeOfMoreThan16KilobytesIsRefused() {
    ByteBuffer endless = bytes(ANSWER + "X-More: and more\r\n".repeat(1_000));
    assertThatThrownBy(() -> draft().translateHandshake(endless))
        .isInstanceOf(InvalidHandshakeException.class);
  }

  private static ClientDraft draft() {
    ClientDraft draft = new ClientDraft();
    draft.setParseMode(Role.CLIENT);
    return draft;
  }

  private static ByteBuffer bytes(String text) {
    return ByteBuffer.wrap(text.getBytes(US_ASCII));
  }
}
