package hearth.desktop.chats;

import hearth.desktop.fx.Avatar;
import hearth.desktop.fx.Ticks;
import hearth.desktop.fx.Tone;
import hearth.protocol.ChatId;
import org.jspecify.annotations.Nullable;

/// A line of the chat list.
///
/// @param presence null for anything but a direct chat with somebody here
public record ChatRow(
    ChatId id,
    String title,
    Tone tone,
    Avatar.@Nullable Dot presence,
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
