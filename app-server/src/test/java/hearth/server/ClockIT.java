package hearth.server;

import static org.assertj.core.api.Assertions.assertThat;

import hearth.protocol.Action;
import hearth.protocol.Entry;
import hearth.protocol.Request.FetchHistory;
import hearth.protocol.Request.Side;
import hearth.protocol.Response;
import hearth.protocol.Row;
import hearth.protocol.ChatId;
import hearth.protocol.Request.CatchUp;
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
      Response.Appended yesterday = ben.post("a day before, and yet later");
      assertThat(yesterday.at()).isEqualTo(now.get());
      ann.call(new MarkRead(Peer.LOBBY, yesterday.seq()));
      ChatId direct = ((Response.ChatOpened) ann.call(new OpenDirect(ben.me()))).chat().chat().id();
      now.updateAndGet(time -> time.plus(DAY.multipliedBy(2)));
      ann.post("a day after");
      assertThat(ann.post(direct, "to you alone").seq()).isEqualTo(1);
      now.updateAndGet(time -> time.minus(DAY));
      ben.post("at noon again");
      assertThat(seqs(((Response.Entries) ann.call(new CatchUp(Peer.LOBBY, 0, null))).entries()))
          .isEqualTo(LongStream.rangeClosed(1, 6).boxed().toList());
      assertThat(
              ben.entriesUntilNow().stream()
                  .filter(entry -> entry.action() instanceof Action.Post)
                  .filter(entry -> entry.chat().equals(Peer.LOBBY))
                  .map(Entry::seq))
          .containsExactly(3L, 4L, 5L, 6L);
    }
    now.updateAndGet(time -> time.minus(DAY.multipliedBy(3)));
    try (HearthServer server = HearthServer.start(ServerFixture.config(data), now::get);
        Peer ann = Peer.resume(server.port(), token)) {
      assertThat(ann.overview().chats().getFirst().unread()).isEqualTo(1);
      assertThat(ann.post("before all of that, says the clock").seq()).isEqualTo(7);
      var page = (Response.History) ann.call(new FetchHistory(Peer.LOBBY, Side.BEFORE, 8, 10));
      assertThat(page.page().rows().stream().map(Row::seq).toList())
          .isEqualTo(LongStream.rangeClosed(1, 7).boxed().toList());
    }
  }

  private static List<Long> seqs(List<Entry> entries) {
    return entries.stream().map(Entry::seq).toList();
  }
}
