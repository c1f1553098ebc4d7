package hearth.client.model;

import static org.assertj.core.api.Assertions.assertThat;

import hearth.protocol.Action;
import hearth.protocol.Blocked;
import hearth.protocol.Chat;
import hearth.protocol.ChatId;
import hearth.protocol.Mentions;
import hearth.protocol.UserId;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class BlocksTest {
  private static final UserId ME = new UserId(1);
  private static final UserId BO = new UserId(2);
  private static final UserId CHEN = new UserId(3);
  private static final Blocked BLOCKED = new Blocked(BO, Instant.EPOCH, 4);

  private final Blocks blocks = new Blocks();

  @Test
  void onlyTheDirectChatWithWhoIsBlockedIsSilent() {
    assertThat(blocks.set(List.of(BLOCKED))).containsExactly(BO);
    assertThat(blocks.of(chat(Chat.Kind.DIRECT, ME, BO))).isEqualTo(BLOCKED);
    assertThat(blocks.of(chat(Chat.Kind.DIRECT, ME, CHEN))).isNull();
    assertThat(blocks.of(chat(Chat.Kind.DIRECT, ME))).isNull();
    assertThat(blocks.of(chat(Chat.Kind.GROUP, ME, BO))).isNull();
  }

  @Test
  void whoIsBlockedMentionsNobody() {
    Action.Post post = Action.Post.text(Mentions.of(ME));
    assertThat(blocks.mentioned(ME, BO, post)).isTrue();
    assertThat(blocks.set(List.of(BLOCKED))).containsExactly(BO);
    assertThat(blocks.mentioned(ME, BO, post)).isFalse();
    assertThat(blocks.mentioned(ME, CHEN, post)).isTrue();
    assertThat(blocks.set(List.of())).containsExactly(BO);
    assertThat(blocks.mentioned(ME, BO, post)).isTrue();
  }

  private static Chat chat(Chat.Kind kind, UserId... members) {
    return new Chat(new ChatId(9), kind, "", List.of(members), List.of(), 0);
  }
}
