package hearth.client;

import hearth.protocol.ChatId;
import hearth.protocol.ChatOverview;
import hearth.protocol.Event;
import hearth.protocol.SendId;
import hearth.protocol.User;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/// What this device remembers of one server: who it is there, the people and chats, a window of
/// each chat's log, the outbox and the drafts.
///
/// A chat's window is a stretch of its log without gaps; it grows at both ends and is replaced as a
/// whole. Writes are kept together until [#commit]. Confined to the client thread. Any method may
/// throw [StoreException] when the disk refuses.
public interface LocalStore extends AutoCloseable {

  Identity identity();

  void saveIdentity(Identity identity);

  List<User> people();

  void savePeople(Collection<User> people);

  List<ChatOverview> chats();

  void saveChats(Collection<ChatOverview> chats);

  /// The last seq of the chat's window; 0 where nothing is held.
  long tail(ChatId chat);

  /// The newest entries with a seq below `before`, at most `limit` of them, oldest first.
  List<Event.Logged> entries(ChatId chat, long before, int limit);

  /// Adds entries that continue the window at either end, or begin it.
  void saveEntries(ChatId chat, List<Event.Logged> entries);

  /// Empties the chat's window.
  void forgetEntries(ChatId chat);

  /// What waits to be sent or failed, in the order of writing.
  List<Row.Pending> outbox();

  void saveOutbox(Row.Pending pending);

  void removeOutbox(SendId sendId);

  Map<ChatId, String> drafts();

  /// Keeps what the person has begun to write in a chat.
  ///
  /// @param draft empty to forget it
  void saveDraft(ChatId chat, String draft);

  /// Makes all that was written since the last commit durable against the end of this process.
  void commit();

  /// Commits and lets go of the file.
  @Override
  void close();

  /// The device's disk refused.
  final class StoreException extends RuntimeException {
    private static final long serialVersionUID = 1;

    public StoreException(String sentence, Throwable cause) {
      super(sentence, cause);
    }
  }
}
