package hearth.client.store;

import hearth.client.LocalStore.StoreException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Prepared statements of one connection, each prepared once. The first write begins a transaction
/// that lasts until [#commit]; reads between transactions leave none open, so that the write-ahead
/// log can be folded back. Confined to one thread at a time. SQL faults become [StoreException],
/// and roll the transaction back.
final class Statements implements AutoCloseable {
  private final Connection connection;
  private final Map<String, PreparedStatement> prepared = new HashMap<>();
  private boolean dirty;

  Statements(Connection connection) {
    this.connection = connection;
  }

  void update(String sql, Object... values) {
    try {
      if (!dirty) {
        bind("BEGIN IMMEDIATE").execute();
        dirty = true;
      }
      bind(sql, values).executeUpdate();
    } catch (SQLException refused) {
      throw failure(refused);
    }
  }

  <T> List<T> query(String sql, Reader<T> reader, Object... values) {
    List<T> found = new ArrayList<>();
    try (ResultSet rows = bind(sql, values).executeQuery()) {
      while (rows.next()) {
        found.add(reader.read(rows));
      }
    } catch (SQLException refused) {
      throw failure(refused);
    }
    return found;
  }

  private PreparedStatement bind(String sql, Object... values) throws SQLException {
    PreparedStatement statement = prepared.get(sql);
    if (statement == null) {
      statement = connection.prepareStatement(sql);
      prepared.put(sql, statement);
    }
    for (int i = 0; i < values.length; i++) {
      statement.setObject(i + 1, values[i]);
    }
    return statement;
  }

  void commit() {
    if (dirty) {
      try {
        bind("COMMIT").execute();
        dirty = false;
      } catch (SQLException refused) {
        throw failure(refused);
      }
    }
  }

  @Override
  public void close() {
    try (connection) {
      commit();
      for (PreparedStatement statement : prepared.values()) {
        statement.close();
      }
    } catch (SQLException refused) {
      throw failure(refused);
    }
  }

  private StoreException failure(SQLException refused) {
    if (dirty) {
      dirty = false;
      try {
        bind("ROLLBACK").execute();
      } catch (SQLException alreadyRolledBack) {
        refused.addSuppressed(alreadyRolledBack); // SQLite does so itself when the disk is full
      }
    }
    return new StoreException(String.valueOf(refused.getMessage()), refused);
  }

  /// Reads the row that the result stands on.
  interface Reader<T> {
    T read(ResultSet row) throws SQLException;
  }
}
