package hearth.sqlite;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The tables of a kind of file, as a list of steps. The list only grows: a released step never
/// changes, and what comes later is a new step at the end. `PRAGMA user_version` counts the steps
/// that a file has taken. Immutable; each call is confined to the thread that holds the connection.
public final class Migrations {
  private final @Nullable Integer applicationId;
  private final List<String> steps;

  private Migrations(@Nullable Integer applicationId, List<String> steps) {
    this.applicationId = applicationId;
    this.steps = List.copyOf(steps);
  }

  /// Steps for files that carry no mark of their own.
  ///
  /// @param steps SQL, one or more statements per step
  public static Migrations of(String... steps) {
    return new Migrations(null, List.of(steps));
  }

  /// The same steps for files that are known by `PRAGMA application_id`.
  public Migrations markedBy(int id) {
    return new Migrations(id, steps);
  }

  /// Looks at a file without changing it.
  ///
  /// @throws SqliteException if it cannot be read
  public Fit check(Connection connection) {
    boolean empty = number(connection, "SELECT count(*) FROM sqlite_schema") == 0;
    if (applicationId != null
        && !empty
        && number(connection, "PRAGMA application_id") != applicationId) {
      return Fit.OTHER_APPLICATION;
    }
    int taken = taken(connection);
    if (taken > steps.size()) {
      return Fit.TOO_NEW;
    }
    return taken == steps.size() ? Fit.CURRENT : Fit.BEHIND;
  }

  /// How many steps there are.
  public int count() {
    return steps.size();
  }

  /// How many steps a file has taken.
  ///
  /// @throws SqliteException if it cannot be read
  public int taken(Connection connection) {
    return number(connection, "PRAGMA user_version");
  }

  /// Takes the steps that the file has not taken yet, all or none.
  ///
  /// @throws SqliteException if a step fails, or the file is another application's or too new
  public void migrate(Connection connection, Transaction transaction) {
    migrate(connection, transaction, () -> {});
  }

  /// Takes the steps that the file has not taken yet, all or none.
  ///
  /// @param fillNew run after the steps of a new file, in the same transaction
  /// @throws SqliteException if a step fails, or the file is another application's or too new
  public void migrate(Connection connection, Transaction transaction, Runnable fillNew) {
    if (needsSteps(connection)) {
      transaction.begin();
      try {
        // Another process may have taken them before the lock was ours.
        if (needsSteps(connection)) {
          takeSteps(connection, fillNew);
        }
        transaction.commit();
      } catch (RuntimeException | Error failed) {
        transaction.rollBack();
        throw failed;
      }
    }
  }

  private boolean needsSteps(Connection connection) {
    return switch (check(connection)) {
      case CURRENT -> false;
      case BEHIND -> true;
      case TOO_NEW -> throw new SqliteException("the file was made by a newer version of Hearth");
      case OTHER_APPLICATION ->
          throw new SqliteException("the file was made by another application");
    };
  }

  private void takeSteps(Connection connection, Runnable fillNew) {
    int taken = taken(connection);
    for (String step : steps.subList(taken, steps.size())) {
      execute(connection, step);
    }
    if (taken == 0) {
      if (applicationId != null) {
        execute(connection, "PRAGMA application_id = " + applicationId);
      }
      fillNew.run();
    }
    execute(connection, "PRAGMA user_version = " + steps.size());
  }

  private static int number(Connection connection, String sql) {
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      rows.next();
      return rows.getInt(1);
    } catch (SQLException failed) {
      throw new SqliteException(failed);
    }
  }

  /// Runs several statements at once, which a [Query] cannot.
  private static void execute(Connection connection, String sql) {
    try (Statement statement = connection.createStatement()) {
      statement.executeUpdate(sql);
    } catch (SQLException failed) {
      throw new SqliteException(failed);
    }
  }

  /// How a file and the steps known here go together.
  public enum Fit {
    /// All steps are taken.
    CURRENT,
    /// New, or made by an older version: some steps are missing.
    BEHIND,
    /// Made by a newer version, whose steps are not known here.
    TOO_NEW,
    /// Not empty, and marked by another application or by none.
    OTHER_APPLICATION
  }
}
