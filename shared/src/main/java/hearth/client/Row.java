package hearth.client;

import hearth.protocol.ChatId;
import hearth.protocol.Event;
import hearth.protocol.Fault;
import hearth.protocol.SendId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// One row of a timeline: first the log's entries by seq, then what waits to be sent.
public sealed interface Row {

  /// An entry of the log, on the server's disk.
  record Entry(Event.Logged event) implements Row {}

  /// A message of one's own that the server has not acknowledged yet.
  ///
  /// @param at when it was written, by this device's clock
  /// @param failure why the server refused it for good; null while it is waiting or on its way
  record Pending(ChatId chat, SendId sendId, Instant at, String text, @Nullable Fault failure)
      implements Row {
    public boolean failed() {
      return failure != null;
    }

    Pending failedBy(@Nullable Fault why) {
      return new Pending(chat, sendId, at, text, why);
    }
  }
}
