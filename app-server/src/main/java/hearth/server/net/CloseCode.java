package hearth.server.net;

import hearth.protocol.Limits;

/// Why the server closes a connection: RFC 6455, section 7.4.1, and codes of our own.
public enum CloseCode {
  STOPPING(1001, "the server is stopping"),
  NOT_OUR_PROTOCOL(1002, "not a message of this protocol"),
  NOT_TEXT(1003, "only text frames are accepted"),
  NOT_JSON(1007, "not JSON"),
  NOT_JOINED(1008, "did not join in time"),
  IMPATIENT(1008, "did not wait as told"),
  BUG(1011, "internal error"),
  TOO_SLOW(Limits.CLOSE_TOO_SLOW, "too slow"),
  REMOVED(Limits.CLOSE_REMOVED, "removed from this server"),
  SIGNED_OUT(Limits.CLOSE_SIGNED_OUT, "this device was signed out");

  private final int code;
  private final String reason;

  CloseCode(int code, String reason) {
    this.code = code;
    this.reason = reason;
  }

  int code() {
    return code;
  }

  String reason() {
    return reason;
  }
}
