package hearth.server.cli;

/// What was typed cannot be done. The message is one English sentence for the person who typed it.
public final class MistakeException extends Exception {
  private static final long serialVersionUID = 1;

  public MistakeException(String sentence) {
    super(sentence);
  }

  public MistakeException(String sentence, Throwable cause) {
    super(sentence, cause);
  }

  public String sentence() {
    return String.valueOf(getMessage());
  }
}
