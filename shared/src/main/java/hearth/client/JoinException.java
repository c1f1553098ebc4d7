package hearth.client;

import hearth.protocol.Fault;
import org.jspecify.annotations.Nullable;

/// Joining did not succeed: either nobody who speaks our language answered, or the server refused.
public final class JoinException extends Exception {
  private static final long serialVersionUID = 1;

  private final Link.@Nullable Closing closing;
  private final @Nullable Fault fault;

  JoinException(Link.Closing closing) {
    super("not connected: " + closing);
    this.closing = closing;
    this.fault = null;
  }

  JoinException(Fault fault) {
    super(fault.sentence());
    this.closing = null;
    this.fault = fault;
  }

  /// The server's refusal; null where no server answered.
  public @Nullable Fault fault() {
    return fault;
  }

  /// Why there was no server to talk to; null where it refused.
  public Link.@Nullable Closing closing() {
    return closing;
  }
}
