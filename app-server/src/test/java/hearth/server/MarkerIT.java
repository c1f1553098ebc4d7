package hearth.server;

import static org.assertj.core.api.Assertions.assertThat;

import hearth.protocol.ChatOverview;
import hearth.protocol.Content;
import hearth.protocol.Marker;
import hearth.protocol.Notification.MarkerMoved;
import hearth.protocol.Notification.SignShown;
import hearth.protocol.Request.MarkDelivered;
import hearth.protocol.Request.MarkRead;
import hearth.protocol.Request.ShowSign;
import hearth.protocol.Row;
import hearth.protocol.Sign;
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
      assertThat(ann.await(MarkerMoved.class)).isEqualTo(moved(ben, seq, seq - 1));
      ben.call(new MarkRead(Peer.LOBBY, seq));
      for (Peer peer : new Peer[] {ann, ben}) {
        assertThat(peer.await(MarkerMoved.class, told -> told.marker().read() == seq))
            .isEqualTo(moved(ben, seq, seq));
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
      assertThat(ann.toldUntilNow())
          .filteredOn(MarkerMoved.class::isInstance)
          .containsExactly(moved(ben, seq, seq));
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
      assertThat(ann.toldUntilNow())
          .filteredOn(MarkerMoved.class::isInstance)
          .containsExactly(moved(ben, head, head));
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
      assertThat(server.lobby(ben).mine().unread()).isZero();
      ann.post("one");
      ann.post("two");
      ben.post("mine");
      ann.post("three");
      assertThat(server.lobby(ben).mine().unread()).isEqualTo(3);
      ben.call(new MarkRead(Peer.LOBBY, ann.post("four").seq() - 1));
      ChatOverview lobby = server.lobby(ben);
      assertThat(lobby.mine().unread()).isEqualTo(1);
      assertThat(lobby.last()).extracting(Row::content).isEqualTo(new Content.Text("four"));
    }
  }

  @Test
  void theOthersSeeSomebodyTyping() throws StartException {
    try (var server = new ServerFixture(data)) {
      Peer ann = server.join("Ann");
      Peer ben = server.join("Ben");
      ann.call(new ShowSign(Peer.LOBBY, Sign.TYPING));
      assertThat(ben.await(SignShown.class))
          .isEqualTo(new SignShown(Peer.LOBBY, ann.me(), Sign.TYPING));
    }
  }

  @Test
  void theOthersSeeSomebodyLookingAtTheChat() throws StartException {
    try (var server = new ServerFixture(data)) {
      Peer ann = server.join("Ann");
      Peer ben = server.join("Ben");
      ann.call(new ShowSign(Peer.LOBBY, Sign.LOOKING));
      assertThat(ben.await(SignShown.class))
          .isEqualTo(new SignShown(Peer.LOBBY, ann.me(), Sign.LOOKING));
    }
  }

  private static MarkerMoved moved(Peer who, long delivered, long read) {
    return new MarkerMoved(Peer.LOBBY, new Marker(who.me(), delivered, read));
  }

  private static Marker marker(ServerFixture server, Peer of) {
    return server.lobby(of).markers().of(of.me());
  }
}
