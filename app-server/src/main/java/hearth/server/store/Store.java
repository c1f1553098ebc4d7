package hearth.server.store;

import hearth.protocol.Chat;
import hearth.protocol.ChatId;
import hearth.protocol.ChatOverview;
import hearth.protocol.FaultException;
import hearth.protocol.Overview;
import hearth.protocol.Presence;
import hearth.protocol.Reply;
import hearth.protocol.ServerInfo;
import hearth.protocol.UserId;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// The server's persistent data.
///
/// Safe from any thread. [#submit] never waits; every other method reads the disk, so it is called
/// from a thread that may block. Reading throws [StoreException] if the disk fails.
public interface Store extends AutoCloseable {

  /// Queues a write. `then` receives the result on the publishing thread: after the commit, in the
  /// order of the commits.
  ///
  /// @throws FaultException `SERVER_BUSY` if too many writes are waiting, `SERVER_STOPPING` after
  ///   [#drain]
  <R> void submit(Write<R> write, Completion<R> then);

  /// Every chat with its members.
  List<Chat> chats();

  /// The account of the device with this token hash.
  Optional<Account> accountOf(byte[] tokenHash);

  /// Everything one person sees at first.
  Overview overview(ServerInfo server, UserId me, Function<UserId, Presence> presence);

  /// One chat as one member sees it.
  ///
  /// @throws FaultException `CHAT_UNKNOWN` for non-members, like the two methods below
  ChatOverview chat(ChatId chat, UserId me);

  /// The entries after a seq, or the newest ones if there are too many.
  Reply catchUp(ChatId chat, UserId me, long after);

  /// The last entries before a seq.
  Reply.Page older(ChatId chat, UserId me, long before, int limit);

  /// Accepts no more writes, and returns when the waiting ones are committed and their results
  /// delivered.
  void drain();

  /// Drains and closes the file.
  @Override
  void close();
}
