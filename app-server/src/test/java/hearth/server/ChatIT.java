package hearth.server;

import static org.assertj.core.api.Assertions.assertThat;

import hearth.protocol.Action;
import hearth.protocol.Chat;
import hearth.protocol.ChatId;
import hearth.protocol.ChatOverview;
import hearth.protocol.Entry;
import hearth.protocol.Fault;
import hearth.protocol.Notification.ChatAppeared;
import hearth.protocol.Notification.EntryAppended;
import hearth.protocol.Request.CatchUp;
import hearth.protocol.Request.CountUnread;
import hearth.protocol.Request.CreateGroup;
import hearth.protocol.Request.FetchHistory;
import hearth.protocol.Request.FetchVersions;
import hearth.protocol.Request.MarkRead;
import hearth.protocol.Request.OpenDirect;
import hearth.protocol.Request.ShowSign;
import hearth.protocol.Request.Side;
import hearth.protocol.Response;
import hearth.protocol.SendId;
import hearth.protocol.Sign;
import hearth.protocol.UserId;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChatIT {
  @TempDir Path data;

  @Test
  void twoPeopleHaveOneDirectChatNoMatterWhoOpensIt() throws StartException {
    try (var server = new ServerFixture(data)) {
      Peer ann = server.join("Ann");
      Peer ben = server.join("Ben");
      Peer cleo = server.join("Cleo");
      ChatOverview direct = opened(ann.call(new OpenDirect(ben.me())));
      assertThat(direct.chat())
          .isEqualTo(
              new Chat(
                  direct.chat().id(),
                  Chat.Kind.DIRECT,
                  "",
                  List.of(ann.me(), ben.me()),
                  List.of(),
                  0));
      assertThat(ben.await(ChatAppeared.class).chat()).isEqualTo(direct);
      assertThat(opened(ben.call(new OpenDirect(ann.me())))).isEqualTo(direct);
      ChatId chat = direct.chat().id();
      assertThat(ben.post(chat, "just us").seq()).isEqualTo(1);
      assertThat(ann.awaitPost().action()).isEqualTo(Action.Post.text("just us"));
      assertThat(opened(ann.call(new OpenDirect(ben.me()))).mine().unread()).isEqualTo(1);
      assertThat(cleo.toldUntilNow())
          .noneMatch(ChatAppeared.class::isInstance)
          .filteredOn(EntryAppended.class::isInstance)
          .extracting(told -> ((EntryAppended) told).entry().chat())
          .containsOnly(Peer.LOBBY);
    }
  }

  @Test
  void aGroupAppearsToAllItsMembers() throws StartException {
    try (var server = new ServerFixture(data)) {
      Peer ann = server.join("Ann");
      Peer ben = server.join("Ben");
      Peer tablet = server.resume(ann.token());
      Peer cleo = server.join("Cleo");
      var request = new CreateGroup(Peer.sendId(), "Choir", List.of(ben.me(), ann.me()));
      ChatOverview group = opened(ann.call(request));
      assertThat(group.chat().title()).isEqualTo("Choir");
      assertThat(group.chat().members()).containsExactly(ann.me(), ben.me());
      assertThat(group.head()).isEqualTo(1);
      for (Peer peer : List.of(ann, ben, tablet)) {
        assertThat(peer.await(ChatAppeared.class).chat()).isEqualTo(group);
        Entry first = peer.await(EntryAppended.class).entry();
        assertThat(first.chat()).isEqualTo(group.chat().id());
        assertThat(first.seq()).isEqualTo(1);
        assertThat(first.action()).isEqualTo(new Action.AddMembers(List.of(ann.me(), ben.me())));
      }
      assertThat(cleo.toldUntilNow()).noneMatch(ChatAppeared.class::isInstance);
      assertThat(opened(ann.call(request))).as("asked again").isEqualTo(group);
      assertThat(ann.toldUntilNow()).noneMatch(ChatAppeared.class::isInstance);
    }
  }

  @Test
  void chatsAreThereAfterARestart() throws StartException {
    try (var server = new ServerFixture(data)) {
      Peer ann = server.join("Ann");
      Peer ben = server.join("Ben");
      ChatOverview group =
          opened(ann.call(new CreateGroup(Peer.sendId(), "Choir", List.of(ben.me()))));
      ann.post(group.chat().id(), "la");
      server.restart();
      Peer annAgain = server.resume(ann.token());
      Peer benAgain = server.resume(ben.token());
      assertThat(annAgain.overview().chats()).extracting(ChatOverview::chat).contains(group.chat());
      benAgain.post(group.chat().id(), "la la");
      assertThat(annAgain.awaitPost().seq()).isEqualTo(3);
    }
  }

  @Test
  void aChatOfOthersIsAsUnknownAsOneThatIsNot() throws StartException {
    try (var server = new ServerFixture(data)) {
      Peer ann = server.join("Ann");
      Peer ben = server.join("Ben");
      Peer cleo = server.join("Cleo");
      ChatId foreign = opened(ann.call(new OpenDirect(ben.me()))).chat().id();
      for (ChatId chat : List.of(foreign, new ChatId(99))) {
        for (var request :
            List.of(
                Peer.request(chat, Action.Post.text("let me in")),
                new CatchUp(chat, 0, null),
                new FetchHistory(chat, Side.BEFORE, 1, 1),
                new FetchVersions(chat, 1),
                new CountUnread(chat, 1),
                new MarkRead(chat, 1),
                new ShowSign(chat, Sign.TYPING))) {
          assertThat(cleo.refused(request)).isEqualTo(Fault.CHAT_UNKNOWN);
        }
      }
    }
  }

  @Test
  void aPersonHasOneChatWithThemselves() throws StartException {
    try (var server = new ServerFixture(data)) {
      Peer ann = server.join("Ann");
      Peer phone = server.resume(ann.token());
      ChatOverview notes = opened(ann.call(new OpenDirect(ann.me())));
      assertThat(notes.chat().members()).containsExactly(ann.me());
      assertThat(opened(phone.call(new OpenDirect(ann.me()))).chat().id())
          .isEqualTo(notes.chat().id());
      ann.post(notes.chat().id(), "remember the milk");
      assertThat(phone.awaitPost().chat()).isEqualTo(notes.chat().id());
      server.restart();
      Peer again = server.resume(ann.token());
      assertThat(opened(again.call(new OpenDirect(ann.me()))).head()).isEqualTo(1);
    }
  }

  @Test
  void chatsNeedPeopleWhoAreHere() throws StartException {
    try (var server = new ServerFixture(data)) {
      Peer ann = server.join("Ann");
      UserId nobody = new UserId(99);
      SendId id = Peer.sendId();
      assertThat(ann.refused(new OpenDirect(nobody))).isEqualTo(Fault.USER_UNKNOWN);
      assertThat(ann.refused(new CreateGroup(id, "Choir", List.of(nobody))))
          .isEqualTo(Fault.USER_UNKNOWN);
      assertThat(ann.refused(new CreateGroup(id, "Choir", List.of(ann.me()))))
          .isEqualTo(Fault.MEMBERS_TOO_FEW);
    }
  }

  private static ChatOverview opened(Response response) {
    return ((Response.ChatOpened) response).chat();
  }
}
