package hearth.server;

import static org.assertj.core.api.Assertions.assertThat;

import hearth.protocol.ChatId;
import hearth.protocol.Event.Logged;
import hearth.protocol.Event.MessagePosted;
import hearth.protocol.Reply;
import hearth.protocol.Request.CatchUp;
import hearth.protocol.Request.FetchOlder;
import hearth.protocol.Request.MarkRead;
import hearth.protocol.Request.OpenDirect;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The machine's clock is set, by a person or by the network, while the server runs.
class ClockIT {
  private static final Duration DAY = Duration.ofDays(1);

  @TempDir Path data;

  @Test
  void theOrderOfAChatDoesNotDependOnTheClock() throws StartException {
    var now = new AtomicReference<>(Instant.parse("2026-03-01T12:00:00Z"));
    String token;
    try (HearthServer server = HearthServer.start(ServerFixture.config(data), now::get);
        Peer ann = Peer.join(server.port(), "Ann");
        Peer ben = Peer.join(server.port(), "Ben")) {
      token = ann.token();
      ann.post("at noon");
      now.updateAndGet(time -> time.minus(DAY));
      Reply.Posted yesterday = ben.post("a day before, and yet later");
      assertThat(yesterday.at()).isEqualTo(now.get());
      ann.call(new MarkRead(Peer.LOBBY, yesterday.seq()));
      ChatId direct = ((Reply.ChatOpened) ann.call(new OpenDirect(ben.me()))).chat().chat().id();
      now.updateAndGet(time -> time.plus(DAY.multipliedBy(2)));
      ann.post("a day after");
      assertThat(ann.post(direct, "to you alone").seq()).isEqualTo(1);
      now.updateAndGet(time -> time.minus(DAY));
      ben.post("at noon again");
      assertThat(seqs(((Reply.Page) ann.call(new CatchUp(Peer.LOBBY, 0))).entries()))
          .isEqualTo(LongStream.rangeClosed(1, 6).boxed().toList());
      assertThat(
              ben.eventsUntilNow().stream()
                  .filter(MessagePosted.class::isInstance)
                  .map(event -> ((MessagePosted) event).message())
                  .filter(message -> message.chat().equals(Peer.LOBBY))
                  .map(message -> message.seq()))
          .containsExactly(3L, 4L, 5L, 6L);
    }
    now.updateAndGet(time -> time.minus(DAY.multipliedBy(3)));
    try (HearthServer server = HearthServer.start(ServerFixture.config(data), now::get);
        Peer ann = Peer.resume(server.port(), token)) {
      assertThat(ann.overview().chats().getFirst().unread()).isEqualTo(1);
      assertThat(ann.post("before all of that, says the clock").seq()).isEqualTo(7);
      Reply.Page page = (Reply.Page) ann.call(new FetchOlder(Peer.LOBBY, 8, 10));
      assertThat(seqs(page.entries())).isEqualTo(LongStream.rangeClosed(1, 7).boxed().toList());
    }
  }

  private static List<Long> seqs(List<Logged> entries) {
    return entries.stream().map(Logged::seq).toList();
  }
}
