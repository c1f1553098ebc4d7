package hearth.client;

import static hearth.client.Lobby.IDENTITY;
import static hearth.client.Lobby.LOBBY;
import static hearth.client.Lobby.ME;
import static hearth.client.Lobby.history;
import static hearth.client.Lobby.lobby;
import static hearth.client.Lobby.page;
import static hearth.client.Lobby.resumed;
import static org.assertj.core.api.Assertions.assertThat;

import hearth.client.FakeNetwork.Asked;
import hearth.client.FakeNetwork.FakeLink;
import hearth.client.link.Link;
import hearth.client.model.Change;
import hearth.client.model.Picture;
import hearth.client.model.Timelines;
import hearth.client.store.sqlite.ProfileFolder;
import hearth.protocol.ChatOverview;
import hearth.protocol.Fault;
import hearth.protocol.Marker;
import hearth.protocol.Request;
import hearth.protocol.Request.Side;
import hearth.protocol.Response;
import hearth.protocol.Row;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A chat with a long history: where its timeline opens, and all ways through it.
class HistoryWalkTest {
  private static final long MANY = 50_000;

  @TempDir Path folder;

  private final FakeNetwork network = new FakeNetwork();
  private final List<Change> told = new ArrayList<>();
  private Picture picture = new Picture();
  private HearthClient client;

  @BeforeEach
  void join() {
    client = HearthClient.start(new ProfileFolder(folder).create(IDENTITY), network, this::hear);
  }

  @AfterEach
  void leave() {
    client.close();
  }

  private synchronized void hear(List<Change> changes) {
    told.addAll(changes);
    picture.accept(changes);
  }

  private void restart() {
    client.close();
    picture = new Picture();
    client =
        HearthClient.start(
            new ProfileFolder(folder).open(IDENTITY.server().id()), network, this::hear);
  }

  private void await(Predicate<Picture> wish) {
    assertThat(picture.await(Duration.ofSeconds(10), wish)).isTrue();
  }

  private FakeLink resume(ChatOverview lobby) {
    FakeLink link = network.accept();
    link.opens();
    link.asked(Request.Resume.class).answer(resumed(lobby));
    await(Picture::online);
    return link;
  }

  private static ChatOverview read(long head) {
    return lobby(head, 0, new Marker(ME, head, head));
  }

  /// All is read, and the timeline is open at its end.
  private FakeLink atTheEndOf(long head) {
    FakeLink link = resume(read(head));
    link.asked(Request.FetchHistory.class).answer(history(head - 99, head));
    client.openTimeline(LOBBY);
    await(p -> p.messages(LOBBY).size() == 100);
    return link;
  }

  private List<Long> seqs() {
    return picture.messages(LOBBY).stream().map(Row::seq).toList();
  }

  private boolean reaches(boolean first, boolean last) {
    return picture.reach(LOBBY).filter(new Change.Reach(first, last)::equals).isPresent();
  }

  @Test
  void anOlderPageThatIsAskedForOfflineComesWhenTheConnectionIsBackAndEndsThen() {
    atTheEndOf(150).breaks(Link.Closing.LOST);
    await(p -> !p.online());
    int before = toldReaches();
    client.older(LOBBY);
    client.older(LOBBY);
    FakeLink link = resume(read(150));
    Asked<Request.FetchHistory> older = link.asked(Request.FetchHistory.class);
    assertThat(toldReaches()).isEqualTo(before);
    older.answer(history(1, 50));
    await(p -> p.complete(LOBBY));
    assertThat(seqs()).hasSize(150).isSorted();
    assertThat(link.unasked()).noneMatch(Request.FetchHistory.class::isInstance);
  }

  private synchronized int toldReaches() {
    return (int) told.stream().filter(Change.ReachChanged.class::isInstance).count();
  }

  @Test
  void theWholeHistoryIsWalkedAndLittleOfItHeld() {
    FakeLink link = atTheEndOf(MANY);
    for (long from = MANY - 99; from > 1; from -= 100) {
      client.older(LOBBY);
      Asked<Request.FetchHistory> older = link.asked(Request.FetchHistory.class);
      assertThat(older.request().seq()).isEqualTo(from);
      older.answer(history(from - 100, from - 1));
    }
    await(p -> p.complete(LOBBY));
    assertThat(seqs().getFirst()).isEqualTo(1);
    assertThat(seqs()).hasSizeLessThanOrEqualTo(1_200).isSorted();
    assertThat(reaches(true, false)).isTrue();

    var _ = client.seek(LOBBY, Timelines.END);
    await(p -> reaches(false, true));
    assertThat(seqs()).hasSize(100).endsWith(MANY);
    assertThat(lastReset().focus()).isEqualTo(Timelines.END);
  }

  @Test
  void theBeginningIsOneRequestAway() {
    FakeLink link = atTheEndOf(MANY);
    var found = client.seek(LOBBY, 1);
    Asked<Request.FetchHistory> first = link.asked(Request.FetchHistory.class);
    assertThat(first.request().side()).isEqualTo(Side.AROUND);
    first.answer(history(1, 50));
    assertThat(found.join()).isTrue();
    assertThat(seqs()).hasSize(50).startsWith(1L);
    assertThat(reaches(true, false)).isTrue();
  }

  @Test
  void aSeekBetweenTwoRowsGoesToTheNextOne() {
    FakeLink link = atTheEndOf(MANY);
    var found = client.seek(LOBBY, 25_000);
    link.asked(Request.FetchHistory.class).answer(history(25_003, 25_050));
    assertThat(found.join()).isTrue();
    assertThat(lastReset().focus()).isEqualTo(25_003);
  }

  private synchronized Change.TimelineReset lastReset() {
    return (Change.TimelineReset)
        told.stream().filter(Change.TimelineReset.class::isInstance).toList().getLast();
  }

  @Test
  void whatIsFarFromThePersonIsLetGoAndNotWhatIsRead() {
    FakeLink link = atTheEndOf(100);
    client.at(LOBBY, 5);
    for (long seq = 101; seq <= 1_500; seq++) {
      link.tells(Lobby.fromBo(seq));
    }
    await(p -> p.chat(LOBBY).orElseThrow().reading().head() == 1_500);
    assertThat(seqs()).startsWith(1L, 2L, 3L).hasSizeLessThanOrEqualTo(1_200);
    assertThat(reaches(true, false)).isTrue();

    var _ = client.seek(LOBBY, Timelines.END);
    await(p -> reaches(false, true));
    for (long seq = 1_501; seq <= 3_000; seq++) {
      link.tells(Lobby.fromBo(seq));
    }
    await(p -> p.chat(LOBBY).orElseThrow().reading().head() == 3_000);
    assertThat(seqs()).endsWith(3_000L).hasSizeLessThanOrEqualTo(1_200);
  }

  @Test
  void aChatOpensAtItsFirstUnreadMessage() {
    FakeLink link = resume(lobby(1_000, 600, new Marker(ME, 400, 400)));
    link.asked(Request.FetchHistory.class).answer(history(801, 1_000));
    await(p -> p.chat(LOBBY).orElseThrow().reading().head() == 1_000);
    client.openTimeline(LOBBY);
    Asked<Request.FetchHistory> unread = link.asked(Request.FetchHistory.class);
    assertThat(unread.request().side()).isEqualTo(Side.AROUND);
    assertThat(unread.request().seq()).isEqualTo(401);
    unread.answer(history(351, 450));
    await(p -> seqs().contains(401L));
    assertThat(seqs()).hasSize(100).startsWith(351L);
    assertThat(lastReset().focus()).isZero();
    assertThat(reaches(false, false)).isTrue();
  }

  @Test
  void aResyncLeavesThePersonAtTheFirstUnreadMessage() {
    atTheEndOf(100).breaks(Link.Closing.LOST);
    FakeLink link = resume(lobby(MANY, 1_000, new Marker(ME, 100, 100)));
    link.asked(Request.CatchUp.class).answer(new Response.Resync(page(MANY - 199, MANY)));
    Asked<Request.FetchHistory> unread = link.asked(Request.FetchHistory.class);
    assertThat(unread.request().seq()).isEqualTo(101);
    assertThat(seqs()).hasSize(100).endsWith(100L); // until there is something to show instead
    unread.answer(history(51, 150));
    await(p -> seqs().contains(150L));
    assertThat(reaches(false, false)).isTrue();
  }

  @Test
  void whereTheFirstUnreadMessageCannotBeHadTheNewestOnesAreShown() {
    atTheEndOf(100).breaks(Link.Closing.LOST);
    FakeLink link = resume(lobby(MANY, 1_000, new Marker(ME, 100, 100)));
    link.asked(Request.CatchUp.class).answer(new Response.Resync(page(MANY - 199, MANY)));
    link.asked(Request.FetchHistory.class).refuse(Fault.CHAT_UNKNOWN);
    await(p -> seqs().contains(MANY));
    assertThat(reaches(false, true)).isTrue();
  }

  @Test
  void atAStartWithoutConnectionTheRestIsFoundLater() {
    FakeLink link = resume(lobby(1_000, 600, new Marker(ME, 400, 400)));
    link.asked(Request.FetchHistory.class).answer(history(801, 1_000));
    await(p -> p.chat(LOBBY).orElseThrow().reading().head() == 1_000);
    restart();
    client.openTimeline(LOBBY);
    await(p -> seqs().contains(801L));
    FakeLink second = resume(lobby(1_000, 600, new Marker(ME, 400, 400)));
    second.asked(Request.FetchHistory.class).answer(history(351, 450));
    await(p -> seqs().contains(401L));
  }
}
