package hearth.server;

import static org.assertj.core.api.Assertions.assertThat;

import hearth.protocol.Action;
import hearth.protocol.ChatId;
import hearth.protocol.Entry;
import hearth.protocol.Fault;
import hearth.protocol.Notification;
import hearth.protocol.Presence;
import hearth.protocol.Request.CatchUp;
import hearth.protocol.Request.FetchHistory;
import hearth.protocol.Request.MarkRead;
import hearth.protocol.Request.OpenDirect;
import hearth.protocol.Request.Side;
import hearth.protocol.Response;
import hearth.protocol.Row;
import hearth.protocol.User;
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
      assertThat(yesterday.at()).isEqualTo(now.get().plus(DAY));
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
      assertThat(ann.overview().chats().getFirst().mine().unread()).isEqualTo(1);
      assertThat(ann.post("before all of that, says the clock").seq()).isEqualTo(7);
      var page = (Response.History) ann.call(new FetchHistory(Peer.LOBBY, Side.BEFORE, 8, 10));
      assertThat(page.page().rows().stream().map(Row::seq).toList())
          .isEqualTo(LongStream.rangeClosed(1, 7).boxed().toList());
    }
  }

  @Test
  void timesOfALogNeverGoBack() throws StartException {
    var now = new AtomicReference<>(Instant.parse("2026-03-01T12:00:00Z"));
    try (HearthServer server = HearthServer.start(ServerFixture.config(data), now::get);
        Peer ann = Peer.join(server.port(), "Ann");
        Peer ben = Peer.join(server.port(), "Ben")) {
      for (long minutes : new long[] {5, -3, -600, 1, 700, -1_000_000, 2_000_000}) {
        now.updateAndGet(time -> time.plus(Duration.ofMinutes(minutes)));
        long seq = ann.post("after " + minutes).seq();
        ben.call(Peer.request(Peer.LOBBY, new Action.React(seq, "👍", true)));
      }
      now.updateAndGet(time -> time.minus(DAY));
    }
    try (HearthServer server = HearthServer.start(ServerFixture.config(data), now::get);
        Peer cleo = Peer.join(server.port(), "Cleo")) {
      cleo.post("after a restart");
      var log = (Response.Entries) cleo.call(new CatchUp(Peer.LOBBY, 0, null));
      assertThat(log.entries()).hasSizeGreaterThan(16).extracting(Entry::at).isSorted();
    }
  }

  @Test
  void aClockThatWasAYearAheadStopsNothingOnceItIsSetBack() throws StartException {
    Instant right = Instant.parse("2026-03-01T12:00:00Z");
    var now = new AtomicReference<>(right.plus(DAY.multipliedBy(366)));
    String token;
    try (HearthServer server = HearthServer.start(ServerFixture.config(data), now::get);
        Peer ann = Peer.join(server.port(), "Ann");
        Peer ben = Peer.join(server.port(), "Ben")) {
      ann.call(Peer.request(Peer.LOBBY, new Action.SetSlowMode(30)));
      ben.post("next year");
      token = ben.token();
      now.set(right);
      ben.post("this year");
      assertThat(ben.refused(Peer.postRequest("too soon"))).isEqualTo(Fault.RATE_LIMITED);
    }
    try (HearthServer server = HearthServer.start(ServerFixture.config(data), now::get);
        Peer ben = Peer.resume(server.port(), token)) {
      assertThat(ben.refused(Peer.postRequest("too soon"))).isEqualTo(Fault.RATE_LIMITED);
      now.updateAndGet(time -> time.plusSeconds(30));
      Response.Appended posted = ben.post("half a minute later");
      assertThat(posted.at()).isEqualTo(right.plus(DAY.multipliedBy(366)));
      try (Peer cleo = Peer.join(server.port(), "Cleo")) {
        ben.await(Notification.UserChanged.class, told -> told.user().id().equals(cleo.me()));
      }
      User gone =
          ben.await(
                  Notification.UserChanged.class,
                  told -> told.user().presence() == Presence.OFFLINE)
              .user();
      assertThat(gone.lastSeen()).isEqualTo(now.get());
    }
  }

  private static List<Long> seqs(List<Entry> entries) {
    return entries.stream().map(Entry::seq).toList();
  }
}
