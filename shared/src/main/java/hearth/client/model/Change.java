package hearth.client.model;

import hearth.client.link.Address;
import hearth.protocol.Action;
import hearth.protocol.Capabilities;
import hearth.protocol.ChatId;
import hearth.protocol.Fault;
import hearth.protocol.OwnSettings;
import hearth.protocol.ServerInfo;
import hearth.protocol.User;
import hearth.protocol.UserId;
import java.nio.file.Path;
import java.util.List;

/// A difference between two states of the client that any front end can draw. Whoever applies all
/// of them in order, from the first, holds the whole state.
public sealed interface Change {

  /// Where this client is, who it is, and what the server offers. The first change of all; told
  /// again when any of it is another.
  ///
  /// @param owner whether this person owns the server, as far as it has said
  record ServerKnown(
      ServerInfo server, UserId me, Address address, Capabilities capabilities, boolean owner)
      implements Change {}

  /// What this person has set for themselves in no chat is another, on this device or another.
  /// Until it is told, nothing is set.
  record OwnSettingsChanged(OwnSettings settings) implements Change {}

  /// The connection's state is another.
  record ConnectionChanged(Connection connection) implements Change {}

  /// These people are new or have changed.
  record PeopleChanged(List<User> people) implements Change {}

  /// These chats are new or have changed, in whatever a chat list or a header shows.
  record ChatsChanged(List<ChatItem> chats) implements Change {}

  /// These chats are no longer this person's.
  record ChatsRemoved(List<ChatId> chats) implements Change {}

  /// A timeline was opened, jumped, or began again: forget its rows and take these.
  ///
  /// @param focus the seq that a jump was made to, or [Timelines#END]; 0 where nobody asked
  record TimelineReset(ChatId chat, List<TimelineRow> rows, Reach reach, long focus)
      implements Change {}

  /// In an open timeline, `removed` rows from `index` on gave way to `added`.
  record TimelineSpliced(ChatId chat, int index, int removed, List<TimelineRow> added)
      implements Change {}

  /// How far an open timeline reaches is another, or a request for more rows has ended, after their
  /// splice if there were any.
  record ReachChanged(ChatId chat, Reach reach) implements Change {}

  /// The server refused an action that is not a message for good; what it had changed here is as it
  /// was before. A refused message stays in its chat's timeline instead, where there is one.
  record ActionRefused(ChatId chat, Action action, Fault fault) implements Change {}

  /// The server's logs are not the ones that this device knew: the server was restored to an
  /// earlier state. All chats are fetched again.
  record LogsReplaced() implements Change {}

  /// The device's own store failed; what follows is held in memory alone.
  ///
  /// @param sentence what the system said; empty when the store works again
  record StoreFailed(String sentence) implements Change {}

  /// The device's own store was damaged. It is kept aside, and an empty one has taken its place;
  /// what the server has is fetched again.
  ///
  /// @param rescued how many actions that wait to be sent could be read in it
  record StoreReplaced(Path aside, int rescued) implements Change {}

  /// How far a timeline reaches.
  ///
  /// @param first whether the chat's first row is in it
  /// @param last whether it follows the chat's end, where new messages appear
  record Reach(boolean first, boolean last) {}
}
