package hearth.client;

import hearth.client.link.Link;
import hearth.client.link.RpcConnection;
import hearth.client.link.Scheduler;
import hearth.client.model.ChatState;
import hearth.client.model.ClientState;
import hearth.client.model.Timelines;
import hearth.protocol.ChatId;
import hearth.protocol.FaultException;
import hearth.protocol.Page;
import hearth.protocol.Request;
import hearth.protocol.Response;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Catches chats up whose log goes on behind what the device holds, a few at a time, those in view
/// first. Confined to the client thread.
final class LogRequests {
  private static final Logger log = LoggerFactory.getLogger(LogRequests.class);

  /// Chats caught up at the same time.
  private static final int FETCHES = 4;

  /// Requests in a row after which a chat should be caught up: a server gives more than
  /// [hearth.protocol.Limits#CATCH_UP] entries as rows.
  private static final int CHAIN = 1_000;

  private final Scheduler loop;
  private final ClientState state;
  private final RpcConnection connection;
  private final Set<ChatId> fetching = new HashSet<>();
  private final Map<ChatId, Integer> chains = new HashMap<>();
  private long connectionEpoch;

  LogRequests(Scheduler loop, ClientState state, RpcConnection connection) {
    this.loop = loop;
    this.state = state;
    this.connection = connection;
  }

  /// The connection is gone, and with it every answer that was awaited.
  void connectionLost() {
    connectionEpoch++;
    fetching.clear();
    chains.clear();
  }

  /// Asks for what is behind.
  void pursue() {
    state.chats().stream()
        .filter(chat -> chat.log().behind() && !fetching.contains(chat.id()))
        .sorted(
            (a, b) ->
                Boolean.compare(state.timelines().isOpen(b.id()), state.timelines().isOpen(a.id())))
        .limit(Math.max(0, FETCHES - fetching.size()))
        .toList()
        .forEach(this::fetch);
  }

  private void fetch(ChatState chat) {
    ChatId id = chat.id();
    if (chains.merge(id, 1, Integer::sum) > CHAIN) {
      log.warn("the log of {} does not end", id);
      connection.breach(Link.Closing.BREACH);
      return;
    }
    fetching.add(id);
    Request request =
        chat.log().mustResync()
            ? new Request.FetchHistory(
                id, Request.Side.BEFORE, chat.log().head() + 1, Timelines.WINDOW)
            : new Request.CatchUp(id, chat.log().tail(), chat.log().tailAt());
    long tailBefore = chat.log().tail();
    connection.call(
        request,
        RpcConnection.ResponseHandler.of(
            (response, refusal) -> {
              if (refusal != null && refusal.isTransient()) {
                later(id, refusal);
                return;
              }
              fetching.remove(id);
              take(chat, response, refusal, tailBefore);
              if (!chat.log().behind()) {
                chains.remove(id);
              }
            }));
  }

  private void later(ChatId chat, FaultException refusal) {
    long mine = connectionEpoch;
    loop.after(
        RpcConnection.pauseAfter(refusal),
        () -> {
          if (mine == connectionEpoch) {
            fetching.remove(chat);
          }
        });
  }

  private void take(
      ChatState chat,
      @Nullable Response response,
      @Nullable FaultException refusal,
      long tailBefore) {
    if (!chat.equals(state.chat(chat.id()))) {
      return; // it was deleted meanwhile, or left
    }
    switch (response) {
      case Response.Entries entries -> {
        state.append(chat, entries.entries());
        if (chat.log().tail() == tailBefore) {
          chat.log().settle(); // the server has no more, whatever was heard of
        }
      }
      case Response.Resync(Page page) -> state.restart(chat, page);
      case Response.History(Page page) -> state.restart(chat, page);
      case null, default -> {
        if (response != null || refusal != null) {
          log.warn("{} was not caught up", chat.id(), refusal);
          chat.log().settle();
        }
      }
    }
  }
}
