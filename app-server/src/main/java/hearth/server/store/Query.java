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
final class Query {
  private final PreparedStatement statement;

  Query(Connection connection, String sql) {
    try {
      statement = connection.prepareStatement(sql);
    } catch (SQLException failed) {
      throw new StoreException(failed);
    }
  }

  /// Runs a change and says how many rows it touched.
  int update(@Nullable Object... arguments) {
    try {
      bind(arguments);
      return statement.executeUpdate();
    } catch (SQLException failed) {
      throw new StoreException(failed);
    }
  }

  <T> Optional<T> first(Row<T> row, @Nullable Object... arguments) {
    try {
      bind(arguments);
      try (ResultSet rows = statement.executeQuery()) {
        return rows.next() ? Optional.of(row.read(rows)) : Optional.empty();
      }
    } catch (SQLException failed) {
      throw new StoreException(failed);
    }
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
    try {
      bind(arguments);
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next() && visitor.read(rows)) {
          // The visitor has done it.
        }
      }
    } catch (SQLException failed) {
      throw new StoreException(failed);
    }
  }

  private void bind(@Nullable Object... arguments) throws SQLException {
    for (int i = 0; i < arguments.length; i++) {
      statement.setObject(i + 1, arguments[i]);
    }
  }

  /// Reads the row that a result set stands on.
  interface Row<T> {
    T read(ResultSet row) throws SQLException;
  }
}
