package hearth.bench.history;

/// A broken promise.
///
/// @param detail what was seen, in words
public record Anomaly(Kind kind, String detail) {
  /// Which promise.
  public enum Kind {
    /// The log skips a seq.
    GAP,
    /// The log's times go back.
    TIME_WENT_BACK,
    /// What was answered or told is not in the log, or not at the place that was said.
    LOST,
    /// One action is in the log twice.
    DUPLICATE,
    /// The log holds what nobody asked for, or what was refused.
    PHANTOM,
    /// An action that began after another had been answered stands before it.
    ORDER,
    /// Somebody saw another entry or row at this place than the log has there.
    DIFFERS,
    /// A reading did not show what its own reader had written before.
    READ_YOUR_WRITES,
    /// A reading did not show what had been answered to another before.
    STALE,
    /// A connection was told an entry, and not the one before it.
    MISSED,
    /// A marker went back.
    MARKER_WENT_BACK,
    /// An answered marker is not there in the end.
    MARKER_LOST,
    /// A marker is beyond the log's head.
    MARKER_AHEAD,
    /// A row is not what the log's entries come to.
    ROW_DIFFERS
  }
}
