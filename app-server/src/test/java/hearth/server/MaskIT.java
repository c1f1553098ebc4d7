package hearth.server;

import static org.assertj.core.api.Assertions.assertThat;

import hearth.client.link.Address;
import hearth.client.model.ChatItem;
import hearth.client.model.TimelineRow;
import hearth.protocol.Action;
import hearth.protocol.AliasName;
import hearth.protocol.Chat;
import hearth.protocol.ChatId;
import hearth.protocol.Content;
import hearth.protocol.Fault;
import hearth.protocol.Forwarded;
import hearth.protocol.Mentions;
import hearth.protocol.Role;
import hearth.protocol.Row;
import hearth.protocol.Sign;
import hearth.protocol.User;
import hearth.protocol.UserId;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A masked chat on real devices: Mira has a desk and a phone, and asks what Bo answers; Cem is
/// away half of the time.
class MaskIT {
  @TempDir Path folder;
  private ServerFixture server;
  private Device desk;
  private Device phone;
  private Device bo;
  private Device cem;
  private ChatId chat;

  @BeforeEach
  void start() throws Exception {
    server = new ServerFixture(folder.resolve("data"));
    var address = new Address("127.0.0.1", server.port(), true, null);
    desk = Device.join(folder.resolve("Mira"), address);
    phone = desk.another(folder.resolve("phone"));
    bo = Device.join(folder.resolve("Bo"), address);
    cem = Device.join(folder.resolve("Cem"), address);
    chat = desk.client().createChannel("Questions", Chat.Kind.MASKED).get();
    for (Device one : List.of(bo, cem)) {
      assertThat(one.client().lookups().channels(0).get().channels())
          .anyMatch(found -> found.id().equals(chat) && found.kind() == Chat.Kind.MASKED);
      one.client().join(chat).get();
    }
    for (Device one : List.of(desk, phone, bo, cem)) {
      one.await(p -> p.chat(chat).filter(item -> item.chat().members().size() == 3).isPresent());
      one.client().openTimeline(chat);
    }
  }

  @AfterEach
  void stop() {
    desk.close();
    phone.close();
    bo.close();
    cem.close();
    server.close();
  }

  private static ChatItem item(Device device, ChatId chat) {
    return device.picture().chat(chat).orElseThrow();
  }

  private UserId as(Device device) {
    return item(device, chat).own().as();
  }

  private void awaitChat(Device device, Predicate<ChatItem> wish) {
    device.await(p -> p.chat(chat).filter(wish).isPresent());
  }

  private Row awaitSaid(Device device, String text) {
    Predicate<Row> said = row -> Device.text(row).equals(text);
    device.await(p -> p.messages(chat).stream().anyMatch(said));
    return device.picture().messages(chat).stream().filter(said).findFirst().orElseThrow();
  }

  private static User known(Device device, UserId id) {
    return device.picture().people().stream()
        .filter(user -> user.id().equals(id))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void everybodyIsWhoTheyDrewOnAllTheirDevices() {
    assertThat(as(phone)).isEqualTo(as(desk)).isNotEqualTo(desk.me());
    assertThat(item(bo, chat).chat().owner()).contains(as(desk));
    User fox = known(bo, as(desk));
    assertThat(fox.isAlias()).isTrue();
    assertThat(AliasName.of(fox.name())).isPresent();

    desk.client().append(chat, Action.Post.text("why?"));
    Row why = awaitSaid(bo, "why?");
    assertThat(why.author()).isEqualTo(as(desk));
    awaitChat(bo, now -> now.reading().unread() == 1);
    assertThat(awaitSaid(phone, "why?").author()).isEqualTo(as(phone));
    awaitChat(phone, now -> now.reading().unread() == 0);

    bo.client().append(chat, new Action.React(why.seq(), "👍", true));
    bo.client().append(chat, Action.Post.text(Mentions.of(as(desk)) + " because"));
    awaitChat(desk, now -> now.reading().mentions() == 1);
    bo.client().markRead(chat, why.seq());
    awaitChat(
        desk,
        now ->
            now.receipts().markers().stream()
                .anyMatch(marker -> marker.user().equals(as(bo)) && marker.read() == why.seq()));
    bo.client().show(chat, Sign.TYPING);
    awaitChat(desk, now -> now.showing(Sign.TYPING).equals(List.of(as(bo))));
    desk.client().append(chat, new Action.Edit(why.seq(), new Content.Text("Why?")));
    assertThat(awaitSaid(bo, "Why?").reactions().getFirst().users()).containsExactly(as(bo));
  }

  @Test
  void whoWasAwayComesBackAsTheSame() throws Exception {
    UserId owl = as(cem);
    cem.close();
    desk.client().append(chat, Action.Post.text("while you were away"));
    awaitSaid(bo, "while you were away");
    cem.startAgain();
    cem.await(p -> p.online() && p.chat(chat).isPresent());
    cem.client().openTimeline(chat);
    assertThat(as(cem)).isEqualTo(owl);
    assertThat(known(cem, awaitSaid(cem, "while you were away").author()).isAlias()).isTrue();
    cem.client().append(chat, Action.Post.text("here again"));
    assertThat(awaitSaid(desk, "here again").author()).isEqualTo(owl);

    cem.client().append(chat, new Action.RemoveMember(owl));
    cem.await(p -> p.chat(chat).isEmpty());
    awaitChat(desk, now -> now.chat().members().size() == 2);
    cem.client().join(chat).get();
    awaitChat(cem, now -> now.own().as().equals(owl));
  }

  @Test
  void aliasesTalkInPrivate() throws Exception {
    ChatId direct = bo.client().openDirect(as(desk)).get();
    for (Device device : List.of(desk, phone)) {
      device.await(p -> p.chat(direct).isPresent());
      assertThat(item(device, direct).own().as()).isEqualTo(as(desk));
      assertThat(item(device, direct).chat().members()).containsExactly(as(bo), as(desk));
    }
    assertThat(desk.client().openDirect(as(bo)).get()).isEqualTo(direct);
    bo.client().append(direct, Action.Post.text("who are you?"));
    desk.await(p -> p.chat(direct).orElseThrow().reading().unread() == 1);
    assertThat(cem.picture().chat(direct)).isEmpty();
  }

  @Test
  void anAliasIsBlockedWithoutAName() throws Exception {
    ChatId direct = bo.client().openDirect(as(desk)).get();
    desk.await(p -> p.chat(direct).isPresent());
    bo.client().append(direct, Action.Post.text("one"));
    desk.await(p -> p.chat(direct).orElseThrow().reading().unread() == 1);
    phone.client().account().setBlocked(as(bo), true).join();
    desk.await(p -> p.chat(direct).orElseThrow().reading().unread() == 0);
    desk.client().markRead(direct, 1);
    bo.client().append(direct, Action.Post.text("two"));
    bo.client().append(chat, Action.Post.text(Mentions.of(as(desk)) + " three"));
    awaitSaid(desk, Mentions.of(as(desk)) + " three");
    for (Device device : List.of(desk, phone)) {
      awaitChat(device, now -> now.reading().unread() == 1);
      assertThat(item(device, chat).reading().mentions()).isZero();
      device.await(p -> p.chat(direct).orElseThrow().reading().head() == 2);
      assertThat(item(device, direct).reading().unread()).isZero();
    }
    assertThat(item(bo, direct).receipts().markers())
        .noneMatch(marker -> marker.user().equals(as(desk)) && marker.read() > 0);
    phone.client().account().setBlocked(as(bo), false).join();
    desk.await(p -> p.chat(direct).orElseThrow().reading().unread() == 2);
    awaitChat(desk, now -> now.reading().mentions() == 1);
  }

  @Test
  void mutingAndRemovingNeedNoName() {
    desk.client().append(chat, new Action.SetRole(as(bo), Role.READER));
    awaitChat(bo, now -> now.chat().roleOf(as(bo)) == Role.READER);
    UserId gone = as(bo);
    desk.client().append(chat, new Action.RemoveMember(gone));
    bo.await(p -> p.chat(chat).isEmpty());
    awaitChat(cem, now -> !now.chat().members().contains(gone));
    phone.client().append(chat, new Action.Mute(Action.Mute.ALWAYS));
    awaitChat(desk, now -> now.own().preferences().mutedUntil() != null);
    assertThat(item(cem, chat).own().preferences().mutedUntil()).isNull();
  }

  @Test
  void whatIsSaidStaysThere() {
    desk.client().append(chat, Action.Post.text("between us"));
    Row said = awaitSaid(bo, "between us");
    Forwarded from = new Forwarded(said.author(), new Forwarded.Origin(chat, said.seq()));
    bo.append(new Action.Post(new Content.Text("between us"), 0, from));
    bo.await(
        p ->
            p.rows(Peer.LOBBY).stream()
                .anyMatch(
                    row ->
                        row instanceof TimelineRow.Unsent unsent
                            && unsent.pending().failure() == Fault.NOT_ALLOWED));
  }
}
