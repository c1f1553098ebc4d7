package hearth.bench;

/// What happens to a server on a bad day.
enum Trouble {
  /// SIGKILL, and another start on the same data.
  KILL,
  /// SIGSTOP, and SIGCONT after a while.
  PAUSE,
  /// Some clients' networks carry nothing for a while, then break.
  PARTITION,
  /// The clock jumps an hour ahead, and back by two.
  CLOCK,
  /// The disk takes nothing for a while.
  FULL_DISK,
  /// Syncing fails for a while.
  FAILING_SYNC
}
