package hearth.client;

import hearth.client.link.RpcConnection;
import hearth.client.link.Scheduler;
import hearth.client.model.ChatState;
import hearth.client.model.ClientState;
import hearth.client.model.Timelines;
import hearth.protocol.ChatId;
import hearth.protocol.Page;
import hearth.protocol.Request;
import hearth.protocol.Request.Side;
import hearth.protocol.Response;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.concurrent.CompletableFuture;

/// Rows that a front end asks for: older and newer ones, the surroundings of one, and messages that
/// others quote. Taken from the store where it has them, else from the server. Confined to the
/// client thread.
final class HistoryRequests {
  private final Scheduler loop;
  private final ClientState state;
  private final RpcConnection connection;
  private final Set<Wanted> wanted = new LinkedHashSet<>();

  HistoryRequests(Scheduler loop, ClientState state, RpcConnection connection) {
    this.loop = loop;
    this.state = state;
    this.connection = connection;
  }

  /// Extends an open timeline backwards. What cannot be had offline is asked when the connection is
  /// back.
  void older(ChatId chat) {
    ChatState known = state.chat(chat);
    long before = known == null ? 0 : state.timelines().olderFromStore(chat, known.log());
    if (before > 0) {
      ask(new Wanted(chat, Side.BEFORE), before);
    } else {
      state.timelines().requestEnded(chat);
    }
  }

  /// Extends an open timeline forwards.
  void newer(ChatId chat) {
    ChatState known = state.chat(chat);
    long after = known == null ? -1 : state.timelines().newerFromStore(chat, known.log());
    if (after >= 0) {
      ask(new Wanted(chat, Side.AFTER), after);
    } else {
      state.timelines().requestEnded(chat);
    }
  }

  private void ask(Wanted what, long seq) {
    ChatId chat = what.chat();
    state.history().asked(chat);
    connection.call(
        new Request.FetchHistory(chat, what.side(), seq, Timelines.WINDOW),
        RpcConnection.ResponseHandler.of(
            (response, refusal) -> {
              ChatState known = state.chat(chat);
              if (known != null && response instanceof Response.History(Page page)) {
                state.history().extend(known, page);
              } else if (refusal != null && refusal.isTransient()) {
                loop.after(RpcConnection.pauseAfter(refusal), () -> again(what));
              } else if (response == null && refusal == null) {
                wanted.add(what);
              }
              state.history().ended(chat);
              state.timelines().requestEnded(chat);
            }));
  }

  private void again(Wanted what) {
    if (what.side() == Side.BEFORE) {
      older(what.chat());
    } else {
      newer(what.chat());
    }
  }

  /// The connection is back: asks for what could not be had without it.
  void askAgain() {
    Set<Wanted> now = new HashSet<>(wanted);
    wanted.clear();
    now.stream().filter(what -> state.timelines().isOpen(what.chat())).forEach(this::again);
  }

  /// Moves an open timeline to a row.
  ///
  /// @param done hears whether the row is in the timeline now
  void jump(ChatId chat, long seq, CompletableFuture<Boolean> done) {
    ChatState known = state.chat(chat);
    if (known == null) {
      done.complete(false);
      return;
    }
    if (state.timelines().jumpInStore(chat, known.log(), seq)) {
      done.complete(true);
      return;
    }
    state.history().asked(chat);
    connection.call(
        new Request.FetchHistory(chat, Side.AROUND, seq, Timelines.WINDOW),
        RpcConnection.ResponseHandler.of(
            (response, refusal) -> {
              boolean there =
                  response instanceof Response.History(Page page)
                      && state.history().jump(known, page, seq);
              state.history().ended(chat);
              if (refusal != null && refusal.isTransient()) {
                loop.after(RpcConnection.pauseAfter(refusal), () -> jump(chat, seq, done));
              } else {
                done.complete(there);
              }
            }));
  }

  /// Asks for quoted messages that the device does not hold.
  void fetchQuotes() {
    for (ChatState chat : state.chats()) {
      if (state.timelines().isOpen(chat.id())) {
        state.history().missingQuotes(chat.id()).forEach(seq -> fetchQuote(chat.id(), seq));
      }
    }
  }

  private void fetchQuote(ChatId chat, long seq) {
    state.history().asked(chat);
    connection.call(
        new Request.FetchHistory(chat, Side.AROUND, seq, 1),
        RpcConnection.ResponseHandler.of(
            (response, _) -> {
              if (response instanceof Response.History(Page page)) {
                state.history().quoted(page);
              }
              state.history().ended(chat);
            }));
  }

  private record Wanted(ChatId chat, Side side) {}
}
