package hearth.protocol;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// What a person has set for themselves in a chat. It is the same on all of their devices, and no
/// other member hears of it.
///
/// @param mutedUntil when the person wants to be told of messages again; null where they do
/// @param archived whether the chat is kept out of the way
/// @param pinned whether the chat is kept at the top
/// @param unreadFrom the seq from which the person wants to read again; 0 for none
/// @param draft what the person has begun to write; empty for nothing
public record Preferences(
    @Nullable Instant mutedUntil, boolean archived, boolean pinned, long unreadFrom, String draft) {
  /// Nothing is set.
  public static final Preferences NONE = new Preferences(null, false, false, 0, "");

  /// The preferences after one of them was set.
  public Preferences after(Action.Personal action) {
    return switch (action) {
      case Action.Mute mute -> new Preferences(mute.until(), archived, pinned, unreadFrom, draft);
      case Action.Archive archive ->
          new Preferences(mutedUntil, archive.on(), pinned, unreadFrom, draft);
      case Action.PinChat pin -> new Preferences(mutedUntil, archived, pin.on(), unreadFrom, draft);
      case Action.MarkUnread mark ->
          new Preferences(mutedUntil, archived, pinned, mark.from(), draft);
      case Action.SaveDraft save ->
          new Preferences(mutedUntil, archived, pinned, unreadFrom, save.text());
    };
  }

  /// Whether the person does not want to be told of messages now.
  public boolean isMuted(Instant now) {
    return mutedUntil != null && mutedUntil.isAfter(now);
  }
}
