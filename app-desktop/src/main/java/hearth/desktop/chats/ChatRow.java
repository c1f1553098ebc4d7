package hearth.desktop.chats;

import hearth.desktop.fx.DeliverySign;
import hearth.desktop.fx.Tone;
import hearth.protocol.ChatId;
import hearth.protocol.Presence;

/// A line of the chat list.
public record ChatRow(ChatId id, Heading heading, Newest newest, Preview preview, int unread) {

  /// What the chat is called and how it looks.
  public record Heading(String title, Tone tone, Presence presence) {}

  /// When something happened last, and how far the own message has come.
  public record Newest(String time, DeliverySign sign) {}

  /// The second line.
  public record Preview(Kind kind, String text) {}

  /// What kind of second line it is.
  public enum Kind {
    MESSAGE,
    TYPING,
    DRAFT,
    FAILED
  }
}
