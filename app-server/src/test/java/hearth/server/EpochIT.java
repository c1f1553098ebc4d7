package hearth.server;

import static hearth.server.Peer.LOBBY;
import static org.assertj.core.api.Assertions.assertThat;

import hearth.client.link.Address;
import hearth.client.model.Picture;
import hearth.client.model.TimelineRow;
import hearth.protocol.Action;
import hearth.protocol.Row;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A server's database is put back to an earlier state, under clients that hold more.
class EpochIT {
  @TempDir Path folder;
  private HearthServer server;
  private Device mira;
  private Device bo;

  @BeforeEach
  void twoPeopleAndABackup() throws Exception {
    start(0);
    var address = new Address("127.0.0.1", server.port(), true, null);
    mira = Device.join(folder.resolve("Mira"), address);
    bo = Device.join(folder.resolve("Bo"), address);
    mira.post("kept");
    bo.await(p -> p.messages(LOBBY).size() == 1);
    int port = stop();
    Files.copy(database(), folder.resolve("backup"));
    start(port);
  }

  @AfterEach
  void end() {
    mira.close();
    bo.close();
    server.close();
  }

  private void start(int port) throws StartException {
    server = HearthServer.start(ServerFixture.config(folder.resolve("data")).withPort(port));
  }

  private int stop() {
    int port = server.port();
    server.close();
    mira.await(p -> !p.online());
    bo.await(p -> !p.online());
    return port;
  }

  private void putBack() throws IOException {
    Files.copy(folder.resolve("backup"), database(), StandardCopyOption.REPLACE_EXISTING);
  }

  private Path database() {
    return folder.resolve("data").resolve("hearth.db");
  }

  @Test
  void clientsFetchAgainAndShowNothingThatIsNotThere() throws Exception {
    mira.await(p -> p.online() && p.messages(LOBBY).size() == 1);
    long kept = mira.picture().messages(LOBBY).getFirst().seq();
    bo.append(new Action.React(kept, "👍", true));
    mira.post("lost");
    bo.post("lost too");
    mira.await(p -> p.messages(LOBBY).size() == 3 && reactions(p) == 1);
    bo.await(p -> p.messages(LOBBY).size() == 3 && reactions(p) == 1);
    int port = stop();
    mira.post("pending");
    mira.await(p -> p.rows(LOBBY).getLast() instanceof TimelineRow.Unsent);
    putBack();

    start(port);
    for (Device device : List.of(mira, bo)) {
      device.await(p -> p.online() && p.logsReplaced() && showsAgain(p));
      assertThat(device.texts()).containsExactly("kept", "pending");
      assertThat(device.picture().committed(LOBBY))
          .extracting(Row::seq)
          .doesNotHaveDuplicates()
          .isSorted();
    }
    assertThat(mira.picture().committed(LOBBY)).isEqualTo(bo.picture().committed(LOBBY));
  }

  private static long reactions(Picture picture) {
    return picture.messages(LOBBY).getFirst().reactions().size();
  }

  /// What was kept, without the reaction, and what waited.
  private static boolean showsAgain(Picture picture) {
    List<TimelineRow> rows = picture.rows(LOBBY);
    return !rows.isEmpty()
        && rows.stream().noneMatch(TimelineRow.Unsent.class::isInstance)
        && picture.messages(LOBBY).size() == 2
        && reactions(picture) == 0;
  }

  @Test
  void aClientThatWasAwayMeanwhileFindsOutTheSameWay() throws Exception {
    bo.await(Picture::online);
    mira.await(Picture::online);
    mira.post("lost");
    bo.await(p -> p.messages(LOBBY).size() == 2);
    bo.close();
    int port = server.port();
    server.close();
    putBack();
    start(port);
    mira.await(p -> p.online() && p.logsReplaced());
    mira.post("in its place"); // at the seq of the lost one
    mira.await(p -> mira.texts().equals(List.of("kept", "in its place")));

    bo.startAgain();
    bo.await(p -> p.online() && p.logsReplaced() && p.messages(LOBBY).size() == 2);
    bo.await(p -> bo.texts().equals(List.of("kept", "in its place")));
  }
}
