package hearth.client;

import hearth.protocol.Chat;
import hearth.protocol.ChatId;
import hearth.protocol.Marker;
import hearth.protocol.Message;
import hearth.protocol.UserId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A chat as a chat list and a conversation's header show it.
///
/// @param activeAt when something last happened in it
/// @param last the newest message that the server has; null where nobody has written
/// @param pending the newest message of one's own that waits or failed, newer than `last`; or null
/// @param unread messages of others that the person has not seen, at most
///   [hearth.protocol.Limits#UNREAD]
/// @param readTo the seq up to which this person has read
/// @param head the highest seq known
/// @param markers how far every member is, for "read by whom"
/// @param deliveredToAll every other member's device holds all up to this seq
/// @param readByAll every other member has seen all up to this seq
/// @param typing who else is writing now, the latest last
/// @param mayPostAt when slow mode lets this person write again, by this device's clock; long ago
///   where nothing is to be waited for
/// @param draft what the person has begun to write; empty for nothing
public record ChatItem(
    Chat chat,
    Instant activeAt,
    @Nullable Message last,
    Row.@Nullable Pending pending,
    int unread,
    long readTo,
    long head,
    List<Marker> markers,
    long deliveredToAll,
    long readByAll,
    List<UserId> typing,
    Instant mayPostAt,
    String draft) {

  public ChatId id() {
    return chat.id();
  }

  /// How far a message of one's own has come.
  public Progress progressOf(long seq) {
    if (seq <= readByAll) {
      return Progress.READ;
    }
    return seq <= deliveredToAll ? Progress.DELIVERED : Progress.SENT;
  }

  /// What the ticks beside an acknowledged message of one's own say.
  public enum Progress {
    /// The server has it on disk: one tick.
    SENT,
    /// Every other member's device has it: two ticks.
    DELIVERED,
    /// Every other member has seen it: two coloured ticks.
    READ
  }
}
