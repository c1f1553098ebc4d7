package hearth.protocol;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a person has set for themselves in a chat. It is the same on all of their devices, and no
/// other member hears of it.
///
/// @param mutedUntil when the person wants to be told of messages again; null where they do
/// @param archived whether the chat is kept out of the way
/// @param pinned whether the chat is kept at the top
/// @param unreadFrom the seq from which the person wants to read again; 0 for none
/// @param draft what the person has begun to write; empty for nothing
/// @param reminders of messages, the one that was set last at the end
public record Preferences(
    @Nullable Instant mutedUntil,
    boolean archived,
    boolean pinned,
    long unreadFrom,
    String draft,
    List<Reminder> reminders) {
  /// Most reminders of one chat; the one that was set first gives way.
  public static final int REMINDERS = 50;

  /// Nothing is set.
  public static final Preferences NONE = new Preferences(null, false, false, 0, "", List.of());

  public Preferences {
    reminders = List.copyOf(reminders);
  }

  /// When the person wants to be told of a message again.
  ///
  /// @param seq the message's
  public record Reminder(long seq, Instant at) {}

  /// The preferences after one of them was set.
  public Preferences after(Action.Personal action) {
    return switch (action) {
      case Action.Mute mute ->
          new Preferences(mute.until(), archived, pinned, unreadFrom, draft, reminders);
      case Action.Archive archive ->
          new Preferences(mutedUntil, archive.on(), pinned, unreadFrom, draft, reminders);
      case Action.PinChat pin ->
          new Preferences(mutedUntil, archived, pin.on(), unreadFrom, draft, reminders);
      case Action.MarkUnread mark ->
          new Preferences(mutedUntil, archived, pinned, mark.from(), draft, reminders);
      case Action.SaveDraft save ->
          new Preferences(mutedUntil, archived, pinned, unreadFrom, save.text(), reminders);
      case Action.Remind remind -> with(remind);
    };
  }

  private Preferences with(Action.Remind remind) {
    List<Reminder> now = new ArrayList<>(reminders);
    now.removeIf(known -> known.seq() == remind.seq());
    if (remind.at() != null) {
      now.add(new Reminder(remind.seq(), remind.at()));
    }
    return new Preferences(
        mutedUntil,
        archived,
        pinned,
        unreadFrom,
        draft,
        now.subList(Math.max(0, now.size() - REMINDERS), now.size()));
  }

  /// When what is set means something else next: a reminder is due, or the chat is not muted any
  /// more; null for never.
  public @Nullable Instant nextChange(Instant now) {
    Instant next = isMuted(now) ? mutedUntil : null;
    for (Reminder reminder : reminders) {
      if (reminder.at().isAfter(now) && (next == null || reminder.at().isBefore(next))) {
        next = reminder.at();
      }
    }
    return next;
  }

  /// Whether the person does not want to be told of messages now.
  public boolean isMuted(Instant now) {
    return mutedUntil != null && mutedUntil.isAfter(now);
  }
}
