package hearth.client;

import hearth.client.link.Address;
import hearth.protocol.ChatId;
import hearth.protocol.ServerInfo;
import hearth.protocol.User;
import hearth.protocol.UserId;
import java.util.List;

/// A difference between two states of the client that any front end can draw. Whoever applies all
/// of them in order, from the first, holds the whole picture.
public sealed interface Change {

  /// Where this client is and who it is. The first change of all.
  record ServerKnown(ServerInfo server, UserId me, Address address) implements Change {}

  /// The connection's state is another.
  record ConnectionChanged(Connection connection) implements Change {}

  /// These people are new or have changed.
  record PeopleChanged(List<User> people) implements Change {}

  /// These chats are new or have changed, in whatever a chat list or a header shows.
  record ChatsChanged(List<ChatItem> chats) implements Change {}

  /// The timeline of a chat was opened or has started afresh: forget its rows and take these.
  ///
  /// @param complete whether the chat's first entry is among them
  record TimelineReset(ChatId chat, List<Row> rows, boolean complete) implements Change {}

  /// In an open timeline, `removed` rows from `index` on gave way to `added`.
  record TimelineSpliced(ChatId chat, int index, int removed, List<Row> added) implements Change {}

  /// A request for older rows has ended, after their splice if there were any.
  ///
  /// @param complete whether the chat's first entry is now in the timeline
  record OlderLoaded(ChatId chat, boolean complete) implements Change {}

  /// The device's own store failed; what follows is held in memory alone.
  ///
  /// @param sentence what the system said
  record StoreFailed(String sentence) implements Change {}
}
