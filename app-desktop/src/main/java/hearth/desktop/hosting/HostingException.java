package hearth.desktop.hosting;

/// The server did not start; [#sentence] says why, for a person.
public final class HostingException extends Exception {
  private static final long serialVersionUID = 1;

  private final String sentence;
  private final int freePort;

  HostingException(String sentence, int freePort, Throwable cause) {
    super(sentence, cause);
    this.sentence = sentence;
    this.freePort = freePort;
  }

  /// Why, in one sentence.
  public String sentence() {
    return sentence;
  }

  /// A free port if the wanted one is in use; 0 if another port does not help.
  public int freePort() {
    return freePort;
  }
}
