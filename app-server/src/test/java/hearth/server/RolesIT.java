package hearth.server;

import static org.assertj.core.api.Assertions.assertThat;

import hearth.protocol.Action;
import hearth.protocol.Chat;
import hearth.protocol.ChatId;
import hearth.protocol.ChatOverview;
import hearth.protocol.Content;
import hearth.protocol.Fault;
import hearth.protocol.Notification.EntryAppended;
import hearth.protocol.Permission;
import hearth.protocol.Request;
import hearth.protocol.Role;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Ann owns a group with Ben and Cleo.
class RolesIT {
  @TempDir Path data;
  private ServerFixture server;
  private Peer ann;
  private Peer ben;
  private Peer cleo;
  private ChatId group;

  @BeforeEach
  void start() throws StartException {
    server = new ServerFixture(data);
    ann = server.join("Ann");
    ben = server.join("Ben");
    cleo = server.join("Cleo");
    group =
        Peers.opened(
                ann.call(
                    new Request.CreateGroup(Peer.sendId(), "Choir", List.of(ben.me(), cleo.me()))))
            .chat()
            .id();
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private Chat chatOf(Peer peer) {
    return server.resume(peer.token()).overview().chats().stream()
        .map(ChatOverview::chat)
        .filter(chat -> chat.id().equals(group))
        .findFirst()
        .orElseThrow();
  }

  private Fault refused(Peer peer, Action action) {
    return peer.refused(Peer.request(group, action));
  }

  @Test
  void anAdminTakesCareOfTheChatAndAReaderReads() throws StartException {
    ann.append(group, new Action.SetRole(ben.me(), Role.ADMIN));
    ben.append(group, new Action.SetRole(cleo.me(), Role.READER));
    assertThat(refused(cleo, Action.Post.text("may I?"))).isEqualTo(Fault.NOT_ALLOWED);
    long seq = ann.post(group, "welcome").seq();
    cleo.append(group, new Action.React(seq, "👍", true));
    ben.append(group, new Action.Rename("Chamber choir"));
    ben.append(group, new Action.SetTopic("Tuesdays at seven"));
    ben.append(group, new Action.Delete(seq));
    assertThat(refused(ben, new Action.RemoveMember(ann.me()))).isEqualTo(Fault.NOT_ALLOWED);
    assertThat(refused(ben, new Action.SetRole(cleo.me(), Role.ADMIN)))
        .isEqualTo(Fault.NOT_ALLOWED);
    server.restart();
    Chat chat = chatOf(cleo);
    assertThat(chat.title()).isEqualTo("Chamber choir");
    assertThat(chat.settings().topic()).isEqualTo("Tuesdays at seven");
    assertThat(chat.roleOf(ben.me())).isEqualTo(Role.ADMIN);
    assertThat(chat.roleOf(cleo.me())).isEqualTo(Role.READER);
    Peer again = server.resume(cleo.token());
    assertThat(again.refused(Peer.request(group, Action.Post.text("may I now?"))))
        .as("the commit thread knows it after a restart")
        .isEqualTo(Fault.NOT_ALLOWED);
  }

  @Test
  void aReaderCannotSayAnythingByAnEdit() {
    long seq = cleo.post(group, "before").seq();
    ann.append(group, new Action.SetRole(cleo.me(), Role.READER));
    assertThat(refused(cleo, new Action.Edit(seq, new Content.Text("after"))))
        .isEqualTo(Fault.NOT_ALLOWED);
    cleo.append(group, new Action.Delete(seq));
  }

  @Test
  void inAnnouncementsOnlyAdminsWrite() {
    ann.append(group, new Action.SetPermission(Permission.POST, Role.ADMIN));
    assertThat(refused(ben, Action.Post.text("hello"))).isEqualTo(Fault.NOT_ALLOWED);
    ann.append(group, new Action.SetRole(ben.me(), Role.ADMIN));
    ben.post(group, "hello");
    ann.append(group, new Action.SetRole(ben.me(), Role.MEMBER));
    ann.append(group, new Action.SetPermission(Permission.POST, Role.MEMBER));
    ben.post(group, "hello again");
    assertThat(chatOf(ben).settings().rules()).isEmpty();
  }

  @Test
  void theRulesSayWhoMayPinAddAndMentionAll() throws StartException {
    Peer dora = server.join("Dora");
    long seq = ann.post(group, "welcome").seq();
    assertThat(refused(ben, new Action.Pin(seq, true))).isEqualTo(Fault.NOT_ALLOWED);
    ann.append(group, new Action.SetPermission(Permission.PIN, Role.MEMBER));
    ben.append(group, new Action.Pin(seq, true));
    assertThat(refused(ben, new Action.AddMembers(List.of(dora.me()))))
        .isEqualTo(Fault.NOT_ALLOWED);
    ann.append(group, new Action.SetPermission(Permission.ADD, Role.MEMBER));
    ben.append(group, new Action.AddMembers(List.of(dora.me())));
    ben.post(group, "<@all> hello");
    ann.append(group, new Action.SetPermission(Permission.MENTION_ALL, Role.ADMIN));
    assertThat(refused(ben, Action.Post.text("<@all> hello"))).isEqualTo(Fault.NOT_ALLOWED);
  }

  @Test
  void whatIsSoAlreadyMakesNoEntry() {
    long renamed = ann.append(group, new Action.Rename("Band")).seq();
    assertThat(ann.append(group, new Action.Rename("Band")).seq()).isEqualTo(renamed);
    assertThat(ann.append(group, new Action.SetTopic("")).seq()).isEqualTo(renamed);
    assertThat(ann.append(group, new Action.SetPermission(Permission.POST, Role.MEMBER)).seq())
        .isEqualTo(renamed);
  }

  @Test
  void theNextOwnerIsAnAdmin() {
    ann.append(group, new Action.SetRole(cleo.me(), Role.ADMIN));
    ann.append(group, new Action.RemoveMember(ann.me()));
    ben.await(
        EntryAppended.class,
        told -> told.entry().action().equals(new Action.SetRole(cleo.me(), Role.OWNER)));
    assertThat(chatOf(ben).owner()).contains(cleo.me());
  }

  @Test
  void whoComesBackIsAPlainMember() {
    ann.append(group, new Action.SetRole(ben.me(), Role.ADMIN));
    ann.append(group, new Action.RemoveMember(ben.me()));
    ann.append(group, new Action.AddMembers(List.of(ben.me())));
    assertThat(refused(ben, new Action.Rename("Mine"))).isEqualTo(Fault.NOT_ALLOWED);
    assertThat(chatOf(ann).roleOf(ben.me())).isEqualTo(Role.MEMBER);
  }
}
