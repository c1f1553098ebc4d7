package hearth.protocol;

/// A value or a request refused with a [Fault]. Carries no stack trace: it is an answer, not a bug.
public final class FaultException extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final Fault fault;
  private final String sentence;

  /// A refusal in the fault's own sentence.
  public FaultException(Fault fault) {
    this(fault, fault.sentence());
  }

  /// A refusal that says more exactly what was wrong.
  public FaultException(Fault fault, String message) {
    super(message, null, false, false);
    this.fault = fault;
    this.sentence = message;
  }

  public Fault fault() {
    return fault;
  }

  /// What was wrong, in one English sentence.
  public String sentence() {
    return sentence;
  }
}
