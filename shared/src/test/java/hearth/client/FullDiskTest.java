package hearth.client;

import static hearth.client.Lobby.BO;
import static hearth.client.Lobby.IDENTITY;
import static hearth.client.Lobby.history;
import static hearth.client.Lobby.lobby;
import static hearth.client.Lobby.resumed;
import static org.assertj.core.api.Assertions.assertThat;

import hearth.client.FakeNetwork.FakeLink;
import hearth.client.model.Picture;
import hearth.client.store.LocalStore;
import hearth.client.store.sqlite.ProfileFolder;
import hearth.protocol.Request;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A device whose disk takes small things and no rows, as one does that is nearly full.
class FullDiskTest {
  @TempDir Path folder;

  @Test
  void whatCannotBeKeptIsSaidAndNotFetchedInACircle() throws SQLException {
    var network = new FakeNetwork();
    var picture = new Picture();
    LocalStore store = new ProfileFolder(folder).create(IDENTITY);
    fill();
    try (HearthClient client = HearthClient.start(store, network, picture)) {
      FakeLink link = network.accept();
      link.opens();
      link.asked(Request.Resume.class).answer(resumed(lobby(3, 0)));
      link.asked(Request.FetchHistory.class).answer(history(1, 3));
      assertThat(picture.await(Duration.ofSeconds(10), p -> p.storeFailure().isPresent())).isTrue();
      assertThat(picture.storeFailure().orElseThrow()).contains("disk is full");
      for (int i = 0; i < 3; i++) { // whatever would be asked because of it comes before
        var _ = client.openDirect(BO);
        link.asked(Request.OpenDirect.class);
      }
      assertThat(link.unasked()).noneMatch(Request.FetchHistory.class::isInstance);
      assertThat(picture.online()).isTrue();
    }
  }

  private void fill() throws SQLException {
    Path file = folder.resolve(IDENTITY.server().id() + ".db");
    try (Connection other = DriverManager.getConnection("jdbc:sqlite:" + file);
        Statement statement = other.createStatement()) {
      statement.execute(
          "CREATE TRIGGER full BEFORE INSERT ON row BEGIN"
              + " SELECT RAISE(ABORT, 'database or disk is full'); END");
    }
  }
}
