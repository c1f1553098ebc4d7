package hearth.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.Connection;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TransactionTest {
  @TempDir Path folder;
  private Connection connection;
  private Connection other;
  private Transaction transaction;
  private Query insert;

  @BeforeEach
  void open() {
    var file = new DatabaseFile(folder.resolve("test.db"), Duration.ofMillis(10));
    connection = file.open(ConnectionOption.WRITE_AHEAD_LOG);
    other = file.open();
    transaction = new Transaction(connection);
    new Query(connection, "CREATE TABLE item (id INTEGER PRIMARY KEY)").update();
    insert = new Query(connection, "INSERT INTO item (id) VALUES (?)");
  }

  @AfterEach
  void close() {
    DatabaseFile.close(other);
    DatabaseFile.close(connection);
  }

  private int seenByOthers() {
    return new Query(other, "SELECT count(*) FROM item").only(row -> row.getInt(1));
  }

  @Test
  void othersSeeWhatIsCommittedAndNotWhatIsRolledBack() {
    transaction.begin();
    insert.update(1);
    assertThat(seenByOthers()).isZero();
    transaction.commit();
    assertThat(seenByOthers()).isEqualTo(1);
    transaction.begin();
    insert.update(2);
    transaction.rollBack();
    assertThat(seenByOthers()).isEqualTo(1);
  }

  @Test
  void outsideOfATransactionAStatementIsOneOfItsOwn() {
    insert.update(1);
    assertThat(seenByOthers()).isEqualTo(1);
  }

  @Test
  void aTransactionCanBeUsedAfterAFailure() {
    transaction.begin();
    insert.update(1);
    assertThatThrownBy(() -> insert.update(1)).isInstanceOf(SqliteException.class);
    transaction.rollBack();
    transaction.rollBack();
    assertThat(seenByOthers()).isZero();
    transaction.begin();
    insert.update(1);
    transaction.commit();
    assertThat(seenByOthers()).isEqualTo(1);
  }

  @Test
  void whatSqliteRollsBackByItselfIsNotMissed() {
    insert.update(1);
    Query replace = new Query(connection, "INSERT OR ROLLBACK INTO item (id) VALUES (?)");
    transaction.begin();
    insert.update(2);
    assertThatThrownBy(() -> replace.update(1)).isInstanceOf(SqliteException.class);
    transaction.rollBack();
    transaction.begin();
    insert.update(3);
    transaction.commit();
    assertThat(seenByOthers()).isEqualTo(2);
  }

  @Test
  void onlyOneConnectionWrites() {
    transaction.begin();
    Transaction second = new Transaction(other);
    assertThatThrownBy(second::begin)
        .isInstanceOf(SqliteException.class)
        .hasMessageContaining("SQLITE_BUSY");
    transaction.rollBack();
    second.begin();
    second.rollBack();
  }
}
