package hearth.server;

import static org.assertj.core.api.Assertions.assertThat;

import hearth.protocol.Action.React;
import hearth.protocol.ChatId;
import hearth.protocol.ChatOverview;
import hearth.protocol.Entry;
import hearth.protocol.Fault;
import hearth.protocol.Limits;
import hearth.protocol.Page;
import hearth.protocol.Request;
import hearth.protocol.Request.Side;
import hearth.protocol.Response;
import hearth.protocol.Row;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Rows over the socket.
class HistoryIT {
  @TempDir Path data;
  private ServerFixture server;
  private Peer ann;
  private Peer tablet;
  private Peer ben;

  @BeforeEach
  void start() throws StartException {
    server = new ServerFixture(data);
    ann = server.join("Ann");
    tablet = server.resume(ann.token());
    ben = server.join("Ben");
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void rowsComeFromBothSidesOfASeqAndAroundIt() {
    for (int i = 0; i < 100; i++) {
      ann.post("message " + i);
    }
    long head = 102; // after the two who came
    check(ben.history(Side.BEFORE, 51, 20), 31, 50);
    check(ben.history(Side.AFTER, 50, 20), 51, 70);
    check(ben.history(Side.AROUND, 50, 20), 40, 59);
    check(ben.history(Side.AROUND, 3, 20), 1, 12);
    check(ben.history(Side.AROUND, head, 20), head - 10, head);
    check(ben.history(Side.AFTER, head, 20), head + 1, head);
    check(ben.history(Side.BEFORE, 1, 20), 1, 0);
    check(ben.history(Side.BEFORE, Long.MAX_VALUE, Limits.PAGE), 1, head);
    check(ben.history(Side.AFTER, 0, Limits.PAGE), 1, head);
  }

  /// The page has all rows of this stretch, where every entry makes one.
  private static void check(Page page, long from, long to) {
    assertThat(page.from()).isEqualTo(from);
    assertThat(page.to()).isEqualTo(to);
    assertThat(page.rows())
        .extracting(Row::seq)
        .containsExactlyElementsOf(LongStream.rangeClosed(from, to).boxed().toList());
  }

  @Test
  void aThousandReactionsBetweenTwoPostsMakeNoEmptyPage() {
    long first = ann.post("before the storm").seq();
    List<CompletableFuture<Response>> asked =
        IntStream.range(0, 1_000)
            .mapToObj(i -> ben.ask(Peer.request(Peer.LOBBY, new React(first, "👍", i % 2 == 0))))
            .toList();
    asked.forEach(CompletableFuture::join);
    long second = tablet.post("after the storm").seq();
    assertThat(second).isEqualTo(first + 1_001);

    List<Long> both = List.of(first, second);
    Page page = ann.history(Side.BEFORE, second + 1, 2);
    assertThat(page.rows()).extracting(Row::seq).isEqualTo(both);
    assertThat(page.from()).isEqualTo(first);
    assertThat(ann.history(Side.BEFORE, second, 1).rows().getFirst().seq()).isEqualTo(first);
    assertThat(ann.history(Side.AFTER, first, 1).rows().getFirst().seq()).isEqualTo(second);
    assertThat(ann.history(Side.AROUND, first + 500, 2).rows())
        .extracting(Row::seq)
        .isEqualTo(both);
    Row row = ann.row(first);
    assertThat(row.changed()).isEqualTo(second - 1);
    assertThat(row.reactions()).as("the last took it back").isEmpty();
    ChatOverview lobby = server.lobby(ann);
    assertThat(lobby.head()).isEqualTo(second);
    assertThat(lobby.last()).isEqualTo(ann.row(second));
  }

  @Test
  void aTimeIsFoundInTheLog() {
    for (int i = 0; i < 20; i++) {
      ann.post("message " + i);
    }
    for (Entry entry : ann.catchUp(0)) {
      Response.Place place =
          (Response.Place) ann.call(new Request.FindTime(Peer.LOBBY, entry.at()));
      assertThat(place.seq()).isLessThanOrEqualTo(entry.seq());
      assertThat(ann.row(place.seq()).at()).isEqualTo(entry.at());
    }
    assertThat(ann.call(new Request.FindTime(Peer.LOBBY, Instant.EPOCH)))
        .isEqualTo(new Response.Place(Peer.LOBBY, 1));
    assertThat(ann.call(new Request.FindTime(Peer.LOBBY, Instant.now().plusSeconds(3_600))))
        .isEqualTo(new Response.Place(Peer.LOBBY, 23));
    assertThat(ann.refused(new Request.FindTime(new ChatId(99), Instant.EPOCH)))
        .isEqualTo(Fault.CHAT_UNKNOWN);
  }
}
