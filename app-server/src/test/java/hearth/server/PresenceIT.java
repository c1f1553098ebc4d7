package hearth.server;

import static org.assertj.core.api.Assertions.assertThat;

import hearth.protocol.Event.PresenceChanged;
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
      ben.close();
      User gone = ann.await(PresenceChanged.class).user();
      assertThat(gone.id()).isEqualTo(ben.me());
      assertThat(gone.presence()).isEqualTo(Presence.OFFLINE);
      assertThat(gone.lastSeen()).isAfterOrEqualTo(start);
      server.resume(ben.token());
      User back = ann.await(PresenceChanged.class).user();
      assertThat(back).isEqualTo(new User(ben.me(), "Ben", Presence.ONLINE, null));
    }
  }

  @Test
  void somebodyIsAwayWhenAllTheirDevicesAre() throws StartException {
    try (var server = new ServerFixture(data)) {
      Peer ann = server.join("Ann");
      Peer ben = server.join("Ben");
      Peer tablet = server.resume(ben.token());
      ben.call(new SetAway(true));
      assertThat(ann.eventsUntilNow()).noneMatch(PresenceChanged.class::isInstance);
      tablet.call(new SetAway(true));
      assertThat(presence(ann)).isEqualTo(Presence.AWAY);
      assertThat(person(server.join("Cleo"), ben).presence()).isEqualTo(Presence.AWAY);
      ben.call(new SetAway(false));
      assertThat(presence(ann)).isEqualTo(Presence.ONLINE);
      ben.close();
      assertThat(presence(ann)).isEqualTo(Presence.AWAY);
      tablet.close();
      assertThat(presence(ann)).isEqualTo(Presence.OFFLINE);
    }
  }

  @Test
  void whenSomebodyWasLastSeenOutlivesTheServer() throws StartException {
    try (var server = new ServerFixture(data)) {
      Peer ann = server.join("Ann");
      Peer ben = server.join("Ben");
      ben.close();
      Instant seen = ann.await(PresenceChanged.class).user().lastSeen();
      server.restart();
      Peer cleo = server.join("Cleo");
      assertThat(person(cleo, ben)).isEqualTo(new User(ben.me(), "Ben", Presence.OFFLINE, seen));
      assertThat(person(cleo, ann).lastSeen()).as("was here when the server stopped").isNotNull();
    }
  }

  private static Presence presence(Peer peer) {
    return peer.await(PresenceChanged.class).user().presence();
  }

  private static User person(Peer viewer, Peer of) {
    return viewer.overview().people().stream()
        .filter(user -> user.id().equals(of.me()))
        .findFirst()
        .orElseThrow();
  }
}
