package hearth.protocol;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What actions have made of a message.
///
/// @param editedAt when the content was last edited; null for never
/// @param reactions in the order in which each emoji came first
public record MessageState(Content content, @Nullable Instant editedAt, List<Reaction> reactions) {
  public MessageState {
    reactions = List.copyOf(reactions);
  }
}
