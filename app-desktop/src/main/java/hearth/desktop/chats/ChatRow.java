package hearth.desktop.chats;

import hearth.desktop.fx.Ticks;
import hearth.desktop.fx.Tone;
import hearth.protocol.ChatId;
import hearth.protocol.Presence;

/// A line of the chat list.
public record ChatRow(
    ChatId id,
    String title,
    Tone tone,
    Presence presence,
    String time,
    Ticks.Sign sign,
    Preview preview,
    int unread) {

  /// The second line.
  public record Preview(Kind kind, String text) {}

  /// What the second line tells.
  public enum Kind {
    MESSAGE,
    TYPING,
    DRAFT,
    FAILED
  }
}
