package hearth.server.store;

import java.sql.Connection;
import java.sql.SQLException;

/// The transactions of the writing connection, in SQL: the driver's own would begin the next one as
/// it ends the last, and lose count when SQLite has rolled back by itself. Confined to the commit
/// thread.
final class Transaction {
  private final Query begin;
  private final Query commit;
  private final Query rollback;

  Transaction(Connection writer) {
    try {
      // From here on the driver leaves transactions alone, and we are in none.
      writer.setAutoCommit(false);
    } catch (SQLException failed) {
      throw new StoreException(failed);
    }
    begin = new Query(writer, "BEGIN IMMEDIATE");
    commit = new Query(writer, "COMMIT");
    rollback = new Query(writer, "ROLLBACK");
    commit.update();
  }

  void begin() {
    begin.update();
  }

  void commit() {
    commit.update();
  }

  void rollBack() {
    try {
      rollback.update();
    } catch (StoreException _) {
      // SQLite has rolled back by itself already, as it does on the gravest errors.
    }
  }
}
