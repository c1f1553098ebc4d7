package hearth.server;

import static org.assertj.core.api.Assertions.assertThat;

import hearth.protocol.Notification.UserChanged;
import hearth.protocol.Presence;
import hearth.protocol.Request.SetAway;
import hearth.protocol.User;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PresenceIT {
  @TempDir Path data;

  @Test
  void theOthersSeeSomebodyGoAndComeBack() throws StartException {
    try (var server = new ServerFixture(data)) {
      Instant start = Instant.ofEpochMilli(System.currentTimeMillis());
      Peer ann = server.join("Ann");
      Peer ben = server.join("Ben");
      ann.toldUntilNow();
      ben.close();
      User gone = ann.await(UserChanged.class).user();
      assertThat(gone.id()).isEqualTo(ben.me());
      assertThat(gone.presence()).isEqualTo(Presence.OFFLINE);
      assertThat(gone.lastSeen()).isAfterOrEqualTo(start);
      server.resume(ben.token());
      User back = ann.await(UserChanged.class).user();
      assertThat(back).isEqualTo(new User(ben.me(), "Ben", Presence.ONLINE, null));
    }
  }

  @Test
  void somebodyIsAwayWhenAllTheirDevicesAre() throws StartException {
    try (var server = new ServerFixture(data)) {
      Peer ann = server.join("Ann");
      Peer ben = server.join("Ben");
      Peer tablet = server.resume(ben.token());
      ann.toldUntilNow();
      ben.call(new SetAway(true));
      assertThat(ann.toldUntilNow()).noneMatch(UserChanged.class::isInstance);
      tablet.call(new SetAway(true));
      assertThat(presence(ann, ben)).isEqualTo(Presence.AWAY);
      assertThat(person(server, server.join("Cleo"), ben).presence()).isEqualTo(Presence.AWAY);
      ben.call(new SetAway(false));
      assertThat(presence(ann, ben)).isEqualTo(Presence.ONLINE);
      ben.close();
      assertThat(presence(ann, ben)).isEqualTo(Presence.AWAY);
      tablet.close();
      assertThat(presence(ann, ben)).isEqualTo(Presence.OFFLINE);
    }
  }

  @Test
  void whenSomebodyWasLastSeenOutlivesTheServer() throws StartException {
    try (var server = new ServerFixture(data)) {
      Peer ann = server.join("Ann");
      Peer ben = server.join("Ben");
      ann.toldUntilNow();
      ben.close();
      Instant seen = ann.await(UserChanged.class).user().lastSeen();
      server.restart();
      Peer cleo = server.join("Cleo");
      assertThat(person(server, cleo, ben)).isEqualTo(new User(ben.me(), "Ben", Presence.OFFLINE, seen));
      assertThat(person(server, cleo, ann).lastSeen()).as("was here when the server stopped").isNotNull();
    }
  }

  private static Presence presence(Peer peer, Peer of) {
    return peer.await(UserChanged.class, told -> told.user().id().equals(of.me()))
        .user()
        .presence();
  }

  private static User person(ServerFixture server, Peer viewer, Peer of) {
    return server.overview(viewer).people().stream()
        .filter(user -> user.id().equals(of.me()))
        .findFirst()
        .orElseThrow();
  }
}
