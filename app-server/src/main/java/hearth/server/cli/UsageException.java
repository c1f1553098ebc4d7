package hearth.server.cli;

/// The command line is not valid. The message is one English sentence for the person who typed it.
/// Immutable.
public final class UsageException extends Exception {
  private static final long serialVersionUID = 1;

  public UsageException(String sentence) {
    super(sentence);
  }

  public UsageException(String sentence, Throwable cause) {
    super(sentence, cause);
  }

  public String sentence() {
    return String.valueOf(getMessage());
  }
}
