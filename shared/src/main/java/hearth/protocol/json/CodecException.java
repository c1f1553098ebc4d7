package hearth.protocol.json;

import hearth.protocol.Fault;
import hearth.protocol.Frame;
import java.util.OptionalLong;

/// A WebSocket message that is not a valid [Frame]. Carries no stack trace: it is an answer.
public final class CodecException extends Exception {
  private static final long serialVersionUID = 1;

  private final transient OptionalLong id;
  private final Fault fault;

  CodecException(OptionalLong id, Fault fault, String message) {
    super(message, null, false, false);
    this.id = id;
    this.fault = fault;
  }

  /// The request's id, where it could be read.
  public OptionalLong id() {
    return id;
  }

  public Fault fault() {
    return fault;
  }

  /// Whether the bytes were bad, rather than the request: the connection cannot be trusted to be in
  /// step and is to be closed.
  public boolean malformed() {
    return fault == Fault.PARSE_ERROR || fault == Fault.INVALID_REQUEST;
  }
}
