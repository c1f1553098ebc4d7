package hearth.server;

import static org.assertj.core.api.Assertions.assertThat;

import hearth.protocol.Fault;
import hearth.protocol.FaultException;
import hearth.protocol.Frame;
import hearth.protocol.Limits;
import hearth.protocol.Request;
import hearth.protocol.Response;
import hearth.protocol.Sign;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What a client may do wrong. Each is answered or ends that connection, and a bystander goes on.
class BadInputIT {
  @TempDir Path data;
  private ServerFixture server;
  private Peer bystander;

  @BeforeEach
  void start() throws StartException {
    server = new ServerFixture(data);
    bystander = server.join("Bystander");
  }

  @AfterEach
  void othersNoticeNothing() {
    assertThat(bystander.post("still here").seq()).isPositive();
    server.close();
  }

  @Test
  void strangersMayOnlyAskWhoIsThereAndJoin() {
    Peer stranger = server.connect();
    for (Request request :
        List.of(
            Peer.postRequest("hello"),
            new Request.FetchOverview("c:1"),
            new Request.OpenDirect(bystander.me()),
            new Request.CreateGroup(Peer.sendId(), "Choir", List.of(bystander.me())),
            new Request.CatchUp(Peer.LOBBY, 0, null),
            new Request.FetchHistory(Peer.LOBBY, Request.Side.BEFORE, 1, 1),
            new Request.FetchVersions(Peer.LOBBY, 1),
            new Request.CountUnread(Peer.LOBBY, 1),
            new Request.MarkRead(Peer.LOBBY, 1),
            new Request.MarkDelivered(Peer.LOBBY, 1),
            new Request.ShowSign(Peer.LOBBY, Sign.TYPING),
            new Request.SetAway(true))) {
      assertThat(stranger.refused(request)).as("%s", request).isEqualTo(Fault.NOT_JOINED);
    }
    var welcome = (Response.Welcome) stranger.call(new Request.Hello());
    assertThat(welcome.server()).isEqualTo(server.server().info());
    assertThat(welcome.capabilities().features()).contains("post", "edit", "delete", "react");
    assertThat(welcome.epoch()).isNotEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "NAME_EMPTY         | join        | {\"name\":\"  \",\"token\":\"TOKEN\"}",
        "NAME_TOO_LONG      | join        |"
            + " {\"name\":\"12345678901234567890123456789012345678901\",\"token\":\"TOKEN\"}",
        "NAME_CHARACTERS    | join        | {\"name\":\"a\\u0000b\",\"token\":\"TOKEN\"}",
        "NAME_CHARACTERS    | join        | {\"name\":\"a\\u202eb\",\"token\":\"TOKEN\"}",
        "NAME_CHARACTERS    | join        | {\"name\":\"a\\u2066b\",\"token\":\"TOKEN\"}",
        "NAME_CHARACTERS    | createGroup |"
            + " {\"sendId\":\"ID\",\"title\":\"a\\u0000\",\"members\":[1]}",
        "NAME_CHARACTERS    | createGroup |"
            + " {\"sendId\":\"ID\",\"title\":\"\\u202e\",\"members\":[1]}",
        "PARAMS_INVALID     | createGroup |"
            + " {\"sendId\":\"ID\",\"title\":\"a\",\"members\":[1e999]}",
        "PARAMS_INVALID     | createGroup |"
            + " {\"sendId\":\"ID\",\"title\":\"a\",\"members\":[[[[1]]]]}",
        "PARAMS_INVALID     | join        |"
            + " {\"name\":\"a\",\"name\":\"b\",\"token\":\"TOKEN\"}",
        "PARAMS_INVALID     | join        | {}",
        "PARAMS_INVALID     | join        | {\"name\":\"a\"}",
        "PARAMS_INVALID     | join        | {\"name\":\"a\",\"token\":\"too short\"}",
        "PARAMS_INVALID     | join        | {\"name\":7,\"token\":\"TOKEN\"}",
        "PARAMS_INVALID     | resume      | {\"token\":\"\"}",
        "TOKEN_UNKNOWN      | resume      | {\"token\":\"of nobody\"}",
        "METHOD_UNKNOWN     | dropTables  | {}",
        "NOT_JOINED         | append      |"
            + " {\"chat\":1,\"sendId\":\"ID\",\"action\":{\"type\":\"delete\",\"target\":1}}",
        "TEXT_EMPTY         | append      |"
            + " {\"chat\":1,\"sendId\":\"ID\",\"action\":"
            + "{\"type\":\"post\",\"content\":{\"type\":\"text\",\"text\":\" \\n \"}}}",
        "TEXT_EMPTY         | append      |"
            + " {\"chat\":1,\"sendId\":\"ID\",\"action\":"
            + "{\"type\":\"edit\",\"target\":1,\"content\":{\"type\":\"erased\"}}}",
        "EMOJI_INVALID      | append      |"
            + " {\"chat\":1,\"sendId\":\"ID\",\"action\":"
            + "{\"type\":\"react\",\"target\":1,\"emoji\":\"no\"}}",
        "PARAMS_INVALID     | append      |"
            + " {\"chat\":0,\"sendId\":\"ID\",\"action\":{\"type\":\"delete\",\"target\":1}}",
        "PARAMS_INVALID     | append      |"
            + " {\"chat\":1,\"sendId\":\"5\",\"action\":{\"type\":\"delete\",\"target\":1}}",
        "PARAMS_INVALID     | append      |"
            + " {\"chat\":1,\"sendId\":\"ID\",\"action\":{\"type\":\"delete\",\"target\":0}}",
        "PARAMS_INVALID     | append      | {\"chat\":1,\"sendId\":\"ID\",\"action\":\"delete\"}",
        "PARAMS_INVALID     | append      | {\"chat\":1,\"sendId\":\"ID\"}",
        "PARAMS_INVALID     | fetchHistory |"
            + " {\"chat\":1,\"side\":\"before\",\"seq\":5,\"limit\":100000}",
        "PARAMS_INVALID     | fetchHistory |"
            + " {\"chat\":1,\"side\":\"beside\",\"seq\":5,\"limit\":1}",
        "PARAMS_INVALID     | fetchOverview | {\"from\":\"\"}",
        "PARAMS_INVALID     | catchUp     | {\"chat\":1,\"after\":-1}",
        "PARAMS_INVALID     | catchUp     | {\"chat\":1,\"after\":1e999}",
      })
  void aWrongRequestIsRefusedByIdAndTheConnectionStays(Fault fault, String method, String params) {
    Peer peer = server.connect();
    String id = Peer.sendId().toString();
    peer.sendRaw(
        "{\"jsonrpc\":\"2.0\",\"id\":77,\"method\":\"%s\",\"params\":%s}"
            .formatted(method, params.replace("ID", id).replace("TOKEN", Peer.newToken())));
    Frame.ErrorFrame refusal = peer.awaitStrayRefusal();
    assertThat(refusal.id()).isEqualTo(OptionalLong.of(77));
    assertThat(refusal.fault()).isEqualTo(fault);
    assertThat(refusal.message()).isNotBlank();
    peer.call(new Request.Hello());
  }

  @Test
  void aTextOverItsBoundIsRefused() {
    String text = "x".repeat(Limits.TEXT + 1);
    bystander.sendRaw(
        "{\"jsonrpc\":\"2.0\",\"id\":77,\"method\":\"append\",\"params\":{\"chat\":1,"
            + "\"sendId\":\"%s\",\"action\":{\"type\":\"post\",".formatted(Peer.sendId())
            + "\"content\":{\"type\":\"text\",\"text\":\"%s\"}}}}".formatted(text));
    assertThat(bystander.awaitStrayRefusal().fault()).isEqualTo(Fault.TEXT_TOO_LONG);
    bystander.post("🔥".repeat(Limits.TEXT));
  }

  @Test
  void aRequestWithoutAnIdIsNotAnswered() {
    Peer ann = server.join("Ann");
    Request.Append post = Peer.postRequest("no need to answer");
    ann.send(new Frame.RequestFrame(OptionalLong.empty(), post));
    ann.send(new Frame.RequestFrame(OptionalLong.empty(), Peer.joinRequest("Ben")));
    ann.sendRaw("{\"jsonrpc\":\"2.0\",\"method\":\"nothing\"}");
    assertThat(bystander.awaitPost().action()).isEqualTo(post.action());
    ann.toldUntilNow();
    assertThat(ann.strayRefusals()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "1007 | PARSE_ERROR     | hello",
        "1007 | PARSE_ERROR     | {\"jsonrpc\":\"2.0\"",
        "1007 | PARSE_ERROR     | {\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"hello\"} {}",
        "1002 | INVALID_REQUEST | []",
        "1002 | INVALID_REQUEST |"
            + " {\"jsonrpc\":\"1.0\",\"id\":1,\"method\":\"hello\",\"params\":{}}",
        "1002 | INVALID_REQUEST | {\"jsonrpc\":\"2.0\",\"id\":1,\"id\":1,\"method\":\"hello\"}",
        "1002 | INVALID_REQUEST | {\"jsonrpc\":\"2.0\",\"id\":1e999,\"method\":\"hello\"}",
        "1002 | INVALID_REQUEST | {\"jsonrpc\":\"2.0\",\"id\":1,\"x\":{\"y\":[{\"z\":1,\"z\":2}]}}",
        "1002 | INVALID_REQUEST | {\"jsonrpc\":\"2.0\",\"id\":1,\"method\":null}",
        "1002 | INVALID_REQUEST | {\"jsonrpc\":\"2.0\",\"id\":1,\"result\":{\"type\":\"done\"}}",
      })
  void whatIsNoMessageOfOursEndsTheConnection(int code, Fault fault, String text) {
    Peer peer = server.connect();
    peer.sendRaw(text);
    Frame.ErrorFrame refusal = peer.awaitStrayRefusal();
    assertThat(refusal.id()).isEmpty();
    assertThat(refusal.fault()).isEqualTo(fault);
    assertThat(peer.awaitClosed()).isEqualTo(code);
  }

  @Test
  void jsonOfGreatDepthEndsTheConnection() {
    Peer peer = server.connect();
    peer.sendRaw("{\"jsonrpc\":\"2.0\",\"id\":1,\"x\":" + "[".repeat(10_000));
    assertThat(peer.awaitClosed()).isIn(1002, 1007);
  }

  @Test
  void bytesEndTheConnection() {
    Peer peer = server.connect();
    peer.sendBytes(new byte[] {1, 2, 3});
    assertThat(peer.awaitClosed()).isEqualTo(1003);
  }

  @Test
  void aFrameOverItsBoundEndsTheConnection() {
    Peer peer = server.connect();
    peer.sendRaw(" ".repeat(Limits.FRAME_TO_SERVER + 1));
    assertThat(peer.awaitClosed()).isEqualTo(1009);
  }

  @Test
  void whoSpeaksAnotherProtocolIsNotLetIn() {
    assertThat(Peer.stranger(server.port(), "chat.v9").isOpen()).isFalse();
    assertThat(Peer.stranger(server.port(), "").isOpen()).isFalse();
  }

  @Test
  void aFaultSaysWhatWasWrong() {
    Peer peer = server.connect();
    try {
      peer.call(new Request.Resume("of nobody"));
    } catch (FaultException refused) {
      assertThat(refused.sentence()).isEqualTo(Fault.TOKEN_UNKNOWN.sentence());
    }
  }
}
