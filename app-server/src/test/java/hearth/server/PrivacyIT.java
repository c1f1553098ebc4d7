package hearth.server;

import static org.assertj.core.api.Assertions.assertThat;

import hearth.client.link.Address;
import hearth.client.model.ChatItem;
import hearth.protocol.Hidden;
import hearth.protocol.Marker;
import hearth.protocol.Notification;
import hearth.protocol.Notification.MarkerMoved;
import hearth.protocol.Notification.OwnSettingsChanged;
import hearth.protocol.Notification.SignShown;
import hearth.protocol.Notification.UserChanged;
import hearth.protocol.OwnSettings;
import hearth.protocol.Presence;
import hearth.protocol.Request.MarkDelivered;
import hearth.protocol.Request.MarkRead;
import hearth.protocol.Request.SetHidden;
import hearth.protocol.Request.ShowSign;
import hearth.protocol.Response;
import hearth.protocol.Sign;
import hearth.protocol.User;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What Ben keeps from the others never reaches Ann, and is the same on both of his devices.
class PrivacyIT {
  @TempDir Path folder;
  private ServerFixture server;
  private Peer ann;
  private Peer ben;
  private Peer tablet;

  @BeforeEach
  void start() throws StartException {
    server = new ServerFixture(folder.resolve("data"));
    ann = server.join("Ann");
    ben = server.join("Ben");
    tablet = server.resume(ben.token());
    ann.toldUntilNow();
    tablet.toldUntilNow();
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private User ben(Peer viewer) {
    return server.overview(viewer).people().stream()
        .filter(user -> user.id().equals(ben.me()))
        .findFirst()
        .orElseThrow();
  }

  private static List<Marker> markers(List<Notification> told, Peer of) {
    return told.stream()
        .filter(MarkerMoved.class::isInstance)
        .map(moved -> ((MarkerMoved) moved).marker())
        .filter(marker -> marker.user().equals(of.me()))
        .toList();
  }

  @Test
  void ownDevicesAreToldOnceAndOnComingBack() {
    SetHidden request = new SetHidden(Hidden.TYPING, true);
    OwnSettings own = new OwnSettings(List.of(Hidden.TYPING));
    assertThat(ben.call(request)).isEqualTo(new Response.Done());
    assertThat(tablet.await(OwnSettingsChanged.class).settings()).isEqualTo(own);
    ben.call(request);
    assertThat(tablet.toldUntilNow()).noneMatch(OwnSettingsChanged.class::isInstance);
    assertThat(ann.toldUntilNow()).noneMatch(OwnSettingsChanged.class::isInstance);
    assertThat(server.resume(ben.token()).resumed().own()).isEqualTo(own);
    ben.call(new SetHidden(Hidden.TYPING, false));
    assertThat(server.resume(ben.token()).resumed().own()).isEqualTo(OwnSettings.NONE);
  }

  @Test
  void nobodySeesWhetherWhoHidesItIsHere() throws StartException {
    ben.call(new SetHidden(Hidden.PRESENCE, true));
    User hidden = ann.await(UserChanged.class).user();
    assertThat(hidden).isEqualTo(new User(ben.me(), "Ben", Presence.OFFLINE, null));
    tablet.close();
    ben.close();
    server.resume(ben.token());
    assertThat(ann.toldUntilNow()).noneMatch(UserChanged.class::isInstance);
    assertThat(ben(ann)).isEqualTo(hidden);
    server.restart();
    ann = server.resume(ann.token());
    assertThat(ben(ann)).isEqualTo(hidden);
    server.resume(ben.token()).call(new SetHidden(Hidden.PRESENCE, false));
    assertThat(ann.await(UserChanged.class).user().presence()).isEqualTo(Presence.ONLINE);
  }

  @Test
  void nobodySeesWhatWhoHidesItReadsButTheirOwnDevices() {
    ben.call(new SetHidden(Hidden.READING, true));
    long seq = ann.post("hello").seq();
    ann.toldUntilNow();
    ben.call(new MarkRead(Peer.LOBBY, seq));
    assertThat(tablet.await(MarkerMoved.class, told -> told.marker().read() == seq).marker().user())
        .isEqualTo(ben.me());
    assertThat(markers(ann.toldUntilNow(), ben)).allMatch(marker -> marker.read() == 0);
    assertThat(server.lobby(ann).markers().of(ben.me()).read()).isZero();
    assertThat(server.lobby(ben).markers().of(ben.me()).read()).isEqualTo(seq);
    assertThat(server.lobby(tablet).mine().unread()).isZero();
  }

  @Test
  void nobodySeesWhatIsDeliveredToWhoHidesPresenceButTheirOwnDevices() {
    ben.call(new SetHidden(Hidden.PRESENCE, true));
    long first = ann.post("one").seq();
    long second = ann.post("two").seq();
    ann.toldUntilNow();
    ben.call(new MarkDelivered(Peer.LOBBY, second));
    assertThat(markers(ann.toldUntilNow(), ben)).isEmpty();
    assertThat(server.lobby(ann).markers().of(ben.me()).delivered()).isLessThan(first);
    Marker whole = tablet.await(MarkerMoved.class).marker();
    assertThat(whole.delivered()).isEqualTo(second);
    assertThat(server.lobby(tablet).markers().of(ben.me())).isEqualTo(whole);
    ben.call(new MarkRead(Peer.LOBBY, first));
    Marker read = new Marker(ben.me(), first, first);
    assertThat(markers(ann.toldUntilNow(), ben)).containsExactly(read);
    assertThat(server.lobby(ann).markers().of(ben.me())).isEqualTo(read);
    assertThat(markers(tablet.toldUntilNow(), ben)).contains(new Marker(ben.me(), second, first));
    ben.call(new SetHidden(Hidden.PRESENCE, false));
    assertThat(server.lobby(ann).markers().of(ben.me()).delivered()).isEqualTo(second);
    long third = ann.post("three").seq();
    ben.call(new MarkDelivered(Peer.LOBBY, third));
    assertThat(ann.await(MarkerMoved.class).marker()).isEqualTo(new Marker(ben.me(), third, first));
  }

  @Test
  void whatIsReadIsNotToldAsDeliveredToWhoIsNotToldWhatIsRead() {
    ann.call(new SetHidden(Hidden.READING, true));
    ben.call(new SetHidden(Hidden.PRESENCE, true));
    long seq = ann.post("hello").seq();
    ann.toldUntilNow();
    ben.call(new MarkRead(Peer.LOBBY, seq));
    assertThat(markers(ann.toldUntilNow(), ben)).isEmpty();
    assertThat(server.lobby(ann).markers().of(ben.me())).isEqualTo(new Marker(ben.me(), 0, 0));
  }

  @Test
  void nothingIsToldOfTheMarkerOfWhoHidesPresenceAndReading() {
    ben.call(new SetHidden(Hidden.PRESENCE, true));
    ben.call(new SetHidden(Hidden.READING, true));
    long seq = ann.post("hello").seq();
    ann.toldUntilNow();
    ben.call(new MarkDelivered(Peer.LOBBY, seq));
    ben.call(new MarkRead(Peer.LOBBY, seq));
    assertThat(markers(ann.toldUntilNow(), ben)).isEmpty();
    assertThat(server.lobby(ann).markers().of(ben.me())).isEqualTo(new Marker(ben.me(), 0, 0));
    assertThat(markers(tablet.toldUntilNow(), ben)).contains(new Marker(ben.me(), seq, seq));
  }

  @Test
  void whoHidesWhatTheyReadSeesNothingOfTheOthers() {
    ben.call(new SetHidden(Hidden.READING, true));
    long seq = ben.post("hello").seq();
    tablet.toldUntilNow();
    ann.call(new MarkRead(Peer.LOBBY, seq));
    List<Marker> told = markers(tablet.toldUntilNow(), ann);
    assertThat(told).isNotEmpty().allMatch(marker -> marker.read() == 0);
    assertThat(told.getLast().delivered()).isEqualTo(seq);
    assertThat(server.lobby(ben).markers().of(ann.me()).read()).isZero();
    Peer cleo = server.join("Cleo");
    assertThat(server.lobby(cleo).markers().of(ann.me()).read()).isEqualTo(seq);
    ben.call(new SetHidden(Hidden.READING, false));
    assertThat(server.lobby(ben).markers().of(ann.me()).read()).isEqualTo(seq);
  }

  @Test
  void nobodySeesThatWhoHidesItIsTypingOrLooking() {
    ben.call(new ShowSign(Peer.LOBBY, Sign.TYPING));
    ann.await(SignShown.class);
    ben.call(new SetHidden(Hidden.TYPING, true));
    assertThat(ben.call(new ShowSign(Peer.LOBBY, Sign.TYPING))).isEqualTo(new Response.Done());
    assertThat(ann.toldUntilNow()).noneMatch(SignShown.class::isInstance);
    ben.call(new ShowSign(Peer.LOBBY, Sign.LOOKING));
    ann.await(SignShown.class, shown -> shown.sign() == Sign.LOOKING);
    ben.call(new SetHidden(Hidden.PRESENCE, true));
    ben.call(new ShowSign(Peer.LOBBY, Sign.LOOKING));
    assertThat(ann.toldUntilNow()).noneMatch(SignShown.class::isInstance);
  }

  @Test
  void whatIsReadOnOneDeviceIsReadOnTheOtherAlthoughItIsHidden() throws Exception {
    var address = new Address("127.0.0.1", server.port(), true, null);
    try (Device desk = Device.join(folder.resolve("Mira"), address);
        Device phone = desk.another(folder.resolve("phone"))) {
      desk.client().account().setHidden(Hidden.READING, true).join();
      phone.await(p -> p.own().hides(Hidden.READING));
      ann.post("hello");
      phone.await(p -> reading(p.chat(Peer.LOBBY).orElseThrow()).unread() == 1);
      desk.await(p -> p.messages(Peer.LOBBY).size() == 1);
      desk.client().markRead(Peer.LOBBY, desk.picture().messages(Peer.LOBBY).getFirst().seq());
      phone.await(p -> reading(p.chat(Peer.LOBBY).orElseThrow()).unread() == 0);
      assertThat(server.lobby(ann).markers().of(desk.me()).read()).isZero();
    }
  }

  private static ChatItem.Reading reading(ChatItem chat) {
    return chat.reading();
  }
}
