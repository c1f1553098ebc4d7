package hearth.client.model;

import java.time.Instant;

/// What a person is told of, by what they have set: the one rule for titles, badges and
/// notifications of every front end. Pure.
public final class Attention {
  private Attention() {}

  /// How many unread messages of a chat the person wants to be told of: of a muted one those that
  /// mention them.
  public static int of(ChatItem chat, Instant now) {
    return chat.own().preferences().isMuted(now)
        ? chat.reading().mentions()
        : chat.reading().unread();
  }
}
