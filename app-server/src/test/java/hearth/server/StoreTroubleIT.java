package hearth.server;

import static org.assertj.core.api.Assertions.assertThat;

import hearth.protocol.Request.CatchUp;
import hearth.protocol.Response;
import hearth.protocol.Fault;
import hearth.protocol.FaultException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StoreTroubleIT {
  @TempDir Path data;

  @Test
  void tooManyWritesAreRefusedAtOnceAndTheOthersAreStoredLater() throws Exception {
    try (var server = new ServerFixture(data, config -> config.withCommitQueue(4))) {
      Peer ann = server.join("Ann");
      List<CompletableFuture<Response>> asked;
      try (Connection other = database()) {
        run(other, "BEGIN IMMEDIATE");
        asked =
            IntStream.range(0, 50)
                .mapToObj(i -> ann.ask(Peer.postRequest("m " + i)))
                .toList();
        assertThat(fault(asked.getLast())).isEqualTo(Fault.SERVER_BUSY);
        run(other, "ROLLBACK");
      }
      List<Long> seqs = new ArrayList<>();
      for (var answer : asked) {
        if (answer.handle((response, _) -> response).join() instanceof Response.Appended appended) {
          seqs.add(appended.seq());
        } else {
          assertThat(fault(answer)).isEqualTo(Fault.SERVER_BUSY);
        }
      }
      assertThat(seqs).hasSizeBetween(4, 10).startsWith(2L).isSorted().doesNotHaveDuplicates();
      assertThat(seqs.getLast()).isEqualTo(seqs.size() + 1L);
    }
  }

  @Test
  void whatCannotBeStoredIsRefusedAndServiceResumesWithoutAGap() throws Exception {
    try (var server = new ServerFixture(data)) {
      Peer ann = server.join("Ann");
      long seq = ann.post("stored").seq();
      var post = Peer.postRequest("stored later");
      try (Connection other = database()) {
        run(other, "ALTER TABLE entry RENAME TO away");
        assertThat(ann.refused(post)).isEqualTo(Fault.STORE_FAILED);
        assertThat(ann.refused(new CatchUp(Peer.LOBBY, 0, null))).isEqualTo(Fault.STORE_FAILED);
        run(other, "ALTER TABLE away RENAME TO entry");
      }
      assertThat(ann.append(post).seq()).isEqualTo(seq + 1);
    }
  }

  private static Fault fault(CompletableFuture<Response> asked) {
    return asked.handle((_, failed) -> ((FaultException) failed).fault()).join();
  }

  private Connection database() throws SQLException {
    return DriverManager.getConnection("jdbc:sqlite:" + data.resolve("hearth.db"));
  }

  private static void run(Connection connection, String sql) throws SQLException {
    try (var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
