package hearth.server.store.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import hearth.protocol.Action;
import hearth.protocol.Chat;
import hearth.protocol.ChatId;
import hearth.protocol.ChatSettings;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class ChatCountersTest {
  private static final ChatId CHAT = new ChatId(1);
  private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

  private final ChatCounters counters = new ChatCounters();

  private static Chat chat(int slowMode) {
    return new Chat(CHAT, Chat.Kind.GROUP, "Group", List.of(), List.of(), slowMode);
  }

  private int slowMode() {
    return counters.of(CHAT).orElseThrow().settings().slowModeSeconds();
  }

  @Test
  void aChatStartsAtZero() {
    assertThat(counters.head(CHAT)).isZero();
  }

  @Test
  void aRollbackRestoresTheHead() {
    counters.load(chat(0), new EntryTable.Place(5, NOON), false);
    counters.advance(CHAT, 6, NOON);
    assertThat(counters.head(CHAT)).isEqualTo(6);
    counters.rollBack();
    assertThat(counters.head(CHAT)).isEqualTo(5);
  }

  @Test
  void theNextTimeIsNeverBeforeTheLast() {
    assertThat(counters.next(CHAT, NOON)).isEqualTo(NOON);
    counters.advance(CHAT, 1, NOON);
    assertThat(counters.next(CHAT, NOON.minusSeconds(1))).isEqualTo(NOON);
    assertThat(counters.next(CHAT, NOON.plusSeconds(1))).isEqualTo(NOON.plusSeconds(1));
    counters.rollBack();
    assertThat(counters.next(CHAT, NOON.minusSeconds(1))).isEqualTo(NOON.minusSeconds(1));
  }

  @Test
  void aRollbackRestoresTheSlowMode() {
    counters.load(chat(30), new EntryTable.Place(5, NOON), false);
    counters.set(CHAT, ChatSettings.USUAL.after(new Action.SetSlowMode(0)));
    assertThat(slowMode()).isZero();
    counters.rollBack();
    assertThat(slowMode()).isEqualTo(30);
    counters.set(CHAT, ChatSettings.USUAL.after(new Action.SetSlowMode(10)));
    counters.commit();
    assertThat(slowMode()).isEqualTo(10);
  }

  @Test
  void aCommitKeepsTheHead() {
    counters.advance(CHAT, 1, NOON);
    counters.commit();
    counters.advance(CHAT, 2, NOON);
    counters.rollBack();
    assertThat(counters.head(CHAT)).isEqualTo(1);
  }
}
