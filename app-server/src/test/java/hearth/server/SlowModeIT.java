package hearth.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import hearth.protocol.Chat;
import hearth.protocol.ChatId;
import hearth.protocol.Event.MessagePosted;
import hearth.protocol.Event.SlowModeSet;
import hearth.protocol.Fault;
import hearth.protocol.FaultException;
import hearth.protocol.Reply;
import hearth.protocol.Request;
import hearth.protocol.Request.PostMessage;
import hearth.protocol.Request.SetSlowMode;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SlowModeIT {
  @TempDir Path data;
  private ServerFixture server;
  private Peer host;
  private Peer ben;

  @BeforeEach
  void start() throws StartException {
    server = new ServerFixture(data);
    host = server.join("Ann");
    ben = server.join("Ben");
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void isAnEntryOfTheLogAndPartOfTheChat() {
    host.call(new SetSlowMode(Peer.LOBBY, 30));
    SlowModeSet told = ben.await(SlowModeSet.class);
    assertThat(told.author()).isEqualTo(host.me());
    assertThat(told.seq()).isEqualTo(3);
    assertThat(told.seconds()).isEqualTo(30);
    var page = (Reply.Page) ben.call(new Request.CatchUp(Peer.LOBBY, 2));
    assertThat(page.entries()).containsExactly(told);
    assertThat(lobbyOf(server.resume(ben.token())).slowModeSeconds()).isEqualTo(30);

    host.call(new SetSlowMode(Peer.LOBBY, 30)); // has no effect, so the next has the next seq
    host.call(new SetSlowMode(Peer.LOBBY, 0));
    assertThat(ben.await(SlowModeSet.class).seq()).isEqualTo(4);
    assertThat(lobbyOf(server.resume(ben.token())).slowModeSeconds()).isZero();
  }

  @Test
  void aMemberWaitsFromOneMessageToTheNextAndNobodyElseDoes() {
    Peer cleo = server.join("Cleo");
    host.call(new SetSlowMode(Peer.LOBBY, 30));
    ben.post("first");
    FaultException refused = catchThrowableOfType(FaultException.class, () -> ben.post("second"));
    assertThat(refused.fault()).isEqualTo(Fault.RATE_LIMITED);
    assertThat(refused.retryAfter()).isBetween(Duration.ofSeconds(10), Duration.ofSeconds(30));
    cleo.post("somebody else");
    host.post("the host");
    host.post("is exempt");
    var direct = (Reply.ChatOpened) ben.call(new Request.OpenDirect(cleo.me()));
    ben.post(direct.chat().chat().id(), "elsewhere");
    ben.post(direct.chat().chat().id(), "as ever");
    assertThat(texts(host, Peer.LOBBY))
        .containsExactly("first", "somebody else", "the host", "is exempt");
  }

  @Test
  void aMessageSentAgainIsAnsweredAsAtFirst() {
    host.call(new SetSlowMode(Peer.LOBBY, 3_600));
    var post = new PostMessage(Peer.LOBBY, Peer.sendId(), "once");
    Reply first = ben.call(post);
    assertThat(ben.call(post)).isEqualTo(first);
    assertThat(ben.refused(new PostMessage(Peer.LOBBY, post.sendId(), "another")))
        .isEqualTo(Fault.SEND_ID_REUSED);
  }

  @Test
  void whoWaitedMayWriteAgain() {
    host.call(new SetSlowMode(Peer.LOBBY, 1));
    ben.post("first");
    FaultException refused = catchThrowableOfType(FaultException.class, () -> ben.post("too soon"));
    var then =
        CompletableFuture.delayedExecutor(refused.retryAfter().toMillis(), TimeUnit.MILLISECONDS);
    CompletableFuture.runAsync(() -> ben.post("in time"), then).join();
  }

  @Test
  void aRestartDoesNotShortenTheWait() throws StartException {
    host.call(new SetSlowMode(Peer.LOBBY, 3_600));
    ben.post("before");
    server.restart();
    Peer again = server.resume(ben.token());
    assertThat(lobbyOf(again).slowModeSeconds()).isEqualTo(3_600);
    assertThat(again.refused(new PostMessage(Peer.LOBBY, Peer.sendId(), "after")))
        .isEqualTo(Fault.RATE_LIMITED);
  }

  @Test
  void onlyTheKeeperMaySetIt() {
    Peer cleo = server.join("Cleo");
    var made =
        (Reply.ChatOpened)
            ben.call(new Request.CreateGroup(Peer.sendId(), "Robots", List.of(host.me())));
    Chat group = made.chat().chat();
    assertThat(group.keeper()).contains(ben.me());
    assertThat(lobbyOf(cleo).keeper()).contains(host.me());
    ben.call(new SetSlowMode(group.id(), 10));
    assertThat(host.refused(new SetSlowMode(group.id(), 0))).isEqualTo(Fault.NOT_ALLOWED);
    assertThat(ben.refused(new SetSlowMode(Peer.LOBBY, 10))).isEqualTo(Fault.NOT_ALLOWED);
    assertThat(cleo.refused(new SetSlowMode(group.id(), 0))).isEqualTo(Fault.CHAT_UNKNOWN);

    var direct = (Reply.ChatOpened) ben.call(new Request.OpenDirect(cleo.me()));
    assertThat(direct.chat().chat().keeper()).isEmpty();
    assertThat(ben.refused(new SetSlowMode(direct.chat().chat().id(), 10)))
        .isEqualTo(Fault.NOT_ALLOWED);
  }

  private static Chat lobbyOf(Peer peer) {
    return peer.overview().chats().getFirst().chat();
  }

  private static List<String> texts(Peer peer, ChatId chat) {
    return peer.eventsUntilNow().stream()
        .filter(MessagePosted.class::isInstance)
        .map(MessagePosted.class::cast)
        .map(MessagePosted::message)
        .filter(message -> message.chat().equals(chat))
        .map(message -> message.text())
        .toList();
  }
}
