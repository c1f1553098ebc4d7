package hearth.server.store;

/// The data cannot be used. The message is a sentence for a person, without a full stop.
public final class StoreUnusableException extends Exception {
  private static final long serialVersionUID = 1;

  private final Why why;

  public StoreUnusableException(Why why, String message) {
    super(message);
    this.why = why;
  }

  public StoreUnusableException(Why why, String message, Throwable cause) {
    super(message, cause);
    this.why = why;
  }

  public Why why() {
    return why;
  }

  /// Why the data cannot be used.
  public enum Why {
    LOCKED,
    NOT_WRITABLE,
    DAMAGED,
    NOT_OURS,
    TOO_NEW
  }
}
