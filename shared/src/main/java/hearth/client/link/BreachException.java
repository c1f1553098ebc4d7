package hearth.client.link;

/// The server says what no server of this protocol says, or more than a client takes. Ends the
/// connection; what was taken before stays.
public final class BreachException extends RuntimeException {
  private static final long serialVersionUID = 1;

  /// A breach.
  ///
  /// @param sentence what it is, for the log
  public BreachException(String sentence) {
    super(sentence);
  }
}
