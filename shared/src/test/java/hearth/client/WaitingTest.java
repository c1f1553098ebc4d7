package hearth.client;

import static hearth.client.Lobby.BO;
import static hearth.client.Lobby.IDENTITY;
import static hearth.client.Lobby.LOBBY;
import static hearth.client.Lobby.ME;
import static hearth.client.Lobby.fromBo;
import static hearth.client.Lobby.lobby;
import static hearth.client.Lobby.overview;
import static hearth.client.Lobby.stretch;
import static org.assertj.core.api.Assertions.assertThat;

import hearth.client.FakeNetwork.Asked;
import hearth.client.FakeNetwork.FakeLink;
import hearth.client.link.Link;
import hearth.client.store.ProfileFolder;
import hearth.protocol.Chat;
import hearth.protocol.ChatOverview;
import hearth.protocol.Event;
import hearth.protocol.FaultException;
import hearth.protocol.Marker;
import hearth.protocol.Reply;
import hearth.protocol.Request;
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
    client.post(LOBBY, "one");
    client.post(LOBBY, "two");
    tooSoon(link.asked(Request.PostMessage.class));
    var again = link.asked(Request.PostMessage.class);
    assertWaited();
    assertThat(again.request().text()).isEqualTo("one");
    assertThat(picture.rows(LOBBY).getLast())
        .isInstanceOfSatisfying(Row.Pending.class, two -> assertThat(two.failed()).isFalse());
    again.answer(new Reply.Posted(LOBBY, 3, Instant.EPOCH));
    assertThat(link.asked(Request.PostMessage.class).request().text()).isEqualTo("two");
  }

  @Test
  void aWaitOutlastsTheConnection() {
    FakeLink link = resumeWithHistory(2);
    client.post(LOBBY, "one");
    tooSoon(link.asked(Request.PostMessage.class));
    link.breaks(Link.Closing.LOST);
    FakeLink second = resume(lobby(2, 0, new Marker(ME, 2, 2)));
    assertThat(second.asked(Request.PostMessage.class).request().text()).isEqualTo("one");
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
    again.answer(new Reply.Page(LOBBY, stretch(3, 5), false));
    await(p -> p.messages(LOBBY).size() == 5);
  }

  @Test
  void olderRowsAreAskedForAgain() {
    FakeLink link = resume(lobby(150, 0, new Marker(ME, 150, 150)));
    link.asked(Request.FetchOlder.class).answer(new Reply.Page(LOBBY, stretch(51, 150), true));
    client.openTimeline(LOBBY);
    await(p -> p.messages(LOBBY).size() == 100);
    client.older(LOBBY);
    tooSoon(link.asked(Request.FetchOlder.class));
    var again = link.asked(Request.FetchOlder.class);
    assertWaited();
    again.answer(new Reply.Page(LOBBY, stretch(1, 50), false));
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
  void slowModeIsKnownFromTheLogAndTheServerSaysHowLongItLasts() {
    FakeLink link = resumeWithHistory(2);
    link.tells(new Event.SlowModeSet(LOBBY, 3, Instant.EPOCH, BO, 30));
    await(p -> p.chat(LOBBY).orElseThrow().chat().slowModeSeconds() == 30);
    assertThat(mayPostIn()).isNegative();

    client.post(LOBBY, "one");
    await(p -> mayPostIn().isPositive());
    assertThat(mayPostIn()).isBetween(Duration.ofSeconds(20), Duration.ofSeconds(30));
    link.asked(Request.PostMessage.class).refuse(FaultException.tooSoon(Duration.ofSeconds(9)));
    await(p -> mayPostIn().compareTo(Duration.ofSeconds(9)) <= 0);
    assertThat(mayPostIn()).isPositive();

    link.tells(new Event.SlowModeSet(LOBBY, 4, Instant.EPOCH, BO, 0));
    await(p -> mayPostIn().isNegative());
  }

  @Test
  void whoKeepsTheChatDoesNotWait() {
    Chat mine = new Chat(LOBBY, Chat.Kind.GROUP, "Mine", List.of(ME, BO), 30);
    resume(new ChatOverview(mine, 0, Instant.EPOCH, null, List.of(), 0));
    client.post(LOBBY, "one");
    await(p -> p.chat(LOBBY).orElseThrow().pending() != null);
    assertThat(mayPostIn()).isNegative();
  }

  private Duration mayPostIn() {
    return Duration.between(Instant.now(), picture.chat(LOBBY).orElseThrow().mayPostAt());
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
    link.asked(Request.Resume.class).answer(new Reply.Resumed(overview(lobby)));
    await(Picture::online);
    return link;
  }

  private FakeLink resumeWithHistory(long head) {
    FakeLink link = resume(lobby(head, 0, new Marker(ME, head, head)));
    link.asked(Request.FetchOlder.class).answer(new Reply.Page(LOBBY, stretch(1, head), false));
    client.openTimeline(LOBBY);
    await(p -> p.messages(LOBBY).size() == head);
    return link;
  }
}
