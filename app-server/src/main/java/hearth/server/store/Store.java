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

/// Everything that outlives the server's process.
///
/// Safe from any thread. [#submit] never waits; every other method reads the disk and is to be
/// called from a thread that may. Reading throws [StoreException] where the disk fails.
public interface Store extends AutoCloseable {

  /// Queues a write. What came of it is told to `then` on the thread that publishes: after the
  /// commit, in the order of the commits.
  ///
  /// @throws FaultException `SERVER_BUSY` where too many writes wait already, `SERVER_STOPPING`
  ///   after [#drain]
  <R> void submit(Write<R> write, Completion<R> then);

  /// Every chat with its members.
  List<Chat> chats();

  /// Whose device has the token of this hash.
  Optional<Account> accountOf(byte[] tokenHash);

  /// What one person sees first.
  Overview overview(ServerInfo server, UserId me, Function<UserId, Presence> presence);

  /// One chat as one member sees it.
  ///
  /// @throws FaultException `CHAT_UNKNOWN` for who is not in it, as in the two methods below
  ChatOverview chat(ChatId chat, UserId me);

  /// The entries after a seq, or the newest ones where there are too many.
  Reply catchUp(ChatId chat, UserId me, long after);

  /// The last entries before a seq.
  Reply.Page older(ChatId chat, UserId me, long before, int limit);

  /// Takes no more writes, and returns when those that wait are committed and handed on.
  void drain();

  /// Drains and lets go of the file.
  @Override
  void close();
}
