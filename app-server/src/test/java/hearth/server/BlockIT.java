package hearth.server;

import static org.assertj.core.api.Assertions.assertThat;

import hearth.client.link.Address;
import hearth.client.model.ChatItem;
import hearth.client.model.Picture;
import hearth.client.model.Timelines;
import hearth.protocol.Action;
import hearth.protocol.Blocked;
import hearth.protocol.ChatId;
import hearth.protocol.ChatOverview;
import hearth.protocol.Content;
import hearth.protocol.Fault;
import hearth.protocol.Mentions;
import hearth.protocol.Notification.MarkerMoved;
import hearth.protocol.Notification.OwnSettingsChanged;
import hearth.protocol.Notification.SignShown;
import hearth.protocol.Notification.UserChanged;
import hearth.protocol.OwnSettings;
import hearth.protocol.Request.CountUnread;
import hearth.protocol.Request.MarkDelivered;
import hearth.protocol.Request.MarkRead;
import hearth.protocol.Request.OpenDirect;
import hearth.protocol.Request.SetBlocked;
import hearth.protocol.Request.ShowSign;
import hearth.protocol.Response;
import hearth.protocol.Sign;
import hearth.protocol.UserId;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Mira blocks Bo: what he writes to her and his mentions of her do not reach her, on any of her
/// devices, nothing is lost, and he does not notice.
class BlockIT {
  @TempDir Path folder;
  private ServerFixture server;
  private Peer bo;
  private Device desk;
  private Device phone;

  @BeforeEach
  void start() throws Exception {
    server = new ServerFixture(folder.resolve("data"));
    bo = server.join("Bo");
    desk = Device.join(folder.resolve("Mira"), new Address("127.0.0.1", server.port(), true, null));
    phone = desk.another(folder.resolve("phone"));
  }

  @AfterEach
  void stop() {
    desk.close();
    phone.close();
    server.close();
  }

  private static ChatId direct(Peer of, UserId with) {
    return ((Response.ChatOpened) of.call(new OpenDirect(with))).chat().chat().id();
  }

  private static ChatItem item(Picture picture, ChatId chat) {
    return picture.chat(chat).orElseThrow();
  }

  private static List<String> texts(Picture picture, ChatId chat) {
    return picture.messages(chat).stream().map(Device::text).toList();
  }

  private static boolean holds(Picture picture, ChatId chat, long seq) {
    return picture.chat(chat).filter(item -> item.reading().head() >= seq).isPresent();
  }

  @Test
  void whatIsWrittenAfterTheBlockIsHiddenOnEveryDeviceAndThereAgainAfterwards() throws Exception {
    ChatId chat = direct(bo, desk.me());
    long before = bo.post(chat, "hello").seq();
    phone.await(p -> p.chat(chat).filter(item -> item.reading().unread() == 1).isPresent());
    desk.await(p -> p.chat(chat).isPresent());
    phone.close();
    desk.client().openTimeline(chat);
    desk.await(p -> texts(p, chat).equals(List.of("hello")));

    desk.client().account().setBlocked(bo.me(), true).join();
    desk.await(p -> p.own().blocks(bo.me()) && item(p, chat).reading().unread() == 0);
    bo.post(chat, "are you there?");
    long last = bo.post(chat, "<@" + desk.me().value() + "> hey").seq();
    bo.call(new ShowSign(chat, Sign.TYPING));
    desk.await(p -> holds(p, chat, last));
    phone.startAgain();
    phone.client().openTimeline(chat);
    phone.await(p -> p.own().blocks(bo.me()) && p.online() && holds(p, chat, last));
    for (Device device : List.of(desk, phone)) {
      device.await(p -> texts(p, chat).equals(List.of("hello")));
      ChatItem item = item(device.picture(), chat);
      assertThat(item.reading().unread()).isZero();
      assertThat(item.reading().mentions()).isZero();
      assertThat(item.newest().row()).isNull();
      assertThat(item.newest().at()).isBeforeOrEqualTo(since(device));
      assertThat(item.signs()).isEmpty();
    }

    phone.client().account().setBlocked(bo.me(), false).join();
    for (Device device : List.of(desk, phone)) {
      device.await(p -> item(p, chat).reading().unread() == 3);
      device.await(p -> texts(p, chat).size() == 3);
      assertThat(item(device.picture(), chat).reading().mentions()).isEqualTo(1);
      assertThat(item(device.picture(), chat).newest().row()).isNotNull();
    }
    // what was not told meanwhile is told now
    bo.await(
        MarkerMoved.class,
        told -> told.marker().user().equals(desk.me()) && told.marker().delivered() == last);
    assertThat(before).isLessThan(last);
  }

  private static Instant since(Device device) {
    return device.picture().own().blocked().getFirst().since();
  }

  @Test
  void whatIsEditedOrPinnedAfterTheBlockIsHiddenToo() {
    ChatId chat = direct(bo, desk.me());
    long kept = bo.post(chat, "hello").seq();
    long edited = bo.post(chat, "a word").seq();
    desk.await(p -> p.chat(chat).isPresent());
    desk.client().openTimeline(chat);
    desk.await(p -> texts(p, chat).size() == 2);
    desk.client().account().setBlocked(bo.me(), true).join();
    bo.append(chat, new Action.Edit(edited, new Content.Text("another word")));
    bo.append(chat, new Action.Pin(kept, true));
    long late = bo.post(chat, "look at this").seq();
    long last = bo.append(chat, new Action.Pin(late, true)).seq();
    desk.await(p -> holds(p, chat, last));
    desk.await(p -> texts(p, chat).equals(List.of("hello")));
    assertThat(item(desk.picture(), chat).chat().settings().pins()).containsExactly(kept);
    desk.client().account().setBlocked(bo.me(), false).join();
    desk.await(p -> texts(p, chat).equals(List.of("hello", "another word", "look at this")));
    assertThat(item(desk.picture(), chat).chat().settings().pins()).containsExactly(kept, late);
  }

  @Test
  void aNewDeviceFindsTheEndOfWhatIsShownBehindAnyNumberOfHiddenMessages() throws Exception {
    ChatId chat = direct(bo, desk.me());
    bo.post(chat, "hello");
    desk.await(p -> p.chat(chat).isPresent());
    desk.client().account().setBlocked(bo.me(), true).join();
    for (int i = 0; i < 2 * Timelines.WINDOW; i++) {
      var _ = bo.ask(Peer.request(chat, Action.Post.text("hey " + i)));
    }
    bo.post(chat, "hey");
    try (Device tablet = desk.another(folder.resolve("tablet"))) {
      tablet.client().openTimeline(chat);
      tablet.await(p -> texts(p, chat).equals(List.of("hello")) && p.complete(chat));
      assertThat(tablet.client().seek(chat, Timelines.END).join()).isTrue();
      tablet.await(p -> texts(p, chat).equals(List.of("hello")));
      assertThat(tablet.picture().reach(chat).orElseThrow().last()).isTrue();
      assertThat(item(tablet.picture(), chat).reading().unread()).isZero();
    }
  }

  @Test
  void aDeviceThatStartsWithoutTheServerKnowsWhoIsBlocked() throws Exception {
    ChatId chat = direct(bo, desk.me());
    desk.client().account().setBlocked(bo.me(), true).join();
    long last = bo.post(chat, "hello").seq();
    desk.await(p -> holds(p, chat, last));
    desk.close();
    server.close();
    desk.startAgain();
    desk.await(p -> p.own().blocks(bo.me()) && holds(p, chat, last));
    assertThat(item(desk.picture(), chat).reading().unread()).isZero();
    assertThat(item(desk.picture(), chat).newest().row()).isNull();
  }

  @Test
  void theOtherIsToldNothing() {
    Peer ada = server.join("Ada");
    ChatId chat = direct(ada, bo.me());
    long seq = bo.post(chat, "hello").seq();
    ada.call(new MarkDelivered(chat, seq));
    bo.toldUntilNow();

    ada.call(new SetBlocked(bo.me(), true));
    long later = bo.post(chat, "and you?").seq();
    ada.call(new MarkRead(chat, later));
    ada.call(new MarkDelivered(chat, later));
    ada.call(new ShowSign(chat, Sign.TYPING));
    assertThat(bo.toldUntilNow())
        .noneMatch(MarkerMoved.class::isInstance)
        .noneMatch(SignShown.class::isInstance)
        .noneMatch(OwnSettingsChanged.class::isInstance)
        .noneMatch(UserChanged.class::isInstance);
    ChatOverview seen = overview(bo, chat);
    assertThat(seen.markers().of(ada.me()).delivered()).isEqualTo(seq);
    assertThat(seen.markers().of(ada.me()).read()).isZero();
    assertThat(ada.append(chat, post("bye")).seq()).isEqualTo(later + 1);

    ada.call(new SetBlocked(bo.me(), false));
    ada.call(new MarkRead(chat, later));
    assertThat(bo.await(MarkerMoved.class).marker().read()).isEqualTo(later);
  }

  private static Action post(String text) {
    return Action.Post.text(text);
  }

  private ChatOverview overview(Peer of, ChatId chat) {
    return server.overview(of).chats().stream()
        .filter(one -> one.chat().id().equals(chat))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void theirMentionsDoNotCountAndThoseOfOthersDo() throws Exception {
    String me = Mentions.of(desk.me());
    bo.post(me + " look");
    bo.post(Mentions.ALL + " look");
    desk.await(p -> item(p, Peer.LOBBY).reading().mentions() == 2);
    desk.client().account().setBlocked(bo.me(), true).join();
    desk.await(p -> item(p, Peer.LOBBY).reading().mentions() == 0);
    bo.post(Mentions.ALL + " again");
    Peer cleo = server.join("Cleo");
    cleo.post(me + " hello");
    desk.await(p -> item(p, Peer.LOBBY).reading().unread() == 4);
    assertThat(item(desk.picture(), Peer.LOBBY).reading().mentions()).isEqualTo(1);
    phone.await(p -> item(p, Peer.LOBBY).reading().unread() == 4);
    assertThat(item(phone.picture(), Peer.LOBBY).reading().mentions()).isEqualTo(1);
    desk.client().account().setBlocked(bo.me(), false).join();
    desk.await(p -> item(p, Peer.LOBBY).reading().mentions() == 4);
  }

  @Test
  void theServerCountsNoMentionOfWhoIsBlocked() {
    Peer ada = server.join("Ada");
    bo.post(Mentions.of(ada.me()) + " look");
    ada.call(new SetBlocked(bo.me(), true));
    Response.Unread counted = (Response.Unread) ada.call(new CountUnread(Peer.LOBBY, 0));
    assertThat(counted.count()).isEqualTo(1);
    assertThat(counted.mentions()).isZero();
    assertThat(server.lobby(ada).mine().mentions()).isZero();
  }

  @Test
  void aBlockStaysOverARestartAndIsToldOnceToOwnDevices() throws StartException {
    Peer ada = server.join("Ada");
    Peer tablet = server.resume(ada.token());
    ChatId chat = direct(bo, ada.me());
    long seq = bo.post(chat, "hello").seq();
    ada.call(new SetBlocked(bo.me(), true));
    OwnSettings own = tablet.await(OwnSettingsChanged.class).settings();
    Blocked block = own.blocked().getFirst();
    assertThat(block.user()).isEqualTo(bo.me());
    assertThat(block.after()).isEqualTo(seq);
    bo.post(chat, "hello?");
    ada.call(new SetBlocked(bo.me(), true));
    assertThat(tablet.toldUntilNow()).noneMatch(OwnSettingsChanged.class::isInstance);
    server.restart();
    assertThat(server.resume(ada.token()).resumed().own()).isEqualTo(own);
  }

  @Test
  void nobodyBlocksThemselvesOrWhoIsNotThere() {
    Peer ada = server.join("Ada");
    assertThat(ada.refused(new SetBlocked(ada.me(), true))).isEqualTo(Fault.PARAMS_INVALID);
    assertThat(ada.refused(new SetBlocked(new UserId(99), true))).isEqualTo(Fault.USER_UNKNOWN);
    assertThat(ada.call(new SetBlocked(new UserId(99), false))).isEqualTo(new Response.Done());
  }
}
