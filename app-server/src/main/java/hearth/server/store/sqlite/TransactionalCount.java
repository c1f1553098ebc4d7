package hearth.server.store.sqlite;

/// A number: the committed one, and what the open transaction adds. Confined to the commit thread.
final class TransactionalCount {
  private long committed;
  private long added;

  /// Begins with what is on disk.
  TransactionalCount(long committed) {
    this.committed = committed;
  }

  long get() {
    return committed + added;
  }

  void add(long more) {
    added += more;
  }

  void commit() {
    committed += added;
    added = 0;
  }

  void rollBack() {
    added = 0;
  }
}
