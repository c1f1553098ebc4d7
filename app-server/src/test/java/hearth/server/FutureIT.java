package hearth.server;

import static org.assertj.core.api.Assertions.assertThat;

import hearth.protocol.Action;
import hearth.protocol.Fault;
import hearth.protocol.Frame;
import hearth.protocol.Request;
import hearth.protocol.Response;
import java.nio.file.Path;
import java.util.OptionalLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// A client that knows more than this server.
class FutureIT {
  @TempDir Path data;
  private ServerFixture server;
  private Peer ann;
  private Peer tablet;
  private Peer ben;

  @BeforeEach
  void start() throws StartException {
    server = new ServerFixture(data);
    ann = server.join("Ann");
    tablet = server.resume(ann.token());
    ben = server.join("Ben");
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "METHOD_UNKNOWN | startCall    | {\"chat\":1,\"media\":[{\"kind\":\"audio\"}]}",
        "ACTION_UNKNOWN | append       |"
            + " {\"action\":{\"type\":\"poll\",\"options\":[\"yes\",\"no\"]},REST}",
        "ACTION_UNKNOWN | append       | {\"action\":{\"type\":\"star\",\"target\":1},REST}",
        "ACTION_UNKNOWN | append       |"
            + " {\"action\":{\"type\":\"post\",\"content\":{\"type\":\"voice\",\"s\":9}},REST}",
        "ACTION_UNKNOWN | append       |"
            + " {\"action\":{\"type\":\"edit\",\"target\":3,\"content\":{\"type\":\"voice\"}},REST}",
        "PARAMS_INVALID | append       |"
            + " {\"action\":{\"type\":\"setRole\",\"member\":2,\"role\":\"moderator\"},REST}",
        "PARAMS_INVALID | fetchHistory |"
            + " {\"chat\":1,\"side\":\"beside\",\"seq\":1,\"limit\":1}",
      })
  void whatIsNotKnownIsRefusedAndTheConnectionStays(Fault fault, String method, String params) {
    String rest = "\"chat\":1,\"sendId\":\"%s\"".formatted(Peer.sendId());
    String request =
        "\"method\":\"%s\",\"params\":%s}".formatted(method, params.replace("REST", rest));
    ann.sendRaw("{\"jsonrpc\":\"2.0\",\"id\":77," + request);
    Frame.ErrorFrame error = ann.awaitStrayRefusal();
    assertThat(error.id()).isEqualTo(OptionalLong.of(77));
    assertThat(error.fault()).isEqualTo(fault);

    ann.sendRaw("{\"jsonrpc\":\"2.0\"," + request);
    assertThat(ann.post("still here").seq()).as("nothing was appended").isEqualTo(3);
    assertThat(ann.strayRefusals()).as("without an id it is refused in silence").isEmpty();
    assertThat(ben.entriesUntilNow())
        .filteredOn(entry -> entry.seq() > 2)
        .extracting(entry -> entry.action())
        .containsExactly(Action.Post.text("still here"));
  }

  @Test
  void membersThatAreNotKnownAreSkipped() {
    String id = Peer.sendId().toString();
    ann.sendRaw(
        "{\"jsonrpc\":\"2.0\",\"trace\":{\"a\":[1]},\"method\":\"append\",\"params\":{\"chat\":1,"
            + "\"silent\":true,\"sendId\":\"%s\",\"action\":{\"type\":\"post\",".formatted(id)
            + "\"effect\":{\"name\":\"confetti\"},\"content\":{\"type\":\"text\","
            + "\"text\":\"plain for you\",\"bold\":[[0,5]]}}}}");
    assertThat(tablet.awaitPost().action()).isEqualTo(Action.Post.text("plain for you"));
    assertThat(ben.awaitPost().sendId()).hasToString(id);
  }

  @Test
  void aStrangerMayAskForMoreThanIsKnownToo() {
    Peer stranger = server.connect();
    stranger.sendRaw("{\"jsonrpc\":\"2.0\",\"method\":\"startCall\",\"params\":{}}");
    stranger.sendRaw("{\"jsonrpc\":\"2.0\",\"id\":77,\"method\":\"startCall\",\"params\":{}}");
    assertThat(stranger.awaitStrayRefusal().fault()).isEqualTo(Fault.METHOD_UNKNOWN);
    assertThat(stranger.call(new Request.Hello())).isInstanceOf(Response.Welcome.class);
  }
}
