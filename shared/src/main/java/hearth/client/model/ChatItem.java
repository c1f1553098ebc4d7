package hearth.client.model;

import hearth.client.store.Pending;
import hearth.protocol.Action;
import hearth.protocol.Blocked;
import hearth.protocol.Chat;
import hearth.protocol.ChatId;
import hearth.protocol.Marker;
import hearth.protocol.Preferences;
import hearth.protocol.Row;
import hearth.protocol.Sign;
import hearth.protocol.UserId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A chat as a chat list and a chat's header show it.
///
/// @param signs who else shows which sign now, the latest last
public record ChatItem(
    Chat chat,
    Newest newest,
    Reading reading,
    Receipts receipts,
    Map<Sign, List<UserId>> signs,
    Own own) {

  public ChatItem {
    signs = Map.copyOf(signs);
  }

  public ChatId id() {
    return chat.id();
  }

  /// Who else shows a sign now, the latest last.
  public List<UserId> showing(Sign sign) {
    return signs.getOrDefault(sign, List.of());
  }

  /// The same chat, of which nothing is told and nothing that came since a block is shown.
  ChatItem silent(Blocked block) {
    Instant at = newest.at().isBefore(block.since()) ? newest.at() : block.since();
    Chat shown = chat;
    for (long pin : chat.settings().pins()) {
      shown = pin > block.after() ? shown.after(new Action.Pin(pin, false)) : shown;
    }
    return new ChatItem(
        shown,
        new Newest(at, null, null),
        new Reading(0, 0, reading.head(), reading.head()),
        receipts,
        Map.of(),
        own);
  }

  /// What a list shows of a chat.
  ///
  /// @param at when that was written; where nobody has written, when something last happened
  /// @param row the newest message that the server has, as it is now; null where nobody has written
  /// @param pending the newest message of one's own that waits or failed, newer than `row`; or null
  public record Newest(Instant at, @Nullable Row row, @Nullable Pending pending) {}

  /// How far this person is.
  ///
  /// @param unread messages of others that the person has not seen, at most
  ///   [hearth.protocol.Limits#UNREAD]
  /// @param mentions those of them that mention the person
  /// @param readTo the seq up to which this person has read, and does not want to read again
  /// @param head the highest seq known
  public record Reading(int unread, int mentions, long readTo, long head) {}

  /// How far the others are.
  ///
  /// @param markers every member's, in the order of the chat's members
  /// @param deliveredToAll every other member's device holds all up to this seq
  /// @param readByAll every other member has seen all up to this seq
  public record Receipts(List<Marker> markers, long deliveredToAll, long readByAll) {
    /// How far a message of one's own has come.
    public Progress progressOf(long seq) {
      if (seq <= readByAll) {
        return Progress.READ;
      }
      return seq <= deliveredToAll ? Progress.DELIVERED : Progress.SENT;
    }
  }

  /// What is this person's alone.
  ///
  /// @param mayPostAt when slow mode lets this person write again, by this device's clock; long ago
  ///   where there is nothing to wait for
  /// @param draft what the person has begun to write on this device; empty for nothing
  /// @param preferences what the person has set here, as far as this device knows
  /// @param as who the person is here: themselves, or their alias
  public record Own(Instant mayPostAt, String draft, Preferences preferences, UserId as) {}

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
