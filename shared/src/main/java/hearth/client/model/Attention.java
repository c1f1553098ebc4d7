package hearth.client.model;

import hearth.protocol.Status;
import java.time.Instant;

/// What a person is told of, by what they have set: the one rule for titles, badges and
/// notifications of every front end. Who does not want to be disturbed is told of nothing. Pure.
public final class Attention {
  private Attention() {}

  /// How many unread messages of a chat the person wants to be told of: of a muted one those that
  /// mention them.
  ///
  /// @param mine what the person says beside their name
  public static int of(ChatItem chat, Status mine, Instant now) {
    if (mine.isQuiet(now)) {
      return 0;
    }
    return chat.own().preferences().isMuted(now)
        ? chat.reading().mentions()
        : chat.reading().unread();
  }
}
