package hearth.server;

import static org.assertj.core.api.Assertions.assertThat;

import hearth.client.link.Address;
import hearth.client.model.Attention;
import hearth.client.model.ChatItem;
import hearth.protocol.Action;
import hearth.protocol.ChatId;
import hearth.protocol.Fault;
import hearth.protocol.Mentions;
import hearth.protocol.Notification.EntryAppended;
import hearth.protocol.Notification.PreferencesChanged;
import hearth.protocol.Preferences;
import hearth.protocol.Request;
import hearth.protocol.Row;
import hearth.protocol.Status;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What people set for themselves is the same on all of their devices, and nobody else's business:
/// Mira has a desk and a phone, and talks with Bo.
class PersonalIT {
  @TempDir Path folder;
  private ServerFixture server;
  private Device desk;
  private Device phone;
  private Device bo;

  @BeforeEach
  void start() throws Exception {
    server = new ServerFixture(folder.resolve("data"));
    var address = new Address("127.0.0.1", server.port(), true, null);
    desk = Device.join(folder.resolve("Mira"), address);
    phone = desk.another(folder.resolve("phone"));
    bo = Device.join(folder.resolve("Bo"), address);
  }

  @AfterEach
  void stop() {
    desk.close();
    phone.close();
    bo.close();
    server.close();
  }

  private static ChatItem lobby(Device device) {
    return device.picture().chat(Peer.LOBBY).orElseThrow();
  }

  private static void awaitSet(Device device, Predicate<Preferences> wish) {
    device.await(p -> p.chat(Peer.LOBBY).filter(c -> wish.test(c.own().preferences())).isPresent());
  }

  @Test
  void whatIsSetOnOneDeviceIsSetOnTheOther() {
    desk.append(new Action.PinChat(true));
    desk.append(new Action.Archive(true));
    desk.append(new Action.Mute(Action.Mute.ALWAYS));
    awaitSet(phone, set -> set.pinned() && set.archived() && set.isMuted(Instant.now()));
    phone.append(new Action.Archive(false));
    awaitSet(desk, set -> !set.archived() && set.pinned());
    assertThat(lobby(bo).own().preferences()).isEqualTo(Preferences.NONE);
  }

  @Test
  void whoWasAwayIsToldLaterAndWhatWasSetMeanwhileIsNotLost() throws Exception {
    phone.close();
    desk.append(new Action.PinChat(true));
    awaitSet(desk, Preferences::pinned);
    int port = server.port();
    server.close();
    desk.await(p -> !p.online());
    desk.append(new Action.Archive(true));
    desk.append(new Action.Archive(false));
    desk.append(new Action.Mute(Action.Mute.ALWAYS));
    awaitSet(desk, set -> set.isMuted(Instant.now()) && !set.archived());
    server = new ServerFixture(folder.resolve("data"), config -> config.withPort(port));
    desk.await(p -> p.online());
    phone.startAgain();
    awaitSet(phone, set -> set.pinned() && set.isMuted(Instant.now()) && !set.archived());
  }

  @Test
  void aMutedChatTellsOfMentionsOnly() {
    desk.append(new Action.Mute(Action.Mute.ALWAYS));
    awaitSet(desk, set -> set.isMuted(Instant.now()));
    bo.post("hello");
    bo.post("hello " + Mentions.of(desk.me()));
    desk.await(p -> p.chat(Peer.LOBBY).orElseThrow().reading().unread() == 2);
    assertThat(Attention.of(lobby(desk), Status.NONE, Instant.now())).isEqualTo(1);
  }

  @Test
  void aDraftGoesOnOnTheOtherDevice() {
    desk.client().draft(Peer.LOBBY, "Dear ");
    phone.await(p -> p.chat(Peer.LOBBY).orElseThrow().own().draft().equals("Dear "));
    phone.client().draft(Peer.LOBBY, "Dear Bo");
    desk.await(p -> p.chat(Peer.LOBBY).orElseThrow().own().draft().equals("Dear Bo"));
    desk.client().draft(Peer.LOBBY, "");
    phone.await(p -> p.chat(Peer.LOBBY).orElseThrow().own().draft().isEmpty());
  }

  @Test
  void aDraftOfOnesOwnIsNotOverwritten() {
    phone.client().draft(Peer.LOBBY, "on the phone");
    desk.client().draft(Peer.LOBBY, "on the desk");
    awaitSet(phone, set -> !set.draft().isEmpty());
    awaitSet(desk, set -> !set.draft().isEmpty());
    assertThat(lobby(phone).own().draft()).isEqualTo("on the phone");
    assertThat(lobby(desk).own().draft()).isEqualTo("on the desk");
  }

  @Test
  void aDraftIsKeptWhenTheAppCloses() {
    desk.client().draft(Peer.LOBBY, "on the way out");
    desk.close();
    desk.startAgain();
    phone.await(p -> p.chat(Peer.LOBBY).orElseThrow().own().draft().equals("on the way out"));
  }

  @Test
  void readingOnOneDeviceClearsTheOther() {
    bo.post("<@" + desk.me().value() + "> one");
    phone.await(p -> p.chat(Peer.LOBBY).orElseThrow().reading().mentions() == 1);
    desk.await(p -> p.messages(Peer.LOBBY).size() == 1);
    desk.client().markRead(Peer.LOBBY, desk.picture().messages(Peer.LOBBY).getFirst().seq());
    phone.await(p -> p.chat(Peer.LOBBY).orElseThrow().reading().mentions() == 0);
    assertThat(lobby(phone).reading().unread()).isZero();
  }

  @Test
  void whatIsMarkedAsUnreadIsSoUntilItIsLookedAtAgain() {
    List.of("one", "two", "three").forEach(bo::post);
    desk.await(p -> p.messages(Peer.LOBBY).size() == 3);
    List<Row> rows = desk.picture().messages(Peer.LOBBY);
    long two = rows.get(1).seq();
    long last = rows.get(2).seq();
    desk.client().markRead(Peer.LOBBY, last);
    phone.await(p -> p.chat(Peer.LOBBY).orElseThrow().reading().unread() == 0);

    desk.append(new Action.MarkUnread(two));
    phone.await(p -> p.chat(Peer.LOBBY).orElseThrow().reading().unread() == 2);
    assertThat(lobby(phone).reading().readTo()).isEqualTo(two - 1);
    desk.client().markRead(Peer.LOBBY, last); // it is still in sight
    bo.post("four");
    desk.await(p -> p.chat(Peer.LOBBY).orElseThrow().reading().unread() == 3);

    phone.client().closeTimeline(Peer.LOBBY);
    phone.client().openTimeline(Peer.LOBBY);
    phone.client().markRead(Peer.LOBBY, last);
    desk.await(p -> p.chat(Peer.LOBBY).orElseThrow().own().preferences().unreadFrom() == 0);
    assertThat(lobby(desk).reading().unread()).isEqualTo(1);
    assertThat(bo.picture().chat(Peer.LOBBY).orElseThrow().receipts().progressOf(last))
        .as("others see that it was read")
        .isEqualTo(ChatItem.Progress.READ);
  }

  @Test
  void aReminderIsDueOnEveryDeviceAndDoneOnAll() throws Exception {
    bo.post("call the plumber");
    desk.await(p -> p.messages(Peer.LOBBY).size() == 1);
    long seq = desk.picture().messages(Peer.LOBBY).getFirst().seq();
    Instant at = Instant.ofEpochMilli(Instant.now().plusSeconds(60).toEpochMilli());
    phone.close();
    desk.append(new Action.Remind(seq, at.plusSeconds(5)));
    desk.append(new Action.Remind(seq, at));
    var last = List.of(new Preferences.Reminder(seq, at));
    awaitSet(desk, set -> set.reminders().equals(last));
    phone.startAgain();
    awaitSet(phone, set -> set.reminders().equals(last)); // the desk may be telling them still
    assertThat(Attention.due(lobby(phone), at.minusMillis(1))).isEmpty();
    assertThat(Attention.due(lobby(phone), at)).hasSize(1);
    phone.append(new Action.Remind(seq, null));
    awaitSet(desk, set -> set.reminders().isEmpty());
  }

  @Test
  void remindersAreBounded() throws Exception {
    Peer ann = server.join("Ann");
    Instant at = Instant.ofEpochMilli(1_790_000_000_000L);
    long last = 0;
    for (int i = 0; i <= Preferences.REMINDERS; i++) {
      last = ann.post("message " + i).seq();
      ann.call(Peer.request(Peer.LOBBY, new Action.Remind(last, at)));
    }
    List<Preferences.Reminder> kept =
        server.resume(ann.token()).overview().chats().getFirst().mine().preferences().reminders();
    assertThat(kept).hasSize(Preferences.REMINDERS);
    assertThat(kept.getLast().seq()).isEqualTo(last);
    assertThat(ann.refused(Peer.request(Peer.LOBBY, new Action.Remind(last + 1, at))))
        .isEqualTo(Fault.MESSAGE_UNKNOWN);
  }

  @Test
  void othersAreNotToldAndNothingIsInTheLog() throws Exception {
    Peer ann = server.join("Ann");
    Peer stranger = server.join("Cleo");
    ChatId direct = Peers.opened(ann.call(new Request.OpenDirect(bo.me()))).chat().id();
    ann.toldUntilNow();
    stranger.toldUntilNow();
    ann.call(Peer.request(Peer.LOBBY, new Action.SaveDraft("secret")));
    assertThat(ann.await(PreferencesChanged.class).preferences().draft()).isEqualTo("secret");
    assertThat(stranger.toldUntilNow())
        .noneMatch(PreferencesChanged.class::isInstance)
        .noneMatch(EntryAppended.class::isInstance);
    assertThat(stranger.refused(Peer.request(direct, new Action.Archive(true))))
        .isEqualTo(Fault.CHAT_UNKNOWN);
    assertThat(ann.refused(Peer.request(Peer.LOBBY, new Action.MarkUnread(10_000))))
        .isEqualTo(Fault.MESSAGE_UNKNOWN);
  }

  @Test
  void whoLeavesTakesNothingAlong() throws Exception {
    Peer ann = server.join("Ann");
    Peer ben = server.join("Ben");
    ChatId group =
        Peers.opened(ann.call(new Request.CreateGroup(Peer.sendId(), "Choir", List.of(ben.me()))))
            .chat()
            .id();
    ben.call(Peer.request(group, new Action.PinChat(true)));
    ben.append(group, new Action.RemoveMember(ben.me()));
    ann.append(group, new Action.AddMembers(List.of(ben.me())));
    Peer again = server.resume(ben.token());
    assertThat(again.overview().chats().getLast().mine().preferences()).isEqualTo(Preferences.NONE);
  }
}
