package hearth.client;

import static hearth.client.Lobby.BO;
import static hearth.client.Lobby.IDENTITY;
import static hearth.client.Lobby.LOBBY;
import static hearth.client.Lobby.ME;
import static hearth.client.Lobby.chat;
import static hearth.client.Lobby.entries;
import static hearth.client.Lobby.fromBo;
import static hearth.client.Lobby.history;
import static hearth.client.Lobby.lobby;
import static hearth.client.Lobby.overview;
import static hearth.client.Lobby.resumed;
import static org.assertj.core.api.Assertions.assertThat;

import hearth.client.FakeNetwork.Asked;
import hearth.client.FakeNetwork.FakeLink;
import hearth.client.link.Link;
import hearth.client.model.Connection;
import hearth.client.model.Picture;
import hearth.client.model.TimelineRow;
import hearth.client.store.sqlite.ProfileFolder;
import hearth.protocol.Action;
import hearth.protocol.ChatOverview;
import hearth.protocol.Content;
import hearth.protocol.FaultException;
import hearth.protocol.Marker;
import hearth.protocol.OverviewPage;
import hearth.protocol.Request;
import hearth.protocol.Response;
import hearth.protocol.Row;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A client that is told to wait waits as long as told, and then goes on where it was.
class WaitingTest {
  private static final Duration WAIT = Duration.ofMillis(350);

  @TempDir Path folder;

  private final FakeNetwork network = new FakeNetwork();
  private final Picture picture = new Picture();
  private HearthClient client;
  private long toldAt;

  @BeforeEach
  void join() {
    client = HearthClient.start(new ProfileFolder(folder).create(IDENTITY), network, picture);
  }

  @AfterEach
  void leave() {
    client.close();
  }

  @Test
  void postsWaitAndKeepTheirOrder() {
    FakeLink link = resumeWithHistory(2);
    client.append(LOBBY, Action.Post.text("one"));
    client.append(LOBBY, Action.Post.text("two"));
    tooSoon(link.appended());
    var again = link.appended();
    assertWaited();
    assertThat(again.request().action()).isEqualTo(Action.Post.text("one"));
    assertThat(picture.rows(LOBBY).getLast())
        .isInstanceOfSatisfying(
            TimelineRow.Unsent.class, two -> assertThat(two.pending().failed()).isFalse());
    again.answer(Lobby.appended(3));
    assertThat(link.appended().request().action()).isEqualTo(Action.Post.text("two"));
  }

  @Test
  void aWaitOutlastsTheConnection() {
    FakeLink link = resumeWithHistory(2);
    client.append(LOBBY, Action.Post.text("one"));
    tooSoon(link.appended());
    link.breaks(Link.Closing.LOST);
    FakeLink second = resume(lobby(2, 0, new Marker(ME, 2, 2)));
    assertThat(second.appended().request().action()).isEqualTo(Action.Post.text("one"));
    assertWaited();
  }

  @Test
  void aGapIsAskedForAgain() {
    FakeLink link = resumeWithHistory(2);
    link.tells(fromBo(5));
    tooSoon(link.asked(Request.CatchUp.class));
    var again = link.asked(Request.CatchUp.class);
    assertWaited();
    assertThat(again.request().after()).isEqualTo(2);
    again.answer(entries(3, 5));
    await(p -> p.messages(LOBBY).size() == 5);
  }

  @Test
  void olderRowsAreAskedForAgain() {
    FakeLink link = resume(lobby(150, 0, new Marker(ME, 150, 150)));
    link.asked(Request.FetchHistory.class).answer(history(51, 150));
    client.openTimeline(LOBBY);
    await(p -> p.messages(LOBBY).size() == 100);
    client.older(LOBBY);
    tooSoon(link.asked(Request.FetchHistory.class));
    var again = link.asked(Request.FetchHistory.class);
    assertWaited();
    again.answer(history(1, 50));
    await(p -> p.complete(LOBBY));
  }

  @Test
  void markersAreToldAgainUnlessOvertaken() {
    FakeLink link = resumeWithHistory(2);
    link.tells(fromBo(3));
    tooSoon(link.asked(Request.MarkDelivered.class));
    assertThat(link.asked(Request.MarkDelivered.class).request().seq()).isEqualTo(3);
    assertWaited();
    client.markRead(LOBBY, 3);
    tooSoon(link.asked(Request.MarkRead.class));
    assertThat(link.asked(Request.MarkRead.class).request().seq()).isEqualTo(3);
    assertWaited();
  }

  @Test
  void comingBackWaitsToo() {
    FakeLink link = network.accept();
    link.opens();
    tooSoon(link.asked(Request.Resume.class));
    await(p -> p.connection() instanceof Connection.Waiting);
    resume(lobby(0, 0));
    assertWaited();
  }

  @Test
  void theNextPageOfTheOverviewIsAskedForAgain() {
    FakeLink link = network.accept();
    link.opens();
    link.asked(Request.Resume.class).answer(beginning());
    tooSoon(link.asked(Request.FetchOverview.class));
    var again = link.asked(Request.FetchOverview.class);
    assertWaited();
    assertThat(again.request().from()).isEqualTo("c:0");
    again.answer(new Response.Overview(new OverviewPage(List.of(), List.of(lobby(0, 0)), null)));
    await(p -> p.online() && p.chat(LOBBY).isPresent());
  }

  @Test
  void ofAnOverviewThatWasLostWhileItWaitedNothingIsAskedAgain() {
    FakeLink link = network.accept();
    link.opens();
    link.asked(Request.Resume.class).answer(beginning());
    tooSoon(link.asked(Request.FetchOverview.class));
    link.breaks(Link.Closing.LOST);
    FakeLink second = network.accept();
    second.opens();
    second.asked(Request.Resume.class).answer(beginning());
    var next = second.asked(Request.FetchOverview.class);
    tooSoon(next);
    second.asked(Request.FetchOverview.class);
    assertWaited();
    assertThat(second.unasked()).noneMatch(Request.FetchOverview.class::isInstance);
  }

  /// The first page of an overview, which the lobby is not on.
  private static Response.Resumed beginning() {
    Response.Resumed all = resumed();
    return new Response.Resumed(
        all.welcome(), all.me(), new OverviewPage(all.overview().people(), List.of(), "c:0"));
  }

  @Test
  void aQuotedMessageIsAskedForAgain() {
    FakeLink link = resume(lobby(500, 0, new Marker(ME, 500, 500)));
    link.asked(Request.FetchHistory.class).answer(history(401, 500));
    client.openTimeline(LOBBY);
    await(p -> p.messages(LOBBY).size() == 100);
    link.tells(fromBo(501, new Action.Post(new Content.Text("Yes"), 7)));
    tooSoon(link.asked(Request.FetchHistory.class));
    var again = link.asked(Request.FetchHistory.class);
    assertWaited();
    assertThat(again.request().seq()).isEqualTo(7);
    again.answer(history(7, 7));
    await(
        p ->
            p.rows(LOBBY).getLast().quote() instanceof TimelineRow.Quote(long seq, Row row)
                && seq == 7
                && row != null);
  }

  @Test
  void slowModeIsKnownFromTheLogAndTheServerSaysHowLongItLasts() {
    FakeLink link = resumeWithHistory(2);
    link.tells(fromBo(3, new Action.SetSlowMode(30)));
    await(p -> p.chat(LOBBY).orElseThrow().chat().slowModeSeconds() == 30);
    assertThat(mayPostIn()).isNegative();

    client.append(LOBBY, Action.Post.text("one"));
    await(p -> mayPostIn().isPositive());
    assertThat(mayPostIn()).isBetween(Duration.ofSeconds(20), Duration.ofSeconds(30));
    link.appended().refuse(FaultException.tooSoon(Duration.ofSeconds(9)));
    await(p -> mayPostIn().compareTo(Duration.ofSeconds(9)) <= 0);
    assertThat(mayPostIn()).isPositive();

    link.tells(fromBo(4, new Action.SetSlowMode(0)));
    await(p -> mayPostIn().isNegative());
  }

  @Test
  void theOwnerDoesNotWait() {
    resume(overview(chat(List.of(BO, ME), ME, 30), 0, 0));
    client.append(LOBBY, Action.Post.text("one"));
    await(p -> p.chat(LOBBY).orElseThrow().newest().pending() != null);
    assertThat(mayPostIn()).isNegative();
  }

  private Duration mayPostIn() {
    return Duration.between(Instant.now(), picture.chat(LOBBY).orElseThrow().own().mayPostAt());
  }

  private void tooSoon(Asked<?> asked) {
    toldAt = System.nanoTime();
    asked.refuse(FaultException.tooSoon(WAIT));
  }

  private void assertWaited() {
    assertThat(Duration.ofNanos(System.nanoTime() - toldAt)).isGreaterThanOrEqualTo(WAIT);
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

  private FakeLink resumeWithHistory(long head) {
    FakeLink link = resume(lobby(head, 0, new Marker(ME, head, head)));
    link.asked(Request.FetchHistory.class).answer(history(1, head));
    client.openTimeline(LOBBY);
    await(p -> p.messages(LOBBY).size() == head);
    return link;
  }
}
