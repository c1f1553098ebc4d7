package hearth.protocol;

import java.time.Duration;
import java.util.OptionalLong;

/// One WebSocket text message.
public sealed interface Frame {

  /// A client's request.
  ///
  /// @param id what the answer will carry; empty for a request that wants no answer
  record Call(OptionalLong id, Request request) implements Frame {}

  /// A server's answer to the call of that id.
  record Answer(long id, Reply reply) implements Frame {}

  /// A server's refusal of a call.
  ///
  /// @param id the call's id; empty where it could not be read
  /// @param message one English sentence, more exact than the fault's own where that is possible
  /// @param retryAfter how long to wait before the same call is worth another try, in whole
  ///   milliseconds, at most [Limits#RETRY_AFTER_MILLIS]; zero where nothing is known of it
  record Refusal(OptionalLong id, Fault fault, String message, Duration retryAfter)
      implements Frame {
    public Refusal {
      long millis = retryAfter.toMillis();
      Checks.between(millis, 0, Limits.RETRY_AFTER_MILLIS, "retryAfterMillis");
      boolean whole = retryAfter.equals(Duration.ofMillis(millis));
      retryAfter = Duration.ofMillis(whole ? millis : millis + 1); // cut short it would be in vain
    }

    /// The refusal that tells a caller of this.
    public Refusal(OptionalLong id, FaultException why) {
      this(id, why.fault(), why.sentence(), why.retryAfter());
    }

    /// What the caller is told.
    public FaultException why() {
      return new FaultException(fault, message, retryAfter);
    }
  }

  /// An event, told unasked.
  record Notice(Event event) implements Frame {}
}
