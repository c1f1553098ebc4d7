package hearth.server.metrics;

import org.jspecify.annotations.Nullable;

/// Where a bug is, without what its messages say: they may hold what a person wrote.
final class BugTrace extends Throwable {
  private static final long serialVersionUID = 1;
  private static final int MOST_CAUSES = 10;

  private BugTrace(Throwable bug, @Nullable BugTrace cause) {
    super(bug.getClass().getName(), cause);
    setStackTrace(bug.getStackTrace());
  }

  /// The trace of a bug and of what caused it.
  static BugTrace of(Throwable bug) {
    return of(bug, MOST_CAUSES);
  }

  private static BugTrace of(Throwable bug, int causes) {
    Throwable cause = bug.getCause();
    return new BugTrace(bug, cause == null || causes == 0 ? null : of(cause, causes - 1));
  }
}
