package hearth.server.store;

import hearth.protocol.Chat;
import hearth.protocol.ChatId;
import hearth.protocol.ChatOverview;
import hearth.protocol.Device;
import hearth.protocol.FaultException;
import hearth.protocol.OverviewPage;
import hearth.protocol.Page;
import hearth.protocol.Presence;
import hearth.protocol.Request;
import hearth.protocol.Response;
import hearth.protocol.UserId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Everything that outlives the server's process. `StoreContract` and its tests say what an
/// implementation must do.
///
/// Safe from any thread. [#submit] never waits; every other method reads the disk and is to be
/// called from a thread that may. Reading throws [StoreException] if the disk fails, and
/// [FaultException] `CHAT_UNKNOWN` for a chat that the reader is not in.
public interface Store extends AutoCloseable {

  /// Queues a write. Its result is delivered to `then` on the publishing thread: after the commit,
  /// in the order of the commits. Of one person's writes none overtakes another.
  ///
  /// @throws FaultException `SERVER_BUSY` if too many writes wait already, `SERVER_STOPPING` after
  ///   [#drain]
  /// @param work about how much it is: large writes wait for one another, and small ones not for
  ///   them
  <R> void submit(Work work, Write<R> write, Completion<R> then);

  /// Queues a small write, as above.
  default <R> void submit(Write<R> write, Completion<R> then) {
    submit(Work.SMALL, write, then);
  }

  /// Every chat with its members, as it was when the store was opened.
  List<Chat> chats();

  /// Who is behind each alias, as it was when the store was opened.
  Map<UserId, UserId> aliases();

  /// Names this life of the logs: another after data were restored or cut back.
  String epoch();

  /// The account of the device that has the token of this hash; `ACCOUNT_DELETED` if the person was
  /// removed, `DEVICE_SIGNED_OUT` if the device was.
  Optional<Account> accountOf(byte[] tokenHash);

  /// The devices of a person that are not signed out, none of them online or current.
  List<Device> devices(UserId person);

  /// A part of what one person sees first, bounded in bytes.
  ///
  /// @param from what the page before said in `next`; null for the first page
  /// @throws FaultException `PARAMS_INVALID` if `from` was never said
  OverviewPage overview(UserId me, @Nullable String from, Function<UserId, Presence> presence);

  /// One chat as one member sees it.
  ChatOverview chat(ChatId chat, UserId me);

  /// The entries after a seq, bounded in number and bytes; or the newest rows, if the reader is too
  /// far behind or holds another log.
  ///
  /// @param at when the entry at `after` was committed, as the reader holds it; null if not known
  /// @return [Response.Entries] or [Response.Resync]
  Response catchUp(ChatId chat, UserId me, long after, @Nullable Instant at);

  /// Rows as they are now, bounded in number and bytes, at least one if there is any.
  Page history(ChatId chat, UserId me, Request.Side side, long seq, int limit);

  /// What a message held, oldest first: how it was posted, and as many of the last edits as fit a
  /// bound in size. `MESSAGE_UNKNOWN` if it is none, or was deleted.
  Response.Versions versions(ChatId chat, UserId me, long seq);

  /// When a message of the reader's own reached the others; empty in chats of more than
  /// [hearth.protocol.Limits#RECEIPTS] members. `MESSAGE_UNKNOWN` for any other message.
  Response.Receipts receipts(ChatId chat, UserId me, long seq);

  /// The channels with an id over `after`, bounded in number.
  ///
  /// @param masked whether masked chats are among them
  Response.Channels channels(long after, boolean masked);

  /// Where in a chat's log a time is.
  Response.Place find(ChatId chat, UserId me, Instant at);

  /// How many messages of others come after a seq.
  Response.Unread unread(ChatId chat, UserId me, long after);

  /// Takes no more writes, and returns when the waiting ones are committed and delivered.
  void drain();

  /// Drains and closes the file.
  @Override
  void close();
}
