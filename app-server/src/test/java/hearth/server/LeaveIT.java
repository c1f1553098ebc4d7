package hearth.server;

import static org.assertj.core.api.Assertions.assertThat;

import hearth.protocol.Action;
import hearth.protocol.Action.AddMembers;
import hearth.protocol.Action.RemoveMember;
import hearth.protocol.Action.SetRole;
import hearth.protocol.ChatId;
import hearth.protocol.ChatOverview;
import hearth.protocol.Entry;
import hearth.protocol.Fault;
import hearth.protocol.Marker;
import hearth.protocol.Notification.ChatAppeared;
import hearth.protocol.Request;
import hearth.protocol.Request.Append;
import hearth.protocol.Request.CatchUp;
import hearth.protocol.Request.CreateGroup;
import hearth.protocol.Request.FetchHistory;
import hearth.protocol.Request.OpenDirect;
import hearth.protocol.Request.ShowSign;
import hearth.protocol.Request.Side;
import hearth.protocol.Response;
import hearth.protocol.Role;
import hearth.protocol.Sign;
import hearth.protocol.UserId;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Ann owns a group with Ben, who has a desk and a phone, and Cleo.
class LeaveIT {
  @TempDir Path data;
  private ServerFixture server;
  private Peer ann;
  private Peer ben;
  private Peer phone;
  private Peer cleo;
  private ChatId group;

  @BeforeEach
  void start() throws StartException {
    server = new ServerFixture(data);
    ann = server.join("Ann");
    ben = server.join("Ben");
    phone = server.resume(ben.token());
    cleo = server.join("Cleo");
    group =
        ((Response.ChatOpened)
                ann.call(new CreateGroup(Peer.sendId(), "Choir", List.of(ben.me(), cleo.me()))))
            .chat()
            .chat()
            .id();
    for (Peer peer : List.of(ann, ben, phone, cleo)) {
      peer.await(ChatAppeared.class);
      peer.awaitEntry(AddMembers.class);
    }
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void whoLeavesHearsThatLastAndIsOutOnAllDevices() throws StartException {
    long left = ben.append(group, new RemoveMember(ben.me())).seq();
    for (Peer peer : List.of(ann, ben, phone, cleo)) {
      Entry told = peer.awaitEntry(RemoveMember.class);
      assertThat(told.seq()).isEqualTo(left);
      assertThat(told.author()).isEqualTo(ben.me());
    }
    assertThat(ann.post(group, "without Ben").seq()).isEqualTo(left + 1);
    assertThat(cleo.awaitPost().seq()).isEqualTo(left + 1);
    assertOut(ben);
    assertOut(phone);
    server.restart();
    assertOut(server.resume(ben.token()));
    assertThat(chat(server.resume(ann.token())).chat().members())
        .containsExactly(ann.me(), cleo.me());
  }

  private void assertOut(Peer peer) {
    assertThat(peer.entriesUntilNow()).noneMatch(entry -> entry.chat().equals(group));
    assertThat(server.overview(peer).chats())
        .extracting(overview -> overview.chat().id())
        .containsExactly(Peer.LOBBY);
    for (Request request :
        List.of(
            new CatchUp(group, 0, null),
            new FetchHistory(group, Side.BEFORE, 9, 9),
            new ShowSign(group, Sign.TYPING),
            Peer.request(group, Action.Post.text("let me in")),
            Peer.request(group, new RemoveMember(peer.me())))) {
      assertThat(peer.refused(request)).isEqualTo(Fault.CHAT_UNKNOWN);
    }
  }

  @Test
  void leavingWhoseAnswerWasLostIsDoneOnce() {
    Append request = Peer.request(group, new RemoveMember(ben.me()));
    server.askAndLoseTheAnswer(ben, request, ann);
    assertThat(ben.append(request).seq()).isEqualTo(2);
    assertThat(ann.post(group, "next").seq()).isEqualTo(3);
  }

  @Test
  void whoIsRemovedAndAddedAgainBeginsAtTheHead() {
    ann.append(group, new RemoveMember(ben.me()));
    for (Peer device : List.of(ben, phone)) {
      assertThat(device.awaitEntry(RemoveMember.class).author()).isEqualTo(ann.me());
    }
    ann.post(group, "between");
    assertOut(ben);
    long head = ann.append(group, new AddMembers(List.of(cleo.me(), ben.me()))).seq();
    for (Peer device : List.of(ben, phone)) {
      ChatOverview appeared = device.await(ChatAppeared.class).chat();
      assertThat(appeared.head()).isEqualTo(head);
      assertThat(appeared.mine().unread()).isZero();
      assertThat(appeared.chat().members()).containsExactly(ann.me(), cleo.me(), ben.me());
      assertThat(appeared.markers().of(ben.me())).isEqualTo(new Marker(ben.me(), head, head));
    }
    assertThat(cleo.awaitEntry(AddMembers.class).action())
        .as("only who is new counts")
        .isEqualTo(new AddMembers(List.of(ben.me())));
    assertThat(ann.post(group, "welcome back").seq()).isEqualTo(head + 1);
    for (Peer device : List.of(ben, phone)) {
      assertThat(device.awaitPost().seq()).as("nothing is told twice").isEqualTo(head + 1);
    }
    assertThat(chat(ben).mine().unread()).isEqualTo(1);
  }

  @Test
  void anOwnerWhoLeavesHandsTheGroupToWhoCameFirst() throws StartException {
    ann.append(group, new RemoveMember(ann.me()));
    for (Peer peer : List.of(ann, ben, cleo)) {
      Entry handed = peer.awaitEntry(SetRole.class);
      assertThat(handed.action()).isEqualTo(new SetRole(ben.me(), Role.OWNER));
      assertThat(handed.author()).isEqualTo(ann.me());
      assertThat(peer.awaitEntry(RemoveMember.class).seq()).isEqualTo(handed.seq() + 1);
    }
    server.restart();
    Peer again = server.resume(ben.token());
    assertThat(chat(again).chat().owner()).contains(ben.me());
    again.append(group, new Action.SetSlowMode(30));
    again.append(group, new RemoveMember(cleo.me()));
    again.append(group, new RemoveMember(ben.me()));
    for (UserId gone : List.of(cleo.me(), ben.me())) {
      assertThat(again.awaitEntry(RemoveMember.class).action()).isEqualTo(new RemoveMember(gone));
    }
    assertOut(again);
  }

  @Test
  void aNewOwnerTakesThePlaceOfTheOld() {
    ann.append(group, new SetRole(cleo.me(), Role.OWNER));
    assertThat(ann.refused(Peer.request(group, new Action.SetSlowMode(5))))
        .isEqualTo(Fault.NOT_ALLOWED);
    cleo.append(group, new Action.SetSlowMode(5));
    assertThat(chat(ben).chat().owner()).contains(cleo.me());
    assertThat(chat(ben).chat().roles()).hasSize(1);
  }

  @Test
  void nobodyLeavesTheLobbyOrADirectChat() {
    ChatId direct = ((Response.ChatOpened) ann.call(new OpenDirect(ben.me()))).chat().chat().id();
    for (ChatId chat : List.of(Peer.LOBBY, direct)) {
      for (UserId member : List.of(ann.me(), ben.me())) {
        assertThat(ann.refused(Peer.request(chat, new RemoveMember(member))))
            .isEqualTo(Fault.NOT_ALLOWED);
      }
      assertThat(ann.refused(Peer.request(chat, new AddMembers(List.of(cleo.me())))))
          .isEqualTo(Fault.NOT_ALLOWED);
    }
  }

  private ChatOverview chat(Peer peer) {
    return server.overview(peer).chats().stream()
        .filter(overview -> overview.chat().id().equals(group))
        .findFirst()
        .orElseThrow();
  }
}
