package hearth.server.store.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import hearth.protocol.Frame;
import hearth.protocol.OverviewPage;
import hearth.protocol.Presence;
import hearth.protocol.Response;
import hearth.protocol.UserId;
import hearth.protocol.json.Codec;
import hearth.sqlite.DatabaseFile;
import hearth.sqlite.Query;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A person in a thousand chats of a thousand people.
class LargeOverviewIT {
  private static final int MANY = 1_000;
  private static final int PAGE_BYTES = 1 << 20;
  private static final UserId ME = new UserId(1);

  @TempDir Path folder;

  @Test
  void everyPageIsBounded() throws Exception {
    try (SqliteStore _ = open()) {
      // The tables are made.
    }
    fill();
    try (SqliteStore store = open()) {
      int people = 0;
      int chats = 0;
      String from = null;
      do {
        OverviewPage page = store.overview(ME, from, _ -> Presence.OFFLINE);
        assertThat(bytes(page)).isLessThan(PAGE_BYTES);
        people += page.people().size();
        chats += page.chats().size();
        from = page.next();
      } while (from != null);
      assertThat(people).isEqualTo(MANY);
      assertThat(chats).isEqualTo(MANY);
    }
  }

  private SqliteStore open() throws Exception {
    return SqliteStore.open(
        folder.resolve("hearth.db"), false, Runnable::run, 100, InstantSource.system());
  }

  /// A third of the members of each chat have read to the end, the others stand somewhere.
  private void fill() {
    Connection connection =
        new DatabaseFile(folder.resolve("hearth.db"), Duration.ofSeconds(5)).open();
    String numbers =
        "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < " + MANY + ") ";
    for (String sql :
        List.of(
            "INSERT INTO user (id, name, name_key, joined_at) "
                + numbers
                + "SELECT i, 'Person ' || i, 'person ' || i, 0 FROM n",
            "INSERT INTO chat (id, kind, title, made_at) "
                + numbers
                + "SELECT i, 3, 'Group ' || i, 0 FROM n WHERE i > 1",
            "INSERT INTO member (chat, user, place, delivered, read, role) "
                + numbers
                + ", m(j) AS (SELECT i FROM n)"
                + " SELECT j, i, i, 20000, CASE i % 3 WHEN 0 THEN 20000 ELSE i END, i = 1"
                + " FROM n, m",
            "INSERT INTO entry (chat, seq, kind, author, at, body) "
                + numbers
                + "SELECT i, 20000, 1, 1 + i % 5, i, hex(zeroblob(100)) FROM n")) {
      new Query(connection, sql).update();
    }
    DatabaseFile.close(connection);
  }

  private static int bytes(OverviewPage page) {
    return Codec.encode(new Frame.ResponseFrame(1, new Response.Overview(page)))
        .getBytes(StandardCharsets.UTF_8)
        .length;
  }
}
