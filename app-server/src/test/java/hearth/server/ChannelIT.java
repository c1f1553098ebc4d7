package hearth.server;

import static org.assertj.core.api.Assertions.assertThat;

import hearth.protocol.Action;
import hearth.protocol.Channel;
import hearth.protocol.Chat;
import hearth.protocol.ChatId;
import hearth.protocol.Fault;
import hearth.protocol.Notification.ChatAppeared;
import hearth.protocol.Request;
import hearth.protocol.Response;
import hearth.protocol.Role;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Ann has made a channel.
class ChannelIT {
  @TempDir Path data;
  private ServerFixture server;
  private Peer ann;
  private Peer ben;
  private ChatId channel;

  @BeforeEach
  void start() throws StartException {
    server = new ServerFixture(data);
    ann = server.join("Ann");
    ben = server.join("Ben");
    channel = create("News");
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private ChatId create(String title) {
    Chat made =
        Peers.opened(
                ann.call(
                    new Request.CreateGroup(Peer.sendId(), title, List.of(), Chat.Kind.CHANNEL)))
            .chat();
    assertThat(made.kind()).isEqualTo(Chat.Kind.CHANNEL);
    assertThat(made.owner()).contains(ann.me());
    return made.id();
  }

  private static Action comingIn(Peer peer) {
    return new Action.AddMembers(List.of(peer.me()));
  }

  @Test
  void everybodyFindsItComesInAndGoes() throws StartException {
    ann.append(channel, new Action.SetTopic("What is new"));
    ann.post(channel, "before Ben");
    Response.Channels found = (Response.Channels) ben.call(new Request.ListChannels(0));
    assertThat(found.channels()).containsExactly(new Channel(channel, "News", "What is new", 1));
    assertThat(found.more()).isFalse();
    assertThat(ben.refused(Peer.request(channel, Action.Post.text("from outside"))))
        .isEqualTo(Fault.CHAT_UNKNOWN);

    ben.append(channel, comingIn(ben));
    assertThat(ben.await(ChatAppeared.class).chat().chat().id()).isEqualTo(channel);
    assertThat(ann.awaitEntry(Action.AddMembers.class).author()).isNotNull();
    ben.post(channel, "hello");
    assertThat(ben.refused(Peer.request(channel, new Action.Rename("Mine"))))
        .isEqualTo(Fault.NOT_ALLOWED);
    server.restart();
    Peer again = server.resume(ben.token());
    again.append(channel, new Action.RemoveMember(ben.me()));
    assertThat(again.refused(Peer.request(channel, Action.Post.text("gone"))))
        .isEqualTo(Fault.CHAT_UNKNOWN);
  }

  @Test
  void nobodyBringsOthersInAndNobodyComesIntoAGroup() throws StartException {
    Peer cleo = server.join("Cleo");
    assertThat(ben.refused(Peer.request(channel, comingIn(cleo)))).isEqualTo(Fault.CHAT_UNKNOWN);
    ben.append(channel, comingIn(ben));
    assertThat(ben.refused(Peer.request(channel, comingIn(cleo)))).isEqualTo(Fault.NOT_ALLOWED);
    ChatId group =
        Peers.opened(ann.call(new Request.CreateGroup(Peer.sendId(), "Choir", List.of(ben.me()))))
            .chat()
            .id();
    assertThat(cleo.refused(Peer.request(group, comingIn(cleo)))).isEqualTo(Fault.CHAT_UNKNOWN);
  }

  @Test
  void whoComesInTwiceAtTheSameMomentIsInOnce() throws StartException {
    Peer phone = server.resume(ben.token());
    List<CompletableFuture<Response>> asked =
        List.of(
            ben.ask(Peer.request(channel, comingIn(ben))),
            phone.ask(Peer.request(channel, comingIn(ben))));
    asked.forEach(CompletableFuture::join);
    Chat chat = server.resume(ben.token()).overview().chats().getLast().chat();
    assertThat(chat.members()).containsExactly(ann.me(), ben.me());
  }

  @Test
  void aReaderWhoWasRemovedComesBackAsAMember() {
    ben.append(channel, comingIn(ben));
    ann.append(channel, new Action.SetRole(ben.me(), Role.READER));
    ben.append(channel, new Action.RemoveMember(ben.me()));
    ben.append(channel, comingIn(ben));
    ben.post(channel, "here again");
  }

  @Test
  void manyAreListedInPages() {
    for (int i = 0; i < 220; i++) {
      create("Channel " + i);
    }
    List<ChatId> listed = new ArrayList<>();
    Response.Channels page;
    long after = 0;
    do {
      page = (Response.Channels) ben.call(new Request.ListChannels(after));
      page.channels().forEach(one -> listed.add(one.id()));
      after = page.channels().getLast().id().value();
    } while (page.more());
    assertThat(listed).hasSize(221).doesNotHaveDuplicates();
  }

  @Test
  void theLastWhoLeavesTakesItAlong() {
    ann.append(channel, new Action.RemoveMember(ann.me()));
    assertThat(((Response.Channels) ben.call(new Request.ListChannels(0))).channels()).isEmpty();
    assertThat(ben.refused(Peer.request(channel, comingIn(ben)))).isEqualTo(Fault.CHAT_UNKNOWN);
  }
}
