package hearth.client;

import static hearth.client.Lobby.BO;
import static hearth.client.Lobby.IDENTITY;
import static hearth.client.Lobby.LOBBY;
import static hearth.client.Lobby.ME;
import static hearth.client.Lobby.entries;
import static hearth.client.Lobby.fromBo;
import static hearth.client.Lobby.history;
import static hearth.client.Lobby.lobby;
import static hearth.client.Lobby.page;
import static hearth.client.Lobby.resumed;
import static hearth.client.Lobby.stretch;
import static org.assertj.core.api.Assertions.assertThat;

import hearth.client.FakeNetwork.Asked;
import hearth.client.FakeNetwork.FakeLink;
import hearth.client.link.Link;
import hearth.client.model.Picture;
import hearth.client.store.sqlite.ProfileFolder;
import hearth.protocol.ChatOverview;
import hearth.protocol.Fault;
import hearth.protocol.Marker;
import hearth.protocol.Notification.MarkerMoved;
import hearth.protocol.Notification.SignShown;
import hearth.protocol.Request;
import hearth.protocol.Response;
import hearth.protocol.Sign;
import java.nio.file.Path;
import java.time.Duration;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The number of unread messages while the log is still behind what the overview has counted.
class UnreadTest {
  @TempDir Path folder;

  private final FakeNetwork network = new FakeNetwork();
  private Picture picture = new Picture();
  private HearthClient client;
  private FakeLink link;
  private Asked<Request.CatchUp> rest;

  /// The device holds 1 and 2, was away, and has been given 3 and 4 of 6.
  @BeforeEach
  void comeBack() {
    client = HearthClient.start(new ProfileFolder(folder).create(IDENTITY), network, picture);
    resume(lobby(2, 0, new Marker(ME, 2, 2)));
    link.asked(Request.FetchHistory.class).answer(history(1, 2));
    await(p -> p.chat(LOBBY).orElseThrow().reading().head() == 2);
    client.close();
    picture = new Picture();
    client =
        HearthClient.start(
            new ProfileFolder(folder).open(IDENTITY.server().id()), network, picture);
    client.openTimeline(LOBBY);
    resume(lobby(6, 4, new Marker(ME, 2, 2)));
    link.asked(Request.CatchUp.class).answer(new Response.Entries(LOBBY, stretch(3, 4), true));
    rest = link.asked(Request.CatchUp.class);
    await(p -> p.messages(LOBBY).size() == 4);
  }

  @AfterEach
  void leave() {
    client.close();
  }

  private void resume(ChatOverview lobby) {
    link = network.accept();
    link.opens();
    link.asked(Request.Resume.class).answer(resumed(lobby));
    await(Picture::online);
  }

  private void await(Predicate<Picture> wish) {
    assertThat(picture.await(Duration.ofSeconds(10), wish)).isTrue();
  }

  private int unread() {
    return picture.chat(LOBBY).orElseThrow().reading().unread();
  }

  @Test
  void beingDeliveredMoreDoesNotChangeIt() {
    link.tells(new MarkerMoved(LOBBY, new Marker(ME, 4, 2)));
    link.tells(new SignShown(LOBBY, BO, Sign.TYPING));
    await(p -> !p.chat(LOBBY).orElseThrow().showing(Sign.TYPING).isEmpty());
    assertThat(unread()).isEqualTo(4);
    rest.answer(entries(5, 6));
    await(p -> p.messages(LOBBY).size() == 6);
    assertThat(unread()).isEqualTo(4);
  }

  @Test
  void whatIsReadOnAnotherDeviceMeanwhileIsNotCountedAndTheRestIs() {
    link.tells(new MarkerMoved(LOBBY, new Marker(ME, 4, 3)));
    await(p -> p.chat(LOBBY).orElseThrow().reading().readTo() == 3);
    rest.answer(entries(5, 6));
    await(p -> p.messages(LOBBY).size() == 6);
    assertThat(unread()).isEqualTo(3);
  }

  /// The device holds the last 200 of 3,000, and 700 are unread.
  private void resyncTo3000() {
    link.breaks(Link.Closing.LOST);
    resume(lobby(3_000, 700, new Marker(ME, 2, 2)));
    link.asked(Request.CatchUp.class).answer(new Response.Resync(page(2_801, 3_000)));
    link.asked(Request.FetchHistory.class).answer(history(1, 100));
    await(p -> p.messages(LOBBY).size() == 100);
    assertThat(unread()).isEqualTo(700);
  }

  @Test
  void whatTheDeviceDoesNotHoldIsCountedByTheServer() {
    resyncTo3000();
    client.markRead(LOBBY, 52);
    Asked<Request.CountUnread> count = link.asked(Request.CountUnread.class);
    assertThat(count.request()).isEqualTo(new Request.CountUnread(LOBBY, 52));
    assertThat(unread()).isEqualTo(700);
    link.tells(fromBo(3_001));
    await(p -> p.chat(LOBBY).orElseThrow().reading().head() == 3_001);
    count.answer(new Response.Unread(LOBBY, 52, 3_000, 650, 0));
    await(p -> unread() == 651);
    link.tells(fromBo(3_002));
    await(p -> unread() == 652);
  }

  @Test
  void aCountThatReadingHasOvertakenIsAskedForAgain() {
    resyncTo3000();
    client.markRead(LOBBY, 52);
    Asked<Request.CountUnread> first = link.asked(Request.CountUnread.class);
    client.markRead(LOBBY, 62);
    await(p -> p.chat(LOBBY).orElseThrow().reading().readTo() == 62);
    first.answer(new Response.Unread(LOBBY, 52, 3_000, 650, 0));
    Asked<Request.CountUnread> second = link.asked(Request.CountUnread.class);
    assertThat(second.request().after()).isEqualTo(62);
    second.answer(new Response.Unread(LOBBY, 62, 3_000, 640, 0));
    await(p -> unread() == 640);
  }

  @Test
  void whereTheDeviceHoldsAllTheRestItCountsItself() {
    resyncTo3000();
    client.markRead(LOBBY, 2_900);
    await(p -> unread() == 100);
    assertThat(link.unasked()).noneMatch(Request.CountUnread.class::isInstance);
  }

  @Test
  void anOlderServerIsAskedOnce() {
    resyncTo3000();
    client.markRead(LOBBY, 52);
    link.asked(Request.CountUnread.class).refuse(Fault.METHOD_UNKNOWN);
    client.markRead(LOBBY, 2_799);
    await(p -> unread() == 201);
    assertThat(link.unasked()).noneMatch(Request.CountUnread.class::isInstance);
  }
}
