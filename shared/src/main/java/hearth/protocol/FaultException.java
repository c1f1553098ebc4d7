package hearth.protocol;

import java.time.Duration;

/// A value or a request refused with a [Fault]. Carries no stack trace: it is an answer, not a bug.
public final class FaultException extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final Fault fault;
  private final String sentence;
  private final Duration retryAfter;

  /// A refusal in the fault's own sentence.
  public FaultException(Fault fault) {
    this(fault, fault.sentence());
  }

  /// A refusal that says more exactly what was wrong.
  public FaultException(Fault fault, String message) {
    this(fault, message, Duration.ZERO);
  }

  FaultException(Fault fault, String message, Duration retryAfter) {
    super(message, null, false, false);
    this.fault = fault;
    this.sentence = message;
    this.retryAfter = retryAfter;
  }

  /// The refusal of what comes too soon.
  ///
  /// @param wait how long to wait; told as [Limits#RETRY_AFTER_MILLIS] where it is longer
  public static FaultException tooSoon(Duration wait) {
    Duration longest = Duration.ofMillis(Limits.RETRY_AFTER_MILLIS);
    return new FaultException(
        Fault.RATE_LIMITED,
        Fault.RATE_LIMITED.sentence(),
        wait.compareTo(longest) < 0 ? wait : longest);
  }

  public Fault fault() {
    return fault;
  }

  /// How long to wait before the same is worth another try; zero where nothing is known of it.
  public Duration retryAfter() {
    return retryAfter;
  }

  /// Whether the same request may succeed later without being changed.
  public boolean isTransient() {
    return fault.isTransient() || retryAfter.isPositive();
  }

  /// What was wrong, in one English sentence.
  public String sentence() {
    return sentence;
  }
}
