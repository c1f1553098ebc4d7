package hearth.client.store;

import hearth.protocol.ChatId;
import hearth.protocol.ChatOverview;
import hearth.protocol.Entry;
import hearth.protocol.OwnSettings;
import hearth.protocol.Row;
import hearth.protocol.SendId;
import hearth.protocol.User;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What this device remembers of one server: who it is there, the people and chats, a window of
/// each chat's log as rows, the outbox and the drafts.
///
/// Writes are kept together until [#commit]. Confined to the client thread. Any method may throw
/// [StoreException] when the disk refuses.
public interface LocalStore extends AutoCloseable {

  Identity identity();

  void saveIdentity(Identity identity);

  /// The epoch of the server's logs that the rows belong to; empty before the first connection.
  Optional<String> epoch();

  void saveEpoch(String epoch);

  /// What this person has set for themselves in no chat, as the server said it last.
  OwnSettings own();

  void saveOwn(OwnSettings own);

  List<User> people();

  void savePeople(Collection<User> people);

  List<ChatOverview> chats();

  void saveChats(Collection<ChatOverview> chats);

  /// Forgets a chat: its overview, rows, draft and what waits to be sent there.
  void removeChat(ChatId chat);

  /// The stretch of the chat's log that is held; empty for none.
  Optional<LogWindow> window(ChatId chat);

  void saveWindow(ChatId chat, LogWindow window);

  /// The newest rows with a seq below `before`, at most `limit` of them, oldest first.
  List<Row> rowsBefore(ChatId chat, long before, int limit);

  /// The oldest rows with a seq of at least `from`, at most `limit` of them, oldest first.
  List<Row> rowsFrom(ChatId chat, long from, int limit);

  Optional<Row> row(ChatId chat, long seq);

  /// Adds rows, or replaces what is held of them. A row without content any more leaves no trace of
  /// what it held once the next [#commit] is over.
  void saveRows(ChatId chat, Collection<Row> rows);

  /// Forgets the chat's rows and its window.
  void forgetRows(ChatId chat);

  /// Keeps an entry of a newer version that changes another row, so that a later version of this
  /// program knows which rows it has to fetch again.
  void saveUnknown(Entry entry);

  /// What [#saveUnknown] kept, as this version reads it; not all where there is very much.
  List<Entry> unknown();

  /// Forgets what [#saveUnknown] kept of a chat.
  void removeUnknown(ChatId chat);

  /// What waits to be sent or failed, in the order in which it was made.
  List<Pending> outbox();

  void saveOutbox(Pending pending);

  void removeOutbox(SendId sendId);

  Map<ChatId, String> drafts();

  /// Keeps what the person has begun to write in a chat.
  ///
  /// @param draft empty to forget it
  void saveDraft(ChatId chat, String draft);

  /// What happened to the file since the last call, if it was damaged: what was on it is gone from
  /// here, but for what could be rescued.
  Optional<Replaced> takeReplaced();

  /// Makes all that was written since the last commit durable against the end of this process.
  void commit();

  /// Forgets the server: what is held of it, and who this device is there. Afterwards the store is
  /// closed, and nothing is on the disk.
  void forget();

  /// Commits and lets go of the file.
  @Override
  void close();

  /// A damaged file that an empty one has taken the place of.
  ///
  /// @param aside where it is kept now
  /// @param rescued how many actions that wait to be sent could be read in it
  record Replaced(Path aside, int rescued) {}

  /// The device's disk refused.
  final class StoreException extends RuntimeException {
    private static final long serialVersionUID = 1;

    public StoreException(String sentence, Throwable cause) {
      super(sentence, cause);
    }
  }
}
