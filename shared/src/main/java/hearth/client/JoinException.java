package hearth.client;

import hearth.client.link.Link;
import hearth.protocol.Fault;
import hearth.protocol.FaultException;
import org.jspecify.annotations.Nullable;

/// Joining did not succeed: either nobody who speaks our language answered, or the server refused.
public final class JoinException extends Exception {
  private static final long serialVersionUID = 1;

  private final Link.@Nullable Closing closing;
  private final @Nullable FaultException refusal;

  JoinException(Link.Closing closing) {
    super("not connected: " + closing);
    this.closing = closing;
    this.refusal = null;
  }

  JoinException(FaultException refusal) {
    super(refusal.sentence());
    this.closing = null;
    this.refusal = refusal;
  }

  /// The server's refusal; null where no server answered.
  public @Nullable Fault fault() {
    return refusal == null ? null : refusal.fault();
  }

  /// The server's refusal with all it said; null where no server answered.
  public @Nullable FaultException refusal() {
    return refusal;
  }

  /// Why there was no server to talk to; null where it refused.
  public Link.@Nullable Closing closing() {
    return closing;
  }
}
