package hearth.protocol;

import java.time.Duration;
import java.util.OptionalLong;

/// One WebSocket text message.
public sealed interface Frame {

  /// A client's request.
  ///
  /// @param id what the answer will carry; empty for a request that wants no answer
  record RequestFrame(OptionalLong id, Request request) implements Frame {}

  /// A server's answer to the request of that id.
  record ResponseFrame(long id, Response response) implements Frame {}

  /// A server's refusal of a request.
  ///
  /// @param id the request's id; empty where it could not be read
  /// @param message one English sentence, more exact than the fault's own where that is possible
  /// @param retryAfter how long to wait before the same request is worth another try, in whole
  ///   milliseconds, at most [Limits#RETRY_AFTER_MILLIS]; zero where nothing is known of it
  record ErrorFrame(OptionalLong id, Fault fault, String message, Duration retryAfter)
      implements Frame {
    public ErrorFrame {
      long millis = retryAfter.toMillis();
      Checks.between(millis, 0, Limits.RETRY_AFTER_MILLIS, "retryAfterMillis");
      boolean whole = retryAfter.equals(Duration.ofMillis(millis));
      // Rounded down, the wait would be too short.
      retryAfter = Duration.ofMillis(whole ? millis : millis + 1);
    }

    /// The refusal that tells a client of this.
    public ErrorFrame(OptionalLong id, FaultException why) {
      this(id, why.fault(), why.sentence(), why.retryAfter());
    }

    /// What the client is told.
    public FaultException why() {
      return new FaultException(fault, message, retryAfter);
    }
  }

  /// Something that a server tells unasked.
  record NotificationFrame(Notification notification) implements Frame {}

  /// A request or notification of a newer version.
  record UnknownFrame(OptionalLong id, String method) implements Frame {}
}
