package hearth.server;

import static org.assertj.core.api.Assertions.assertThat;

import hearth.protocol.Event.Logged;
import hearth.protocol.Limits;
import hearth.protocol.Reply;
import hearth.protocol.Request.CatchUp;
import hearth.protocol.Request.FetchOlder;
import hearth.protocol.Request.PostMessage;
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
      List<Logged> entries = new ArrayList<>();
      Reply.Page page;
      do {
        long last = entries.isEmpty() ? 1 : entries.getLast().seq();
        page = (Reply.Page) ann.call(new CatchUp(Peer.LOBBY, last));
        assertThat(page.entries()).hasSizeLessThanOrEqualTo(Limits.PAGE);
        entries.addAll(page.entries());
      } while (page.more());
      assertThat(seqs(entries)).containsExactlyElementsOf(upTo(2, head));
    }
  }

  @Test
  void whoIsUpToDateOrAheadIsGivenAnEmptyPage() throws StartException {
    try (var server = new ServerFixture(data)) {
      Peer ann = server.join("Ann");
      long head = ann.post("the last one").seq();
      for (long after : new long[] {head, head + 1, Long.MAX_VALUE}) {
        assertThat(ann.call(new CatchUp(Peer.LOBBY, after)))
            .isEqualTo(new Reply.Page(Peer.LOBBY, List.of(), false));
      }
    }
  }

  @Test
  void whoIsTooFarBehindStartsAfreshFromTheNewest() throws StartException {
    try (var server = new ServerFixture(data)) {
      Peer ann = server.join("Ann");
      long head = postMany(ann, Limits.CATCH_UP + 1, "text");
      long behind = head - Limits.CATCH_UP;
      assertThat(ann.call(new CatchUp(Peer.LOBBY, behind))).isInstanceOf(Reply.Page.class);
      var afresh = (Reply.StartAfresh) ann.call(new CatchUp(Peer.LOBBY, behind - 1));
      assertThat(seqs(afresh.newest()))
          .containsExactlyElementsOf(upTo(head - Limits.PAGE + 1, head));
    }
  }

  @Test
  void olderEntriesComeInPagesDownToTheFirst() throws StartException {
    try (var server = new ServerFixture(data)) {
      Peer ann = server.join("Ann");
      long head = postMany(ann, 119, "text");
      var page = (Reply.Page) ann.call(new FetchOlder(Peer.LOBBY, head + 1, 50));
      assertThat(seqs(page.entries())).containsExactlyElementsOf(upTo(head - 49, head));
      assertThat(page.more()).isTrue();
      page = (Reply.Page) ann.call(new FetchOlder(Peer.LOBBY, 71, 70));
      assertThat(seqs(page.entries())).containsExactlyElementsOf(upTo(1, 70));
      assertThat(page.more()).isFalse();
      page = (Reply.Page) ann.call(new FetchOlder(Peer.LOBBY, 1, 70));
      assertThat(page).isEqualTo(new Reply.Page(Peer.LOBBY, List.of(), false));
    }
  }

  @Test
  void pagesOfLongTextsAreShorterAndNothingIsLeftOut() throws StartException {
    try (var server = new ServerFixture(data)) {
      Peer ann = server.join("Ann");
      long head = postMany(ann, 150, "長".repeat(Limits.TEXT - 10));
      var page = (Reply.Page) ann.call(new CatchUp(Peer.LOBBY, 0));
      assertThat(page.entries().size()).isBetween(10, 100);
      assertThat(page.more()).isTrue();
      assertThat(seqs(page.entries())).containsExactlyElementsOf(upTo(1, page.entries().size()));
      var older = (Reply.Page) ann.call(new FetchOlder(Peer.LOBBY, head + 1, Limits.PAGE));
      assertThat(older.entries().getLast().seq()).isEqualTo(head);
      assertThat(older.entries().size()).isBetween(10, 100);
      assertThat(older.more()).isTrue();
    }
  }

  private static long postMany(Peer peer, int count, String text) {
    List<CompletableFuture<Reply>> answers =
        IntStream.range(0, count)
            .mapToObj(i -> peer.ask(new PostMessage(Peer.LOBBY, Peer.sendId(), text + " " + i)))
            .toList();
    answers.forEach(CompletableFuture::join);
    return ((Reply.Posted) answers.getLast().join()).seq();
  }

  private static List<Long> seqs(List<Logged> entries) {
    return entries.stream().map(Logged::seq).toList();
  }

  private static List<Long> upTo(long first, long last) {
    return LongStream.rangeClosed(first, last).boxed().toList();
  }
}
