package hearth.server;

import java.util.OptionalInt;

/// A server could not start. The message is one English sentence for the person who starts it;
/// [#reason] is for front ends with words of their own. Immutable.
public final class StartException extends Exception {
  private static final long serialVersionUID = 1;

  private final Reason reason;
  private final int freePort;

  StartException(Reason reason, String sentence) {
    this(reason, sentence, 0);
  }

  StartException(Reason reason, String sentence, int freePort) {
    super(sentence);
    this.reason = reason;
    this.freePort = freePort;
  }

  public Reason reason() {
    return reason;
  }

  /// The sentence.
  public String sentence() {
    return String.valueOf(getMessage());
  }

  /// The next port that is free, for [Reason#PORT_IN_USE].
  public OptionalInt freePort() {
    return freePort == 0 ? OptionalInt.empty() : OptionalInt.of(freePort);
  }

  /// Why the server could not start.
  public enum Reason {
    NAME_UNFIT,
    KEY_UNFIT,
    ADDRESS_NOT_HERE,
    PORT_IN_USE,
    PORT_REFUSED,
    DATA_LOCKED,
    DATA_NOT_WRITABLE,
    DATA_DAMAGED,
    DATA_NOT_OURS,
    DATA_TOO_NEW
  }
}
