package hearth.desktop.chats;

import hearth.desktop.fx.DeliverySign;
import hearth.desktop.fx.Tone;
import hearth.protocol.ChatId;
import hearth.protocol.Presence;
import hearth.protocol.UserId;

/// A line of the chat list.
///
/// @param target what it opens
public record ChatRow(Target target, Heading heading, Newest newest, Preview preview, Marks marks) {

  /// How many messages are unread.
  public int unread() {
    return marks.unread();
  }

  /// Whether it opens this chat.
  public boolean isOf(ChatId chat) {
    return target instanceof OfChat(ChatId own) && own.equals(chat);
  }

  /// What a line opens.
  public sealed interface Target {}

  /// A chat.
  public record OfChat(ChatId chat) implements Target {}

  /// The direct chat with a person, which there is not yet.
  public record OfPerson(UserId person) implements Target {}

  /// The chats that are kept out of the way, which are listed below it or not.
  public record OfArchive(boolean open) implements Target {}

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

  /// What stands at the end of the second line.
  ///
  /// @param mentions how many of the unread messages mention the person
  public record Marks(int unread, int mentions, boolean muted, boolean pinned) {
    public static final Marks NONE = new Marks(0, 0, false, false);
  }
}
