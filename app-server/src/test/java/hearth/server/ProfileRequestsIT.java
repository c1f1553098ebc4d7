package hearth.server;

import static org.assertj.core.api.Assertions.assertThat;

import hearth.protocol.Fault;
import hearth.protocol.Notification.UserChanged;
import hearth.protocol.Request.DeleteUser;
import hearth.protocol.Request.SetName;
import hearth.protocol.Request.SetQuiet;
import hearth.protocol.Request.SetStatus;
import hearth.protocol.Response;
import hearth.protocol.User;
import hearth.server.policy.Rate;
import hearth.server.policy.RateLimits;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What the requests by which people say something of themselves are answered.
class ProfileRequestsIT {
  @TempDir Path data;

  @Test
  void askedTwiceTheyAreAnsweredTheSameAndToldOnce() throws StartException {
    try (var server = new ServerFixture(data)) {
      Peer ann = server.join("Ann");
      Peer ben = server.join("Ben");
      ann.toldUntilNow();
      for (var request :
          List.of(new SetName("Benno"), new SetStatus("busy", null), new SetQuiet(Instant.MAX))) {
        assertThat(ben.call(request)).isEqualTo(new Response.Done());
        User told = ann.await(UserChanged.class).user();
        assertThat(told.name()).isEqualTo("Benno");
        assertThat(ben.call(request)).isEqualTo(new Response.Done());
        assertThat(ann.toldUntilNow()).noneMatch(UserChanged.class::isInstance);
      }
    }
  }

  @Test
  void whatWasSetIsStillToldWhenPeopleComeAndGo() throws StartException {
    try (var server = new ServerFixture(data)) {
      Peer ann = server.join("Ann");
      Peer ben = server.join("Ben");
      ben.call(new SetName("Benno"));
      ben.call(new SetStatus("busy", null));
      ann.toldUntilNow();
      ben.close();
      User gone = ann.await(UserChanged.class).user();
      assertThat(gone.name()).isEqualTo("Benno");
      assertThat(gone.status().text()).isEqualTo("busy");
      server.restart();
      Peer back = server.resume(ann.token());
      assertThat(back.overview().people())
          .filteredOn(user -> user.id().equals(ben.me()))
          .allMatch(user -> user.name().equals("Benno") && user.status().text().equals("busy"));
    }
  }

  @Test
  void theFormerNamesOfAnOwnerStayTheirs() throws StartException {
    try (var server = new ServerFixture(data)) {
      Peer ann = server.join("Ann");
      Peer ben = server.join("Ben");
      server.server().makeOwner(ann.me());
      ann.call(new SetName("Anna"));
      assertThat(ben.refused(new SetName("ANN"))).isEqualTo(Fault.NAME_TAKEN);
      server.server().setOwners(List.of("Ann"));
      assertThat(server.resume(ann.token()).resumed().owner()).isTrue();
      ann.call(new SetName("Ann"));
      assertThat(server.resume(ann.token()).resumed().owner()).isTrue();
    }
  }

  @Test
  void whoWasRemovedLeavesNothingOfWhatTheySaid() throws StartException {
    try (var server = new ServerFixture(data)) {
      Peer ann = server.join("Ann");
      Peer ben = server.join("Ben");
      server.server().makeOwner(ann.me());
      ben.call(new SetStatus("busy", null));
      ann.call(new DeleteUser(ben.me()));
      assertThat(server.overview(ann).people()).contains(User.deleted(ben.me()));
    }
  }

  @Test
  void anotherNameCostsAsMuchAsManyMessages() throws StartException {
    RateLimits limits = RateLimits.NONE.withWriting(new Rate(45, 0.01));
    try (var server = new ServerFixture(data, config -> config.with(limits))) {
      Peer ann = server.join("Ann");
      ann.call(new SetName("Anna"));
      ann.call(new SetName("Ann"));
      assertThat(ann.refused(new SetName("Anna"))).isEqualTo(Fault.RATE_LIMITED);
      ann.call(new SetStatus("busy", null));
      assertThat(ann.refused(new SetStatus("", null))).isEqualTo(Fault.RATE_LIMITED);
    }
  }
}
