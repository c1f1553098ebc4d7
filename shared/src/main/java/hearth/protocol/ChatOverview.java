package hearth.protocol;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A chat as one member's chat list needs it.
///
/// @param head the highest seq of the log; 0 for an empty log
/// @param activeAt when the entry at `head` was committed, or when the chat was made
/// @param last the newest message as it is now; null where nobody has written yet
/// @param unread messages of others after this member's read marker, at most [Limits#UNREAD]
public record ChatOverview(
    Chat chat, long head, Instant activeAt, @Nullable Row last, Markers markers, int unread) {
  public ChatOverview {
    Checks.notNegative(head, "head");
    Checks.between(unread, 0, Limits.UNREAD, "unread");
  }
}
