package hearth.client;

import hearth.client.link.BreachException;
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
import hearth.protocol.Row;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Rows that a front end asks for: older and newer ones, the surroundings of one, and messages that
/// others quote. Taken from the store where it has them, else from the server. Confined to the
/// client thread.
final class HistoryRequests {
  /// Pages in a row that may bring nothing.
  private static final int FRUITLESS = 20;

  private final Scheduler loop;
  private final ClientState state;
  private final RpcConnection connection;
  private final Set<Wanted> wanted = new LinkedHashSet<>();
  private int fruitless;

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
    int generation = state.timelines().generation(chat);
    state.history().asked(chat);
    connection.call(
        new Request.FetchHistory(chat, what.side(), seq, Timelines.WINDOW),
        RpcConnection.ResponseHandler.of(
            (response, refusal) -> {
              ChatState known = state.chat(chat);
              if (known != null && response instanceof Response.History(Page page)) {
                boolean extended = state.history().extend(known, page);
                state.timelines().requestEnded(chat);
                countFruitless(extended || generation != state.timelines().generation(chat));
              } else if (refusal != null && refusal.isTransient()) {
                loop.after(RpcConnection.pauseAfter(refusal), () -> again(what));
              } else if (response == null && refusal == null) {
                wanted.add(what);
              }
              state.history().ended(chat);
            }));
  }

  /// A page that another one has overtaken brings nothing; page after page, it would have no end.
  private void countFruitless(boolean extended) {
    fruitless = extended ? 0 : fruitless + 1;
    if (fruitless > FRUITLESS) {
      fruitless = 0;
      throw new BreachException("history does not go on, and does not end");
    }
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

  /// Moves an open timeline to a place.
  ///
  /// @param exactly whether the row itself has to be there, and not one nearby
  /// @param done hears whether the timeline is there now
  void jump(ChatId chat, long seq, boolean exactly, CompletableFuture<Boolean> done) {
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
        surroundings(chat, seq),
        RpcConnection.ResponseHandler.of(
            (response, refusal) -> {
              boolean there =
                  response instanceof Response.History(Page page)
                      && known.equals(state.chat(chat))
                      && state.history().jump(known, page, seq, exactly);
              state.history().ended(chat);
              if (refusal != null && refusal.isTransient()) {
                loop.after(RpcConnection.pauseAfter(refusal), () -> jump(chat, seq, exactly, done));
              } else {
                done.complete(there);
              }
            }));
  }

  private static Request surroundings(ChatId chat, long seq) {
    return new Request.FetchHistory(chat, Side.AROUND, seq, Timelines.WINDOW);
  }

  /// Asks for the places where timelines are to be that the device does not hold.
  void seek() {
    for (ChatState chat : state.chats()) {
      long seq = state.timelines().sought(chat.id());
      if (seq > 0) {
        state.timelines().seeking(chat.id());
        seek(chat, seq);
      }
    }
  }

  private void seek(ChatState chat, long seq) {
    state.history().asked(chat.id());
    connection.call(
        surroundings(chat.id(), seq),
        RpcConnection.ResponseHandler.of(
            (response, refusal) -> {
              if (response instanceof Response.History(Page page)) {
                state.history().found(chat, page, seq);
              } else if (refusal != null && refusal.isTransient()) {
                loop.after(RpcConnection.pauseAfter(refusal), () -> seek(chat, seq));
              } else if (response != null || refusal != null) {
                state.history().notFound(chat, seq);
              }
              state.history().ended(chat.id());
            }));
  }

  /// Finds one row, on this device or on the server.
  void row(ChatId chat, long seq, CompletableFuture<Optional<Row>> found) {
    Optional<Row> held = state.history().row(chat, seq);
    if (held.isPresent() || state.chat(chat) == null) {
      found.complete(held);
      return;
    }
    around(chat, seq, page -> found.complete(rowOf(page, seq)));
  }

  private static Optional<Row> rowOf(@Nullable Page page, long seq) {
    return page == null
        ? Optional.empty()
        : page.rows().stream().filter(row -> row.seq() == seq).findFirst();
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
    around(
        chat,
        seq,
        page -> {
          if (page != null) {
            state.history().quoted(page);
          }
        });
  }

  /// Asks for one row.
  ///
  /// @param then hears the page; null where it could not be had
  private void around(ChatId chat, long seq, Consumer<@Nullable Page> then) {
    state.history().asked(chat);
    connection.call(
        new Request.FetchHistory(chat, Side.AROUND, seq, 1),
        RpcConnection.ResponseHandler.of(
            (response, refusal) -> {
              if (refusal != null && refusal.isTransient()) {
                loop.after(RpcConnection.pauseAfter(refusal), () -> around(chat, seq, then));
              } else {
                then.accept(
                    response instanceof Response.History(Page page) && state.chat(chat) != null
                        ? state.history().arrived(page)
                        : null);
              }
              state.history().ended(chat);
            }));
  }

  private record Wanted(ChatId chat, Side side) {}
}
