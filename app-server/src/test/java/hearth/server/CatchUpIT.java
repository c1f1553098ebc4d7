package hearth.server;

import static org.assertj.core.api.Assertions.assertThat;

import hearth.protocol.Entry;
import hearth.protocol.Page;
import hearth.protocol.Request.FetchHistory;
import hearth.protocol.Request.Side;
import hearth.protocol.Response;
import hearth.protocol.Row;
import java.time.Instant;
import hearth.protocol.Limits;
import hearth.protocol.Request.CatchUp;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CatchUpIT {
  @TempDir Path data;

  @Test
  void whoComesBackIsGivenWhatWasMissedPageByPage() throws StartException {
    try (var server = new ServerFixture(data)) {
      Peer ann = server.join("Ann");
      long head = postMany(ann, 450, "text");
      List<Entry> entries = new ArrayList<>();
      Response.Entries page;
      do {
        long last = entries.isEmpty() ? 1 : entries.getLast().seq();
        page = (Response.Entries) ann.call(new CatchUp(Peer.LOBBY, last, null));
        assertThat(page.entries()).hasSizeLessThanOrEqualTo(Limits.PAGE);
        entries.addAll(page.entries());
      } while (page.more());
      assertThat(seqs(entries)).containsExactlyElementsOf(upTo(2, head));
    }
  }

  @Test
  void whoIsUpToDateIsGivenAnEmptyPage() throws StartException {
    try (var server = new ServerFixture(data)) {
      Peer ann = server.join("Ann");
      Response.Appended head = ann.post("the last one");
      for (Instant at : new Instant[] {head.at(), null}) {
        assertThat(ann.call(new CatchUp(Peer.LOBBY, head.seq(), at)))
            .isEqualTo(new Response.Entries(Peer.LOBBY, List.of(), false));
      }
    }
  }

  @Test
  void whoHoldsAnotherLogIsToldToResync() throws StartException {
    try (var server = new ServerFixture(data)) {
      Peer ann = server.join("Ann");
      Response.Appended head = ann.post("the last one");
      for (var request :
          List.of(
              new CatchUp(Peer.LOBBY, head.seq(), head.at().plusMillis(1)),
              new CatchUp(Peer.LOBBY, head.seq() + 1, null),
              new CatchUp(Peer.LOBBY, Long.MAX_VALUE, null))) {
        Page page = ((Response.Resync) ann.call(request)).page();
        assertThat(seqs(page)).containsExactlyElementsOf(upTo(1, head.seq()));
      }
    }
  }

  @Test
  void whoIsTooFarBehindIsToldToResyncFromTheNewest() throws StartException {
    try (var server = new ServerFixture(data)) {
      Peer ann = server.join("Ann");
      long head = postMany(ann, Limits.CATCH_UP + 1, "text");
      long behind = head - Limits.CATCH_UP;
      assertThat(ann.call(new CatchUp(Peer.LOBBY, behind, null)))
          .isInstanceOf(Response.Entries.class);
      var resync = (Response.Resync) ann.call(new CatchUp(Peer.LOBBY, behind - 1, null));
      assertThat(seqs(resync.page()))
          .containsExactlyElementsOf(upTo(head - Limits.PAGE + 1, head));
    }
  }

  @Test
  void olderRowsComeInPagesDownToTheFirst() throws StartException {
    try (var server = new ServerFixture(data)) {
      Peer ann = server.join("Ann");
      long head = postMany(ann, 119, "text");
      Page page = before(ann, head + 1, 50);
      assertThat(seqs(page)).containsExactlyElementsOf(upTo(head - 49, head));
      assertThat(page.from()).isEqualTo(head - 49);
      page = before(ann, 71, 70);
      assertThat(seqs(page)).containsExactlyElementsOf(upTo(1, 70));
      assertThat(page.from()).isEqualTo(1);
      assertThat(before(ann, 1, 70)).isEqualTo(new Page(Peer.LOBBY, 1, 0, List.of(), List.of()));
    }
  }

  @Test
  void pagesOfLongTextsAreShorterAndNothingIsLeftOut() throws StartException {
    try (var server = new ServerFixture(data)) {
      Peer ann = server.join("Ann");
      long head = postMany(ann, 150, "長".repeat(Limits.TEXT - 10));
      var page = (Response.Entries) ann.call(new CatchUp(Peer.LOBBY, 0, null));
      assertThat(page.entries().size()).isBetween(10, 100);
      assertThat(page.more()).isTrue();
      assertThat(seqs(page.entries())).containsExactlyElementsOf(upTo(1, page.entries().size()));
      Page older = before(ann, head + 1, Limits.PAGE);
      assertThat(older.rows().getLast().seq()).isEqualTo(head);
      assertThat(older.rows().size()).isBetween(10, 100);
      assertThat(older.from()).isGreaterThan(1);
    }
  }

  private static long postMany(Peer peer, int count, String text) {
    List<CompletableFuture<Response>> answers =
        IntStream.range(0, count)
            .mapToObj(i -> peer.ask(Peer.postRequest(text + " " + i)))
            .toList();
    answers.forEach(CompletableFuture::join);
    return ((Response.Appended) answers.getLast().join()).seq();
  }

  private static Page before(Peer peer, long seq, int limit) {
    var request = new FetchHistory(Peer.LOBBY, Side.BEFORE, seq, limit);
    return ((Response.History) peer.call(request)).page();
  }

  private static List<Long> seqs(Page page) {
    return page.rows().stream().map(Row::seq).toList();
  }

  private static List<Long> seqs(List<Entry> entries) {
    return entries.stream().map(Entry::seq).toList();
  }

  private static List<Long> upTo(long first, long last) {
    return LongStream.rangeClosed(first, last).boxed().toList();
  }
}
