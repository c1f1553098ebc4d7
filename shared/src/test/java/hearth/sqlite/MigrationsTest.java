package hearth.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hearth.sqlite.Migrations.Fit;
import java.nio.file.Path;
import java.sql.Connection;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MigrationsTest {
  private static final int ID = 0x48727468;
  private static final String FIRST =
      "CREATE TABLE item (id INTEGER PRIMARY KEY); INSERT INTO item (id) VALUES (1);";
  private static final String SECOND = "ALTER TABLE item ADD COLUMN name TEXT";

  @TempDir Path folder;
  private Connection connection;
  private Transaction transaction;

  @BeforeEach
  void open() {
    var file = new DatabaseFile(folder.resolve("test.db"), Duration.ZERO);
    connection = file.open(ConnectionOption.WRITE_AHEAD_LOG);
    transaction = new Transaction(connection);
  }

  @AfterEach
  void close() {
    DatabaseFile.close(connection);
  }

  private int number(String sql) {
    return new Query(connection, sql).only(row -> row.getInt(1));
  }

  private void migrate(Migrations migrations) {
    migrations.migrate(connection, transaction);
  }

  @Test
  void aFileTakesOnlyTheStepsThatItLacks() {
    Migrations old = Migrations.of(FIRST);
    Migrations now = Migrations.of(FIRST, SECOND);
    assertThat(now.check(connection)).isEqualTo(Fit.BEHIND);
    migrate(old);
    assertThat(old.check(connection)).isEqualTo(Fit.CURRENT);
    assertThat(now.check(connection)).isEqualTo(Fit.BEHIND);
    migrate(now);
    migrate(now);
    assertThat(number("PRAGMA user_version")).isEqualTo(2);
    assertThat(number("SELECT count(name) + count(*) FROM item")).isEqualTo(1);
  }

  @Test
  void aNewFileIsMarkedAndFilledOnce() {
    Migrations migrations = Migrations.of(FIRST).markedBy(ID);
    Runnable fill = () -> new Query(connection, "INSERT INTO item (id) VALUES (2)").update();
    migrations.migrate(connection, transaction, fill);
    migrations.migrate(connection, transaction, fill);
    assertThat(number("SELECT count(*) FROM item")).isEqualTo(2);
    assertThat(number("PRAGMA application_id")).isEqualTo(ID);
    assertThat(migrations.check(connection)).isEqualTo(Fit.CURRENT);
  }

  @Test
  void aFileOfANewerVersionIsRefusedAndNotChanged() {
    migrate(Migrations.of(FIRST, SECOND));
    Migrations old = Migrations.of(FIRST);
    assertThat(old.check(connection)).isEqualTo(Fit.TOO_NEW);
    assertThatThrownBy(() -> migrate(old))
        .isInstanceOf(SqliteException.class)
        .hasMessageContaining("newer version");
    assertThat(number("PRAGMA user_version")).isEqualTo(2);
  }

  @Test
  void aFileOfAnotherApplicationIsRefusedAndNotChanged() {
    migrate(Migrations.of(FIRST));
    Migrations ours = Migrations.of(FIRST, SECOND).markedBy(ID);
    assertThat(ours.check(connection)).isEqualTo(Fit.OTHER_APPLICATION);
    assertThatThrownBy(() -> migrate(ours))
        .isInstanceOf(SqliteException.class)
        .hasMessageContaining("another application");
    assertThat(number("PRAGMA user_version")).isEqualTo(1);
  }

  @Test
  void aStepThatFailsLeavesNoneTaken() {
    assertThatThrownBy(() -> migrate(Migrations.of(FIRST, "ALTER TABLE nothing ADD COLUMN a")))
        .isInstanceOf(SqliteException.class);
    assertThat(number("PRAGMA user_version")).isZero();
    assertThat(number("SELECT count(*) FROM sqlite_schema")).isZero();
    migrate(Migrations.of(FIRST, SECOND));
    assertThat(number("PRAGMA user_version")).isEqualTo(2);
  }
}
