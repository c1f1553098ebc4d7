package hearth.sqlite;

import java.sql.Connection;
import java.sql.SQLException;

/// The transactions of a connection that writes, in SQL: the driver would begin the next one as it
/// ends the last, and would lose count when SQLite rolls back by itself. Outside of a transaction
/// each statement is one of its own. Confined to the thread that holds the connection.
public final class Transaction {
  private final Query begin;
  private final Query commit;
  private final Query rollback;

  /// Takes the connection's transactions away from the driver; one per connection.
  ///
  /// @throws SqliteException if the connection is in use or broken
  public Transaction(Connection connection) {
    try {
      // This begins a transaction, which the commit below ends; the driver begins no other.
      connection.setAutoCommit(false);
    } catch (SQLException failed) {
      throw new SqliteException(failed);
    }
    begin = new Query(connection, "BEGIN IMMEDIATE");
    commit = new Query(connection, "COMMIT");
    rollback = new Query(connection, "ROLLBACK");
    commit.update();
  }

  /// Begins a transaction and takes the file's write lock at once.
  ///
  /// @throws SqliteException if another connection keeps the lock for too long
  public void begin() {
    begin.update();
  }

  /// Ends the transaction; what it wrote stays.
  ///
  /// @throws SqliteException if it could not be written; then it must be rolled back
  public void commit() {
    commit.update();
  }

  /// Ends the transaction; nothing that it wrote stays. Does nothing if there is none.
  public void rollBack() {
    try {
      rollback.update();
    } catch (SqliteException _) {
      // SQLite has rolled back by itself already, as it does on the gravest errors.
    }
  }
}
