package hearth.client;

import static hearth.client.Lobby.IDENTITY;
import static hearth.client.Lobby.LOBBY;
import static hearth.client.Lobby.ME;
import static hearth.client.Lobby.history;
import static hearth.client.Lobby.lobby;
import static hearth.client.Lobby.resumed;
import static org.assertj.core.api.Assertions.assertThat;

import hearth.client.FakeNetwork.FakeLink;
import hearth.client.model.Picture;
import hearth.client.store.LocalStore;
import hearth.client.store.Pending;
import hearth.client.store.sqlite.ProfileFolder;
import hearth.protocol.Action;
import hearth.protocol.Marker;
import hearth.protocol.Request;
import hearth.protocol.SendId;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A client whose database turns out to be damaged.
class DamagedDiskTest {
  private static final Pending WAITING =
      new Pending(
          LOBBY,
          new SendId(new UUID(9, 1)),
          Instant.ofEpochMilli(1),
          Action.Post.text("not sent"),
          null);

  @TempDir Path folder;
  private final FakeNetwork network = new FakeNetwork();
  private Picture picture = new Picture();

  @Test
  void isSaidAndEverythingComesFromTheServerAgainAndWhatWaitedIsSent() throws SQLException {
    try (HearthClient client =
        HearthClient.start(new ProfileFolder(folder).create(IDENTITY), network, picture)) {
      fetch(client);
    }
    try (LocalStore store = new ProfileFolder(folder).open(IDENTITY)) {
      store.saveOutbox(WAITING);
      store.saveDraft(LOBBY, "half a sentence");
    }
    damage();

    picture = new Picture();
    try (HearthClient client =
        HearthClient.start(new ProfileFolder(folder).open(IDENTITY), network, picture)) {
      client.openTimeline(LOBBY); // reads what is damaged
      await(p -> p.storeReplaced().isPresent());
      assertThat(picture.storeReplaced().orElseThrow().aside()).exists();
      assertThat(picture.storeReplaced().orElseThrow().rescued()).isEqualTo(1);
      FakeLink link = network.accept();
      link.opens();
      var resume = link.asked(Request.Resume.class);
      assertThat(resume.request().token()).isEqualTo(IDENTITY.token());
      resume.answer(resumed(lobby(3, 0, new Marker(ME, 3, 3))));
      assertThat(link.asked(Request.Append.class).request().sendId()).isEqualTo(WAITING.sendId());
      link.asked(Request.FetchHistory.class).answer(history(1, 3));
      await(p -> p.messages(LOBBY).size() == 3);
    }
    try (LocalStore store = new ProfileFolder(folder).open(IDENTITY)) {
      assertThat(store.rowsFrom(LOBBY, 1, 10)).hasSize(3);
      assertThat(store.outbox()).containsExactly(WAITING);
      assertThat(store.drafts()).containsEntry(LOBBY, "half a sentence");
      assertThat(store.takeReplaced()).isEmpty();
    }
  }

  private void fetch(HearthClient client) {
    FakeLink link = network.accept();
    link.opens();
    link.asked(Request.Resume.class).answer(resumed(lobby(3, 0, new Marker(ME, 3, 3))));
    link.asked(Request.FetchHistory.class).answer(history(1, 3));
    client.openTimeline(LOBBY);
    await(p -> p.messages(LOBBY).size() == 3);
  }

  private void damage() throws SQLException {
    Path file = folder.resolve(IDENTITY.server().id() + ".db");
    try (var connection = DriverManager.getConnection("jdbc:sqlite:" + file);
        var statement = connection.createStatement()) {
      statement.execute("UPDATE row SET json = 'damaged' WHERE seq = 2");
    }
  }

  private void await(Predicate<Picture> wish) {
    assertThat(picture.await(Duration.ofSeconds(10), wish)).isTrue();
  }
}
