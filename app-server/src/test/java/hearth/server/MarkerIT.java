package hearth.server;

import static org.assertj.core.api.Assertions.assertThat;

import hearth.protocol.ChatOverview;
import hearth.protocol.Event.ChatDelivered;
import hearth.protocol.Event.ChatRead;
import hearth.protocol.Event.UserTyped;
import hearth.protocol.Marker;
import hearth.protocol.Request.MarkDelivered;
import hearth.protocol.Request.MarkRead;
import hearth.protocol.Request.ReportTyping;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MarkerIT {
  @TempDir Path data;

  @Test
  void allMembersHearWhatIsDeliveredAndRead() throws StartException {
    try (var server = new ServerFixture(data)) {
      Peer ann = server.join("Ann");
      Peer ben = server.join("Ben");
      long seq = ann.post("Are you there?").seq();
      ben.call(new MarkDelivered(Peer.LOBBY, seq));
      assertThat(ann.await(ChatDelivered.class))
          .isEqualTo(new ChatDelivered(Peer.LOBBY, ben.me(), seq));
      ben.call(new MarkRead(Peer.LOBBY, seq));
      for (Peer peer : new Peer[] {ann, ben}) {
        assertThat(peer.await(ChatRead.class)).isEqualTo(new ChatRead(Peer.LOBBY, ben.me(), seq));
      }
    }
  }

  @Test
  void whatIsReadCountsAsDeliveredWithoutAWordOfItsOwn() throws StartException {
    try (var server = new ServerFixture(data)) {
      Peer ann = server.join("Ann");
      Peer ben = server.join("Ben");
      long seq = ann.post("Are you there?").seq();
      ben.call(new MarkRead(Peer.LOBBY, seq));
      ben.call(new MarkDelivered(Peer.LOBBY, seq));
      assertThat(ann.eventsUntilNow())
          .contains(new ChatRead(Peer.LOBBY, ben.me(), seq))
          .noneMatch(ChatDelivered.class::isInstance);
      assertThat(marker(server, ben)).isEqualTo(new Marker(ben.me(), seq, seq));
    }
  }

  @Test
  void markersNeitherGoBackNorBeyondTheHead() throws StartException {
    try (var server = new ServerFixture(data)) {
      Peer ann = server.join("Ann");
      Peer ben = server.join("Ben");
      long first = ann.post("one").seq();
      long head = ann.post("two").seq();
      ben.call(new MarkRead(Peer.LOBBY, 1_000));
      ben.call(new MarkRead(Peer.LOBBY, first));
      assertThat(ann.eventsUntilNow())
          .filteredOn(ChatRead.class::isInstance)
          .containsExactly(new ChatRead(Peer.LOBBY, ben.me(), head));
      server.restart();
      assertThat(marker(server, ben)).isEqualTo(new Marker(ben.me(), head, head));
    }
  }

  @Test
  void whatOthersWroteSinceOneReadIsUnread() throws StartException {
    try (var server = new ServerFixture(data)) {
      Peer ann = server.join("Ann");
      ann.post("before Ben came");
      Peer ben = server.join("Ben");
      assertThat(lobby(ben).unread()).isZero();
      ann.post("one");
      ann.post("two");
      ben.post("mine");
      ann.post("three");
      assertThat(lobby(server.resume(ben.token())).unread()).isEqualTo(3);
      ben.call(new MarkRead(Peer.LOBBY, ann.post("four").seq() - 1));
      ChatOverview lobby = lobby(server.resume(ben.token()));
      assertThat(lobby.unread()).isEqualTo(1);
      assertThat(lobby.last()).extracting("text").isEqualTo("four");
    }
  }

  @Test
  void theOthersSeeSomebodyTyping() throws StartException {
    try (var server = new ServerFixture(data)) {
      Peer ann = server.join("Ann");
      Peer ben = server.join("Ben");
      ann.call(new ReportTyping(Peer.LOBBY));
      assertThat(ben.await(UserTyped.class)).isEqualTo(new UserTyped(Peer.LOBBY, ann.me()));
    }
  }

  private static ChatOverview lobby(Peer peer) {
    return peer.overview().chats().getFirst();
  }

  private static Marker marker(ServerFixture server, Peer of) {
    return lobby(server.resume(of.token())).markers().stream()
        .filter(marker -> marker.user().equals(of.me()))
        .findFirst()
        .orElseThrow();
  }
}
