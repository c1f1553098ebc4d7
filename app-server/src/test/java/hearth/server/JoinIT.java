package hearth.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import hearth.protocol.Chat;
import hearth.protocol.ChatOverview;
import hearth.protocol.Event.MembersAdded;
import hearth.protocol.Event.MessagePosted;
import hearth.protocol.Event.UserJoined;
import hearth.protocol.Fault;
import hearth.protocol.FaultException;
import hearth.protocol.Presence;
import hearth.protocol.Reply;
import hearth.protocol.Request;
import hearth.protocol.User;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletionException;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JoinIT {
  @TempDir Path data;

  @Test
  void whoJoinsIsInTheLobbyAndSeesWhoIsThere() throws StartException {
    try (var server = new ServerFixture(data)) {
      Peer ann = server.join("Ann");
      Peer ben = server.join("Ben");
      assertThat(ben.overview().server().name()).isEqualTo("Workshop");
      assertThat(ben.overview().people())
          .extracting(User::name, User::presence)
          .containsExactly(tuple("Ann", Presence.ONLINE), tuple("Ben", Presence.ONLINE));
      ChatOverview lobby = ben.overview().chats().getFirst();
      assertThat(lobby.chat().kind()).isEqualTo(Chat.Kind.LOBBY);
      assertThat(lobby.chat().members()).containsExactly(ann.me(), ben.me());
      assertThat(lobby.head()).isEqualTo(2);
    }
  }

  @Test
  void theOthersHearOfWhoJoins() throws StartException {
    try (var server = new ServerFixture(data)) {
      Peer ann = server.join("Ann");
      Peer ben = server.join("Ben");
      User joined = ann.await(UserJoined.class, e -> e.user().id().equals(ben.me())).user();
      assertThat(joined.presence()).isEqualTo(Presence.ONLINE);
      MembersAdded entry = ann.await(MembersAdded.class, e -> e.seq() == 2);
      assertThat(entry.members()).containsExactly(ben.me());
      assertThat(entry.author()).isEqualTo(ben.me());
    }
  }

  @Test
  void aTokenBringsBackTheSamePersonEvenAfterARestart() throws StartException {
    try (var server = new ServerFixture(data)) {
      Peer ann = server.join("Ann");
      String id = server.server().info().id();
      server.restart();
      Peer again = server.resume(ann.token());
      assertThat(again.me()).isEqualTo(ann.me());
      assertThat(again.overview().server().id()).isEqualTo(id);
      assertThat(again.overview().chats()).hasSize(1);
    }
  }

  @Test
  void onePersonMayUseManyDevicesAtOnce() throws StartException {
    try (var server = new ServerFixture(data)) {
      Peer ann = server.join("Ann");
      Peer tablet = server.resume(ann.token());
      Reply.Posted posted = ann.post("from the desk");
      assertThat(tablet.await(MessagePosted.class).seq()).isEqualTo(posted.seq());
    }
  }

  @Test
  void aTokenOfNobodyIsRefusedAndTheConnectionMayJoin() throws StartException {
    try (var server = new ServerFixture(data)) {
      Peer peer = server.connect();
      assertThat(peer.refused(new Request.Resume("of nobody"))).isEqualTo(Fault.TOKEN_UNKNOWN);
      peer.join("Ann");
      assertThat(peer.token()).hasSize(43); // 256 bits as base64url
    }
  }

  @Test
  void namesAreUniqueHoweverTheyAreWritten() throws StartException {
    try (var server = new ServerFixture(data)) {
      server.join("Straße");
      Peer peer = server.connect();
      for (String same : List.of("Straße", "STRASSE", " straße ", "ｓｔｒａßｅ")) {
        assertThat(peer.refused(new Request.Join(same))).isEqualTo(Fault.NAME_TAKEN);
      }
      peer.join("Strasser");
    }
  }

  @Test
  void ofManyWhoJoinByOneNameAtOnceOneGetsIt() throws StartException {
    try (var server = new ServerFixture(data)) {
      var answers =
          IntStream.range(0, 10)
              .mapToObj(_ -> server.connect())
              .toList() // all are connected before the first one asks
              .stream()
              .map(peer -> peer.ask(new Request.Join("Ann")))
              .toList();
      long taken =
          answers.stream()
              .filter(
                  answer -> {
                    try {
                      return answer.join() == null;
                    } catch (CompletionException refused) {
                      var cause = (FaultException) Objects.requireNonNull(refused.getCause());
                      return cause.fault() == Fault.NAME_TAKEN;
                    }
                  })
              .count();
      assertThat(taken).isEqualTo(9);
    }
  }

  @Test
  void oneConnectionJoinsOnce() throws StartException {
    try (var server = new ServerFixture(data)) {
      Peer ann = server.join("Ann");
      assertThat(ann.refused(new Request.Join("Ben"))).isEqualTo(Fault.ALREADY_JOINED);
      assertThat(ann.refused(new Request.Resume(ann.token()))).isEqualTo(Fault.ALREADY_JOINED);
    }
  }
}
