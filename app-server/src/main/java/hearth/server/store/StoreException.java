package hearth.server.store;

/// The store could not be read. Immutable.
public final class StoreException extends RuntimeException {
  private static final long serialVersionUID = 1;

  public StoreException(Throwable cause) {
    super(cause.getMessage(), cause);
  }
}
