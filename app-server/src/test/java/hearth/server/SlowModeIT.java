package hearth.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import hearth.protocol.Action;
import hearth.protocol.Action.SetSlowMode;
import hearth.protocol.Entry;
import hearth.protocol.Request.Append;
import hearth.protocol.Response;
import hearth.protocol.Chat;
import hearth.protocol.ChatId;
import hearth.protocol.Fault;
import hearth.protocol.FaultException;
import hearth.protocol.Request;
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
    host.call(slowMode(Peer.LOBBY, 30));
    Entry told = ben.awaitEntry(SetSlowMode.class);
    assertThat(told.author()).isEqualTo(host.me());
    assertThat(told.seq()).isEqualTo(3);
    assertThat(told.action()).isEqualTo(new SetSlowMode(30));
    var page = (Response.Entries) ben.call(new Request.CatchUp(Peer.LOBBY, 2, null));
    assertThat(page.entries()).containsExactly(told);
    assertThat(server.lobby(ben).chat().slowModeSeconds()).isEqualTo(30);

    host.call(slowMode(Peer.LOBBY, 30)); // has no effect, so the next has the next seq
    host.call(slowMode(Peer.LOBBY, 0));
    assertThat(ben.awaitEntry(SetSlowMode.class).seq()).isEqualTo(4);
    assertThat(server.lobby(ben).chat().slowModeSeconds()).isZero();
  }

  @Test
  void aMemberWaitsFromOneMessageToTheNextAndNobodyElseDoes() {
    Peer cleo = server.join("Cleo");
    host.call(slowMode(Peer.LOBBY, 30));
    ben.post("first");
    FaultException refused = catchThrowableOfType(FaultException.class, () -> ben.post("second"));
    assertThat(refused.fault()).isEqualTo(Fault.RATE_LIMITED);
    assertThat(refused.retryAfter()).isBetween(Duration.ofSeconds(10), Duration.ofSeconds(30));
    cleo.post("somebody else");
    host.post("the owner");
    host.post("is exempt");
    var direct = (Response.ChatOpened) ben.call(new Request.OpenDirect(cleo.me()));
    ben.post(direct.chat().chat().id(), "elsewhere");
    ben.post(direct.chat().chat().id(), "as ever");
    assertThat(posts(host))
        .containsExactly(
            Action.Post.text("first"),
            Action.Post.text("somebody else"),
            Action.Post.text("the owner"),
            Action.Post.text("is exempt"));
  }

  @Test
  void aMessageSentAgainIsAnsweredAsAtFirst() {
    host.call(slowMode(Peer.LOBBY, 3_600));
    var post = Peer.postRequest("once");
    Response first = ben.call(post);
    assertThat(ben.call(post)).isEqualTo(first);
    assertThat(ben.refused(new Append(Peer.LOBBY, post.sendId(), Action.Post.text("another"))))
        .isEqualTo(Fault.SEND_ID_REUSED);
  }

  @Test
  void whoWaitedMayWriteAgain() {
    host.call(slowMode(Peer.LOBBY, 1));
    ben.post("first");
    FaultException refused = catchThrowableOfType(FaultException.class, () -> ben.post("too soon"));
    var then =
        CompletableFuture.delayedExecutor(refused.retryAfter().toMillis(), TimeUnit.MILLISECONDS);
    CompletableFuture.runAsync(() -> ben.post("in time"), then).join();
  }

  @Test
  void aRestartDoesNotShortenTheWait() throws StartException {
    host.call(slowMode(Peer.LOBBY, 3_600));
    ben.post("before");
    server.restart();
    Peer again = server.resume(ben.token());
    assertThat(again.overview().chats().getFirst().chat().slowModeSeconds()).isEqualTo(3_600);
    assertThat(again.refused(Peer.postRequest("after")))
        .isEqualTo(Fault.RATE_LIMITED);
  }

  @Test
  void onlyTheOwnerMaySetIt() {
    Peer cleo = server.join("Cleo");
    var made =
        (Response.ChatOpened)
            ben.call(new Request.CreateGroup(Peer.sendId(), "Robots", List.of(host.me())));
    Chat group = made.chat().chat();
    assertThat(group.owner()).contains(ben.me());
    assertThat(server.lobby(cleo).chat().owner()).contains(host.me());
    ben.call(slowMode(group.id(), 10));
    assertThat(host.refused(slowMode(group.id(), 0))).isEqualTo(Fault.NOT_ALLOWED);
    assertThat(ben.refused(slowMode(Peer.LOBBY, 10))).isEqualTo(Fault.NOT_ALLOWED);
    assertThat(cleo.refused(slowMode(group.id(), 0))).isEqualTo(Fault.CHAT_UNKNOWN);

    var direct = (Response.ChatOpened) ben.call(new Request.OpenDirect(cleo.me()));
    assertThat(direct.chat().chat().owner()).isEmpty();
    assertThat(ben.refused(slowMode(direct.chat().chat().id(), 10)))
        .isEqualTo(Fault.NOT_ALLOWED);
  }

  private static Append slowMode(ChatId chat, int seconds) {
    return Peer.request(chat, new SetSlowMode(seconds));
  }

  private static List<Action> posts(Peer peer) {
    return peer.entriesUntilNow().stream()
        .filter(entry -> entry.chat().equals(Peer.LOBBY))
        .map(Entry::action)
        .filter(Action.Post.class::isInstance)
        .toList();
  }
}
