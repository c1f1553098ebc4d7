package hearth.sqlite;

import java.sql.SQLException;
import org.sqlite.SQLiteErrorCode;

/// SQLite did not do what it was asked to. Immutable.
public final class SqliteException extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final int code;

  SqliteException(SQLException cause) {
    super(cause.getMessage(), cause);
    // The low byte of an extended result code is the primary one.
    this.code = cause.getErrorCode() & 0xFF;
  }

  SqliteException(String message) {
    super(message);
    this.code = SQLiteErrorCode.SQLITE_OK.code;
  }

  /// Whether one statement broke a constraint, so that others may still succeed in the same
  /// transaction.
  public boolean isConstraint() {
    return code == SQLiteErrorCode.SQLITE_CONSTRAINT.code;
  }

  /// Whether the file is damaged, or lacks a table that it should have.
  public boolean isDamage() {
    return isCorruption() || code == SQLiteErrorCode.SQLITE_ERROR.code;
  }

  /// Whether the file itself cannot be trusted.
  public boolean isCorruption() {
    return code == SQLiteErrorCode.SQLITE_CORRUPT.code
        || code == SQLiteErrorCode.SQLITE_NOTADB.code;
  }
}
