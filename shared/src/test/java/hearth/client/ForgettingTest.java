package hearth.client;

import static hearth.client.Lobby.BO;
import static hearth.client.Lobby.IDENTITY;
import static hearth.client.Lobby.LOBBY;
import static hearth.client.Lobby.ME;
import static hearth.client.Lobby.SERVER;
import static hearth.client.Lobby.fromBo;
import static hearth.client.Lobby.history;
import static hearth.client.Lobby.lobby;
import static hearth.client.Lobby.resumed;
import static org.assertj.core.api.Assertions.assertThat;

import hearth.client.FakeNetwork.FakeLink;
import hearth.client.link.Link;
import hearth.client.model.Connection;
import hearth.client.model.Picture;
import hearth.client.store.LocalStore;
import hearth.client.store.sqlite.ProfileFolder;
import hearth.protocol.Action;
import hearth.protocol.ChatOverview;
import hearth.protocol.Fault;
import hearth.protocol.Marker;
import hearth.protocol.Notification;
import hearth.protocol.Request;
import hearth.protocol.Response;
import hearth.protocol.User;
import java.nio.file.Path;
import java.time.Duration;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What a client forgets when the server's owner deletes chats and people, and when it is removed
/// itself.
class ForgettingTest {
  @TempDir Path folder;

  private final FakeNetwork network = new FakeNetwork();
  private Picture picture = new Picture();
  private HearthClient client;

  @BeforeEach
  void join() {
    client = HearthClient.start(new ProfileFolder(folder).create(IDENTITY), network, picture);
  }

  @AfterEach
  void leave() {
    client.close();
  }

  @Test
  void aDeletedChatIsForgottenWithAllThatWaitsForIt() {
    FakeLink link = online(2);
    client.draft(LOBBY, "almost");
    client.append(LOBBY, Action.Post.text("on its way"));
    client.append(LOBBY, Action.Post.text("waits"));
    var sent = link.appended();
    link.tells(new Notification.ChatDeleted(LOBBY));
    await(p -> p.chat(LOBBY).isEmpty());
    sent.refuse(Fault.CHAT_UNKNOWN);
    link.tells(fromBo(3)); // was sent before, and comes late
    link.tells(new Notification.ChatDeleted(LOBBY)); // twice
    client.reconnectNow();
    assertThat(link.isClosed()).isFalse();
    client.close();
    remembersNothing();
  }

  @Test
  void whatIsAnsweredLateBringsADeletedChatNotBack() {
    FakeLink link = resume(lobby(5, 0, new Marker(ME, 2, 2)));
    var caughtUp = link.asked(Request.FetchHistory.class);
    link.tells(new Notification.ChatDeleted(LOBBY));
    await(p -> p.chat(LOBBY).isEmpty());
    caughtUp.answer(history(1, 5));
    var asked = client.openDirect(BO); // the client has taken the answer before this
    link.asked(Request.OpenDirect.class).refuse(Fault.USER_UNKNOWN);
    assertThat(asked).failsWithin(Duration.ofSeconds(10));
    client.close();
    remembersNothing();
  }

  @Test
  void whatWasDeletedWhileThisDeviceWasAwayIsForgottenOnResuming() {
    online(2);
    client.close();
    restart();
    client.append(LOBBY, Action.Post.text("written offline"));
    FakeLink link = network.accept();
    link.opens();
    link.asked(Request.Resume.class).answer(resumed());
    await(Picture::online);
    await(p -> p.chat(LOBBY).isEmpty());
    assertThat(link.unasked()).noneMatch(Request.Append.class::isInstance);
    client.close();
    remembersNothing();
  }

  @Test
  void aRemovedPersonKeepsNoNameHereAfterARestartEither() {
    FakeLink link = online(2);
    link.tells(new Notification.UserChanged(User.deleted(BO)));
    await(p -> p.people().contains(User.deleted(BO)));
    client.close();
    restart();
    await(p -> p.people().contains(User.deleted(BO)));
    assertThat(picture.person("Bo")).isEmpty();
  }

  @Test
  void whoWasRemovedTriesNoMoreAndKnowsWhy() {
    FakeLink link = online(2);
    link.breaks(Link.Closing.LOST);
    FakeLink next = network.accept();
    next.opens();
    next.asked(Request.Resume.class).refuse(Fault.ACCOUNT_DELETED);
    await(p -> p.connection().equals(new Connection.Refused(Fault.ACCOUNT_DELETED)));
    assertThat(next.isClosed()).isTrue();
    client.reconnectNow();
    client.append(LOBBY, Action.Post.text("into the void"));
    await(p -> p.chat(LOBBY).orElseThrow().newest().pending() != null);
    assertThat(network.isQuiet()).isTrue();
  }

  @Test
  void leavingAGroupThatIsGoneAlreadyIsNoMistake() {
    FakeLink link = online(2);
    client.append(LOBBY, new Action.RemoveMember(ME));
    link.appended().refuse(Fault.CHAT_UNKNOWN);
    var asked = client.openDirect(BO);
    link.asked(Request.OpenDirect.class).refuse(Fault.USER_UNKNOWN);
    assertThat(asked).failsWithin(Duration.ofSeconds(10));
    assertThat(picture.refusals()).isEmpty();
  }

  @Test
  void theOwnerDeletesAndHearsOfTheOutcome() {
    FakeLink link = online(2);
    var deleted = client.deleteChat(LOBBY);
    link.asked(Request.DeleteChat.class).answer(new Response.Done());
    assertThat(deleted).succeedsWithin(Duration.ofSeconds(10));
    var removed = client.deleteUser(BO);
    link.asked(Request.DeleteUser.class).refuse(Fault.SERVER_OWNER_ONLY);
    assertThat(removed).failsWithin(Duration.ofSeconds(10));
  }

  private FakeLink online(long head) {
    FakeLink link = resume(lobby(head, 0, new Marker(ME, head, head)));
    link.asked(Request.FetchHistory.class).answer(history(1, head));
    client.openTimeline(LOBBY);
    await(p -> p.messages(LOBBY).size() == head);
    return link;
  }

  private FakeLink resume(ChatOverview overview) {
    FakeLink link = network.accept();
    link.opens();
    link.asked(Request.Resume.class).answer(resumed(overview));
    await(Picture::online);
    return link;
  }

  private void restart() {
    picture = new Picture();
    client = HearthClient.start(new ProfileFolder(folder).open(SERVER.id()), network, picture);
  }

  private void remembersNothing() {
    try (LocalStore store = new ProfileFolder(folder).open(SERVER.id())) {
      assertThat(store.chats()).isEmpty();
      assertThat(store.outbox()).isEmpty();
      assertThat(store.drafts()).isEmpty();
      assertThat(store.window(LOBBY)).isEmpty();
      assertThat(store.rowsFrom(LOBBY, 1, 100)).isEmpty();
    }
  }

  private void await(Predicate<Picture> wish) {
    assertThat(picture.await(Duration.ofSeconds(10), wish)).isTrue();
  }
}
