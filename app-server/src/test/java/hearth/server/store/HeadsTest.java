package hearth.server.store;

import static org.assertj.core.api.Assertions.assertThat;

import hearth.protocol.ChatId;
import org.junit.jupiter.api.Test;

class HeadsTest {
  private static final ChatId CHAT = new ChatId(1);

  private final Heads heads = new Heads();

  @Test
  void aChatBeginsAtNothing() {
    assertThat(heads.of(CHAT)).isZero();
  }

  @Test
  void whatIsRolledBackNeverWas() {
    heads.load(CHAT, 5, 0);
    heads.advance(CHAT, 6);
    assertThat(heads.of(CHAT)).isEqualTo(6);
    heads.rollBack();
    assertThat(heads.of(CHAT)).isEqualTo(5);
  }

  @Test
  void aSlowModeThatIsRolledBackNeverWas() {
    heads.load(CHAT, 5, 30);
    heads.setSlowMode(CHAT, 0);
    assertThat(heads.slowMode(CHAT)).isZero();
    heads.rollBack();
    assertThat(heads.slowMode(CHAT)).isEqualTo(30);
    heads.setSlowMode(CHAT, 10);
    heads.commit();
    assertThat(heads.slowMode(CHAT)).isEqualTo(10);
  }

  @Test
  void whatIsCommittedStays() {
    heads.advance(CHAT, 1);
    heads.commit();
    heads.advance(CHAT, 2);
    heads.rollBack();
    assertThat(heads.of(CHAT)).isEqualTo(1);
  }
}
