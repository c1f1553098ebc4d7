package hearth.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class QueryTest {
  @TempDir Path folder;
  private DatabaseFile file;
  private Connection connection;
  private Query insert;
  private Query select;

  @BeforeEach
  void open() {
    file = new DatabaseFile(folder.resolve("test.db"), Duration.ofMillis(10));
    connection = file.open(ConnectionOption.WRITE_AHEAD_LOG, ConnectionOption.FOREIGN_KEYS);
    new Query(connection, "CREATE TABLE item (id INTEGER PRIMARY KEY, name TEXT)").update();
    insert = new Query(connection, "INSERT INTO item (id, name) VALUES (?, ?)");
    select = new Query(connection, "SELECT name FROM item WHERE id >= ? ORDER BY id");
  }

  @AfterEach
  void close() {
    DatabaseFile.close(connection);
  }

  @Test
  void rowsAreReadAllOrFirstOrUntilTheVisitorStops() {
    assertThat(insert.update(1, "a")).isEqualTo(1);
    insert.update(2, null);
    insert.update(3, "c");
    assertThat(select.list(row -> row.getString(1), 1)).containsExactly("a", null, "c");
    assertThat(select.first(row -> row.getString(1), 3)).contains("c");
    assertThat(select.first(row -> row.getString(1), 4)).isEmpty();
    String first = select.only(row -> row.getString(1), 1);
    assertThat(first).isEqualTo("a");
    assertThat(select.exists(3)).isTrue();
    assertThat(select.exists(4)).isFalse();
    List<String> visited = new ArrayList<>();
    select.visit(row -> visited.add("" + row.getString(1)) && visited.size() < 2, 1);
    assertThat(visited).containsExactly("a", "null");
  }

  @Test
  void aStatementThatFailedWorksAgain() {
    insert.update(1, "a");
    var failure = catchThrowableOfType(SqliteException.class, () -> insert.update(1, "again"));
    assertThat(failure.isConstraint()).isTrue();
    assertThat(failure.isCorruption()).isFalse();
    assertThat(failure).hasMessageContaining("UNIQUE");
    insert.update(2, "b");

    new Query(connection, "ALTER TABLE item RENAME TO hidden").update();
    assertThatThrownBy(() -> select.exists(1)).isInstanceOf(SqliteException.class);
    assertThatThrownBy(() -> select.exists(1)).isInstanceOf(SqliteException.class);
    new Query(connection, "ALTER TABLE hidden RENAME TO item").update();
    assertThat(select.list(row -> row.getString(1), 1)).containsExactly("a", "b");
  }

  @Test
  void aMistakeInTheSqlShowsWhenItIsPrepared() {
    assertThatThrownBy(() -> new Query(connection, "SELECT id FROM nowhere"))
        .isInstanceOf(SqliteException.class)
        .hasMessageContaining("nowhere");
  }

  @Test
  void aReaderCannotWrite() {
    Connection reader = file.open(ConnectionOption.READ_ONLY);
    Query write = new Query(reader, "INSERT INTO item (id) VALUES (7)");
    assertThatThrownBy(write::update).isInstanceOf(SqliteException.class);
    DatabaseFile.close(reader);
  }

  @Test
  void optionsAreInForce() {
    Connection other =
        file.open(
            ConnectionOption.SYNCHRONOUS_FULL,
            ConnectionOption.SECURE_DELETE,
            ConnectionOption.NO_AUTO_CHECKPOINT);
    assertThat(pragma(connection, "foreign_keys")).isEqualTo("1");
    assertThat(pragma(other, "journal_mode")).isEqualTo("wal");
    assertThat(pragma(other, "synchronous")).isEqualTo("2");
    assertThat(pragma(other, "secure_delete")).isEqualTo("1");
    assertThat(pragma(other, "wal_autocheckpoint")).isEqualTo("0");
    assertThat(pragma(other, "busy_timeout")).isEqualTo("10");
    DatabaseFile.close(other);
  }

  @Test
  void aFileThatIsNoDatabaseIsCorrupt() throws Exception {
    Path text = folder.resolve("text.db");
    Files.writeString(text, "x".repeat(5_000));
    var failure =
        catchThrowableOfType(
            SqliteException.class,
            () -> new DatabaseFile(text, Duration.ZERO).open(ConnectionOption.WRITE_AHEAD_LOG));
    assertThat(failure.isCorruption()).isTrue();
  }

  private static String pragma(Connection connection, String name) {
    return new Query(connection, "PRAGMA " + name).only(row -> row.getString(1));
  }
}
