package hearth.server.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// One prepared statement, kept for as long as its connection. Arguments are numbers, strings, byte
/// arrays or null. Confined to whoever holds the connection.
///
/// The driver ends a statement that has failed, so it is prepared again when it is next used.
final class Query {
  private final Connection connection;
  private final String sql;
  private @Nullable PreparedStatement prepared;

  Query(Connection connection, String sql) {
    this.connection = connection;
    this.sql = sql;
    run(_ -> true);
  }

  /// Runs a change and says how many rows it touched.
  int update(@Nullable Object... arguments) {
    return run(statement -> statement.executeUpdate(), arguments);
  }

  <T> Optional<T> first(Row<T> row, @Nullable Object... arguments) {
    return run(
        statement -> {
          try (ResultSet rows = statement.executeQuery()) {
            return rows.next() ? Optional.of(row.read(rows)) : Optional.empty();
          }
        },
        arguments);
  }

  /// The first row, which must be there.
  <T> T only(Row<T> row, @Nullable Object... arguments) {
    return first(row, arguments).orElseThrow();
  }

  boolean exists(@Nullable Object... arguments) {
    return first(row -> true, arguments).isPresent();
  }

  <T> List<T> list(Row<T> row, @Nullable Object... arguments) {
    List<T> all = new ArrayList<>();
    visit(rows -> all.add(row.read(rows)), arguments);
    return all;
  }

  /// Reads rows for as long as the visitor wants more.
  void visit(Row<Boolean> visitor, @Nullable Object... arguments) {
    run(
        statement -> {
          try (ResultSet rows = statement.executeQuery()) {
            while (rows.next() && visitor.read(rows)) {
              // The visitor has done it.
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
      prepared = null;
      throw new StoreException(failed);
    }
  }

  private interface Execution<T> {
    T of(PreparedStatement statement) throws SQLException;
  }

  /// Reads the row that a result set stands on.
  interface Row<T> {
    T read(ResultSet row) throws SQLException;
  }
}
