package hearth.server;

import static org.assertj.core.api.Assertions.assertThat;

import hearth.protocol.Action;
import hearth.protocol.Entry;
import hearth.protocol.Fault;
import hearth.protocol.Frame;
import hearth.protocol.Notification.UserChanged;
import hearth.protocol.Request;
import hearth.protocol.User;
import hearth.protocol.UserId;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The answer to joining is lost, and the device asks again.
class JoinAgainIT {
  @TempDir Path data;
  private ServerFixture server;
  private Peer ann;
  private final Request.Join request = Peer.joinRequest("Ben");

  @BeforeEach
  void start() throws StartException {
    server = new ServerFixture(data);
    ann = server.join("Ann");
  }

  @AfterEach
  void stop() {
    server.close();
  }

  /// Ben joins, and never hears of it.
  private UserId joinAndLoseTheAnswer() {
    Peer lost = server.connect();
    lost.stopReading();
    lost.send(new Frame.RequestFrame(OptionalLong.of(1), request));
    User joined = ann.await(UserChanged.class, told -> told.user().name().equals("Ben")).user();
    lost.cut();
    return joined.id();
  }

  @Test
  void theSameNameAndTokenAreTheSamePerson() {
    UserId ben = joinAndLoseTheAnswer();
    Peer again = server.connect();
    again.join(request);
    assertThat(again.me()).isEqualTo(ben);
    assertThat(server.resume(request.token()).me()).isEqualTo(ben);

    long seq = ann.post("Welcome, Ben").seq();
    assertThat(again.awaitPost().seq()).isEqualTo(seq);
    assertThat(ann.catchUp(0))
        .extracting(Entry::action)
        .containsExactly(
            new Action.AddMembers(List.of(ann.me())),
            new Action.AddMembers(List.of(ben)),
            Action.Post.text("Welcome, Ben"));
    assertThat(server.overview(ann).people()).hasSize(2);
  }

  @Test
  void theSameHoldsAfterARestart() throws StartException {
    UserId ben = joinAndLoseTheAnswer();
    server.restart();
    Peer again = server.connect();
    again.join(request);
    assertThat(again.me()).isEqualTo(ben);
  }

  @Test
  void anotherTokenDoesNotGetTheName() {
    joinAndLoseTheAnswer();
    Peer somebody = server.connect();
    assertThat(somebody.refused(Peer.joinRequest("Ben"))).isEqualTo(Fault.NAME_TAKEN);
    assertThat(somebody.refused(new Request.Join("Benno", request.token())))
        .as("a token belongs to one name")
        .isEqualTo(Fault.PARAMS_INVALID);
    somebody.join("Benno");
  }

  @Test
  void askedOnManyConnectionsAtOnceTheyAreOnePerson() {
    List<Peer> peers = Stream.generate(server::connect).limit(5).toList();
    List<CompletableFuture<?>> asked =
        peers.stream().<CompletableFuture<?>>map(peer -> peer.ask(request)).toList();
    assertThat(asked.stream().map(CompletableFuture::join).distinct()).hasSize(1);
    assertThat(server.overview(ann).people()).hasSize(2);
    assertThat(ann.catchUp(0)).hasSize(2);
  }
}
