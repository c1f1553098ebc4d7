package hearth.server.store;

/// The store could not be read.
public final class StoreException extends RuntimeException {
  private static final long serialVersionUID = 1;

  StoreException(Throwable cause) {
    super(cause.getMessage(), cause);
  }
}
