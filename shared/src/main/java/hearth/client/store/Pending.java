package hearth.client.store;

import hearth.protocol.Action;
import hearth.protocol.ChatId;
import hearth.protocol.Fault;
import hearth.protocol.SendId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// An action of one's own that the server's log does not show yet.
///
/// @param at when it was made, by this device's clock
/// @param failure why the server refused it for good; null while it is waiting or on its way
public record Pending(
    ChatId chat, SendId sendId, Instant at, Action action, @Nullable Fault failure) {
  public boolean failed() {
    return failure != null;
  }

  public Pending failedBy(@Nullable Fault why) {
    return new Pending(chat, sendId, at, action, why);
  }

  /// The seq of the row that it changes; 0 where it makes a row of its own, or none.
  public long target() {
    return action instanceof Action.Targeted targeted ? targeted.target() : 0;
  }
}
