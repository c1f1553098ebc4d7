package hearth.server.store;

import java.sql.SQLException;
import org.sqlite.SQLiteErrorCode;

/// The database did not do what it was asked to.
public final class StoreException extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final int code;

  StoreException(SQLException cause) {
    super(cause.getMessage(), cause);
    this.code = cause.getErrorCode() & 0xFF;
  }

  /// Whether one statement was at fault, so that others may still succeed in the same transaction.
  boolean isConstraint() {
    return code == SQLiteErrorCode.SQLITE_CONSTRAINT.code;
  }

  /// Whether the file itself cannot be trusted.
  boolean isCorruption() {
    return code == SQLiteErrorCode.SQLITE_CORRUPT.code
        || code == SQLiteErrorCode.SQLITE_NOTADB.code;
  }
}
