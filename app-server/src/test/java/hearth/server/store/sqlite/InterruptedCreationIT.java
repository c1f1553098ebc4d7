package hearth.server.store.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.time.InstantSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A power failure at the first start: the database is half made, with a rollback journal beside
/// it.
class InterruptedCreationIT {
  @TempDir Path folder;

  @Test
  void aDatabaseWhoseMakingWasCutShortIsMadeAgain() throws Exception {
    Path made = folder.resolve("made.db");
    Path left = folder.resolve("hearth.db");
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + made);
        Statement statement = connection.createStatement()) {
      statement.execute("PRAGMA cache_size = 1"); // so that pages are written before the commit
      statement.execute("BEGIN");
      statement.execute("CREATE TABLE half (x)");
      statement.execute(
          "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 300)"
              + " INSERT INTO half SELECT randomblob(4000) FROM n");
      Files.copy(made, left);
      Files.copy(folder.resolve("made.db-journal"), folder.resolve("hearth.db-journal"));
      statement.execute("ROLLBACK");
    }
    assertThat(Files.size(left)).isPositive();
    try (SqliteStore store =
        SqliteStore.open(left, true, Runnable::run, 10, InstantSource.system())) {
      assertThat(store.chats()).hasSize(1);
    }
  }
}
