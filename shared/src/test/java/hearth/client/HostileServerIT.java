package hearth.client;

import static hearth.client.Lobby.BO;
import static hearth.client.Lobby.LOBBY;
import static hearth.client.Lobby.ME;
import static hearth.client.Lobby.fromBo;
import static hearth.client.Lobby.lobby;
import static hearth.client.Lobby.resumed;
import static org.assertj.core.api.Assertions.assertThat;

import hearth.client.link.Link.Closing;
import hearth.client.model.Connection;
import hearth.protocol.Action;
import hearth.protocol.ChatId;
import hearth.protocol.Content;
import hearth.protocol.Limits;
import hearth.protocol.Notification;
import hearth.protocol.Page;
import hearth.protocol.Presence;
import hearth.protocol.Request;
import hearth.protocol.Response;
import hearth.protocol.User;
import hearth.protocol.UserId;
import hearth.protocol.json.Actions;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.java_websocket.enums.Opcode;
import org.junit.jupiter.api.Test;

/// A server that breaks the protocol in its frames and answers.
class HostileServerIT extends DeceivedClient {
  @Test
  void anotherServersIdIsNotTakenAndTheTokenIsNotSent() throws InterruptedException {
    var tokens = new AtomicInteger();
    play(
        asked -> {
          tokens.addAndGet(asked.request() instanceof Request.Resume ? 1 : 0);
          return asked.request() instanceof Request.Hello
              && asked.answer(
                  new Response.Welcome(OTHER.server(), Actions.CAPABILITIES, Lobby.EPOCH));
        });
    awaitDropped(Closing.OTHER_SERVER);
    assertThat(tokens).hasValue(0);
  }

  @Test
  void anOverviewOfAnotherServerOrPersonIsNotTaken() throws InterruptedException {
    var person = new AtomicInteger();
    play(
        asked -> {
          if (!(asked.request() instanceof Request.Resume)) {
            return false;
          }
          Response.Resumed honest = resumed(lobby(3, 0));
          return person.getAndIncrement() == 0
              ? asked.answer(
                  new Response.Resumed(
                      new Response.Welcome(OTHER.server(), Actions.CAPABILITIES, Lobby.EPOCH),
                      ME,
                      honest.overview()))
              : asked.answer(new Response.Resumed(honest.welcome(), BO, honest.overview()));
        });
    awaitDropped(Closing.OTHER_SERVER);
    client().reconnectNow();
    await(p -> person.get() == 2 && p.connection() instanceof Connection.Waiting);
    assertThat(picture.chats()).isEmpty();
    assertThat(picture.server()).hasValue(Lobby.SERVER);
  }

  @Test
  void aMessageOverTheLimitEndsTheConnection() throws InterruptedException {
    playOnceOnline(asked -> asked.says("x".repeat(Limits.FRAME_TO_CLIENT + 1)));
    awaitDropped(Closing.BREACH);
  }

  @Test
  void fragmentsWithoutEndEndTheConnection() throws InterruptedException {
    ByteBuffer piece = ByteBuffer.wrap("x".repeat(1 << 20).getBytes(StandardCharsets.US_ASCII));
    playOnceOnline(
        asked -> {
          for (int i = 0; i < 20 && asked.socket().isOpen(); i++) {
            asked.socket().sendFragmentedFrame(Opcode.TEXT, piece.duplicate(), false);
          }
        });
    awaitDropped(Closing.BREACH);
  }

  @Test
  void deepJsonEndsTheConnection() throws InterruptedException {
    playOnceOnline(asked -> asked.says("{\"jsonrpc\":\"2.0\",\"x\":" + "[".repeat(100_000)));
    awaitDropped(Closing.BREACH);
  }

  @Test
  void aRequestFromTheServerEndsTheConnection() throws InterruptedException {
    playOnceOnline(
        asked -> asked.says("{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"hello\",\"params\":{}}"));
    awaitDropped(Closing.BREACH);
  }

  @Test
  void namesAndTextsAreCutToWhatAWindowCanShow() throws InterruptedException {
    String tower = "Z" + "\u0335\u0321\u0322".repeat(20) + "algo";
    playOnceOnline(
        asked -> {
          asked.tells(new Notification.UserChanged(new User(BO, tower, Presence.ONLINE, null)));
          asked.tells(
              new Notification.UserChanged(
                  new User(new UserId(3), "n".repeat(100_000), Presence.ONLINE, null)));
          asked.tells(fromBo(4, Action.Post.text("x".repeat(1_000_000))));
        });
    await(p -> p.chat(LOBBY).isPresent());
    client().openTimeline(LOBBY);
    await(p -> p.messages(LOBBY).size() == 4);
    assertThat(picture.people())
        .allSatisfy(user -> assertThat(user.name().length()).isLessThanOrEqualTo(41));
    assertThat(picture.person("Z\u0335\u0321\u0322\u0335algo")).isPresent();
    assertThat(picture.messages(LOBBY).getLast().content())
        .isEqualTo(new Content.Text("x".repeat(Limits.TEXT) + "…"));
  }

  @Test
  void answersThatNobodyAskedForAreNothing() throws InterruptedException {
    playOnceOnline(
        asked -> {
          for (int i = 1_000; i < 2_000; i++) {
            asked.says(
                "{\"jsonrpc\":\"2.0\",\"id\":" + i + ",\"result\":{\"type\":\"joined\",\"me\":9}}");
          }
          asked.tells(fromBo(4));
        });
    await(p -> p.chat(LOBBY).filter(chat -> chat.reading().head() == 4).isPresent());
    assertThat(picture.online()).isTrue();
    assertThat(picture.me()).hasValue(ME);
  }

  @Test
  void anAnswerToSomethingElseEndsTheConnection() throws InterruptedException {
    play(
        asked ->
            asked.request() instanceof Request.FetchHistory
                && asked.answer(
                    new Response.History(new Page(new ChatId(9), 1, 1, List.of(), List.of()))));
    awaitDropped(Closing.BREACH);
  }

  @Test
  void aServerThatAnswersNothingIsSaid() throws InterruptedException {
    play(asked -> asked.request() instanceof Request.Resume, Duration.ofMillis(300));
    awaitDropped(Closing.SILENT);
  }

  @Test
  void whoBreaksTheProtocolAgainAndAgainIsTriedLessAndLess() throws InterruptedException {
    play(asked -> asked.request() instanceof Request.Hello && asked.says("{\"jsonrpc\":\"2.0\"}"));
    awaitDropped(Closing.BREACH);
    Duration first = untilRetry();
    client().reconnectNow();
    await(p -> server().connections() == 2 && p.connection() instanceof Connection.Waiting);
    assertThat(untilRetry()).isGreaterThan(first.plusSeconds(2));
  }

  private Duration untilRetry() {
    var waiting = (Connection.Waiting) picture.connection();
    return Duration.between(Instant.now(), waiting.retryAt());
  }
}
