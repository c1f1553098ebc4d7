package hearth.sqlite;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// One prepared statement, kept as long as its connection is open. Arguments are numbers, strings,
/// byte arrays or null. Every method throws [SqliteException] if SQLite refuses. Confined to the
/// thread that holds the connection.
///
/// A statement that has failed is dropped, and prepared again when it is next used.
public final class Query {
  private final Connection connection;
  private final String sql;
  private @Nullable PreparedStatement prepared;

  /// Prepares the statement at once, so that a mistake in the SQL shows early.
  public Query(Connection connection, String sql) {
    this.connection = connection;
    this.sql = sql;
    run(_ -> true);
  }

  /// Runs a change.
  ///
  /// @return how many rows it touched
  public int update(@Nullable Object... arguments) {
    return run(statement -> statement.executeUpdate(), arguments);
  }

  /// Reads the first row, if there is one.
  public <T> Optional<T> first(Row<T> row, @Nullable Object... arguments) {
    return run(
        statement -> {
          try (ResultSet rows = statement.executeQuery()) {
            return rows.next() ? Optional.of(row.read(rows)) : Optional.empty();
          }
        },
        arguments);
  }

  /// Reads the first row, which must be there.
  public <T> T only(Row<T> row, @Nullable Object... arguments) {
    return first(row, arguments).orElseThrow();
  }

  /// Whether there is any row.
  public boolean exists(@Nullable Object... arguments) {
    return first(row -> true, arguments).isPresent();
  }

  /// Reads all rows.
  public <T> List<T> list(Row<T> row, @Nullable Object... arguments) {
    List<T> all = new ArrayList<>();
    visit(rows -> all.add(row.read(rows)), arguments);
    return all;
  }

  /// Reads rows until there are no more, or the visitor answers false.
  public void visit(Row<Boolean> visitor, @Nullable Object... arguments) {
    run(
        statement -> {
          try (ResultSet rows = statement.executeQuery()) {
            while (rows.next() && visitor.read(rows)) {
              // The visitor does the work.
            }
            return true;
          }
        },
        arguments);
  }

  private <T> T run(Execution<T> execution, @Nullable Object... arguments) {
    try {
      PreparedStatement statement = prepared;
      if (statement == null) {
        statement = connection.prepareStatement(sql);
        prepared = statement;
      }
      for (int i = 0; i < arguments.length; i++) {
        statement.setObject(i + 1, arguments[i]);
      }
      return execution.of(statement);
    } catch (SQLException failed) {
      drop();
      throw new SqliteException(failed);
    }
  }

  private void drop() {
    try (PreparedStatement _ = prepared) {
      prepared = null;
    } catch (SQLException _) {
      // The failure that led here says more.
    }
  }

  private interface Execution<T> {
    T of(PreparedStatement statement) throws SQLException;
  }

  /// Reads the row that a result set stands on.
  public interface Row<T> {
    T read(ResultSet row) throws SQLException;
  }
}
