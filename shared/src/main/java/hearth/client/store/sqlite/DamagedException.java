package hearth.client.store.sqlite;

/// The file is not what was written to it.
final class DamagedException extends RuntimeException {
  private static final long serialVersionUID = 1;

  DamagedException(String sentence, Throwable cause) {
    super(sentence, cause);
  }
}
