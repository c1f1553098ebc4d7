package hearth.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import hearth.protocol.Action;
import hearth.protocol.Chat;
import hearth.protocol.ChatOverview;
import hearth.protocol.Entry;
import hearth.protocol.Fault;
import hearth.protocol.FaultException;
import hearth.protocol.Notification.EntryAppended;
import hearth.protocol.Notification.UserChanged;
import hearth.protocol.Presence;
import hearth.protocol.Request;
import hearth.protocol.Response;
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
      assertThat(server.server().info().name()).isEqualTo("Workshop");
      assertThat(server.overview(ben).people())
          .extracting(User::name, User::presence)
          .containsExactly(tuple("Ann", Presence.ONLINE), tuple("Ben", Presence.ONLINE));
      ChatOverview lobby = server.lobby(ben);
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
      User joined = ann.await(UserChanged.class, e -> e.user().id().equals(ben.me())).user();
      assertThat(joined.presence()).isEqualTo(Presence.ONLINE);
      Entry entry = ann.await(EntryAppended.class, e -> e.entry().seq() == 2).entry();
      assertThat(entry.action()).isEqualTo(new Action.AddMembers(List.of(ben.me())));
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
      assertThat(again.resumed().welcome().server().id()).isEqualTo(id);
      assertThat(again.overview().chats()).hasSize(1);
    }
  }

  @Test
  void onePersonMayUseManyDevicesAtOnce() throws StartException {
    try (var server = new ServerFixture(data)) {
      Peer ann = server.join("Ann");
      Peer tablet = server.resume(ann.token());
      Response.Appended posted = ann.post("from the desk");
      assertThat(tablet.awaitPost().seq()).isEqualTo(posted.seq());
    }
  }

  @Test
  void aTokenOfNobodyIsRefusedAndTheConnectionMayJoin() throws StartException {
    try (var server = new ServerFixture(data)) {
      Peer peer = server.connect();
      assertThat(peer.refused(new Request.Resume("of nobody"))).isEqualTo(Fault.TOKEN_UNKNOWN);
      peer.join("Ann");
    }
  }

  @Test
  void namesAreUniqueHoweverTheyAreWritten() throws StartException {
    try (var server = new ServerFixture(data)) {
      server.join("Straße");
      Peer peer = server.connect();
      for (String same : List.of("Straße", "STRASSE", " straße ", "ｓｔｒａßｅ")) {
        assertThat(peer.refused(Peer.joinRequest(same))).isEqualTo(Fault.NAME_TAKEN);
      }
      peer.join("Strasser");
    }
  }

  @Test
  void namesAreUniqueHoweverTheyLook() throws StartException {
    try (var server = new ServerFixture(data)) {
      server.join("Paul");
      Peer peer = server.connect();
      for (String same :
          List.of(
              "P\u0430ul", "\u0420\u0410UL", "Pau1", "Pa\u200dul", "Paul\u2800", "\u3164Paul")) {
        assertThat(peer.refused(Peer.joinRequest(same))).as(same).isEqualTo(Fault.NAME_TAKEN);
      }
      for (String name : List.of("می‌خواهم", "👩‍👩‍👧", "क्‍ष")) {
        assertThat(server.overview(server.join(name)).people())
            .extracting(User::name)
            .contains(name);
      }
      peer.join("Paula");
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
              .map(peer -> peer.ask(Peer.joinRequest("Ann")))
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
      assertThat(ann.refused(Peer.joinRequest("Ben"))).isEqualTo(Fault.ALREADY_JOINED);
      assertThat(ann.refused(new Request.Resume(ann.token()))).isEqualTo(Fault.ALREADY_JOINED);
    }
  }
}
