package hearth.client.model;

import hearth.protocol.Preferences.Reminder;
import hearth.protocol.Status;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;

/// What a person is told of, by what they have set: the one rule for titles, badges and
/// notifications of every front end. Who does not want to be disturbed is told of nothing. Pure.
public final class Attention {
  private Attention() {}

  /// How many unread messages of a chat the person wants to be told of: of a muted one those that
  /// mention them; none while they do not want to be disturbed. Reminders that are due count as
  /// well.
  ///
  /// @param mine what the person says beside their name
  public static int of(ChatItem chat, Status mine, Instant now) {
    if (mine.isQuiet(now)) {
      return 0;
    }
    int unread =
        chat.own().preferences().isMuted(now) ? chat.reading().mentions() : chat.reading().unread();
    return unread + due(chat, now).size();
  }

  /// The reminders of a chat that are due, the earliest first.
  public static List<Reminder> due(ChatItem chat, Instant now) {
    return chat.own().preferences().reminders().stream()
        .filter(reminder -> !reminder.at().isAfter(now))
        .sorted(Comparator.comparing(Reminder::at))
        .toList();
  }
}
