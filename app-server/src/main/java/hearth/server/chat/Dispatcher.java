package hearth.server.chat;

import hearth.protocol.Fault;
import hearth.protocol.FaultException;
import hearth.protocol.Reply;
import hearth.protocol.Request;
import hearth.protocol.ServerInfo;
import hearth.protocol.UserId;
import hearth.server.account.Accounts;
import hearth.server.net.ClientConnection;
import hearth.server.net.Receiver;
import hearth.server.policy.RateCategory;
import hearth.server.policy.RateLimiter;
import hearth.server.session.Presences;
import hearth.server.session.Session;
import hearth.server.session.Sessions;
import hearth.server.store.Store;
import java.time.InstantSource;
import java.util.concurrent.CompletableFuture;

/// Brings each request to its handler. Safe from any thread; never waits, but for [#stop].
public final class Dispatcher {
  private final ServerInfo info;
  private final RateLimiter limiter;
  private final Publisher publisher;
  private final Arrivals arrivals;
  private final ArrivalHandlers arriving;
  private final MessageHandlers messages;
  private final ChatHandlers chats;
  private volatile boolean stopping;

  /// Wires the handlers to what they stand on.
  public Dispatcher(
      ServerInfo info,
      Store store,
      Publisher publisher,
      Background background,
      RateLimiter limiter,
      InstantSource clock) {
    Sessions sessions = new Sessions();
    Presences presences = new Presences(sessions);
    Rooms rooms = new Rooms(sessions, publisher, store.chats());
    this.info = info;
    this.limiter = limiter;
    this.publisher = publisher;
    arrivals = new Arrivals(store, publisher, sessions, rooms, presences, clock);
    arriving =
        new ArrivalHandlers(
            session -> store.overview(info, session.user(), presences::of),
            new Accounts(store),
            publisher,
            background,
            rooms,
            arrivals);
    messages = new MessageHandlers(store, publisher, rooms);
    chats = new ChatHandlers(store, background, rooms);
  }

  /// The server's side of a new connection.
  public Receiver welcome(ClientConnection connection) {
    return new Conversation(new Session(connection), this);
  }

  /// From now on every request is refused with `SERVER_STOPPING`. Returns when what came before is
  /// on its way to the store, and with it who was here until now.
  public void stop() {
    stopping = true;
    CompletableFuture.runAsync(arrivals::noteAllSeen, publisher::put).join();
  }

  void dispatch(Caller caller, Request request) {
    if (stopping) {
      throw new FaultException(Fault.SERVER_STOPPING);
    }
    Session session = caller.session();
    UserId who = session.joined() ? session.user() : null;
    limiter.count(RateCategory.of(request), who, session.network());
    switch (request) {
      case Request.Hello _ -> caller.answer(new Reply.Welcome(info));
      case Request.Join join -> arriving.join(caller, join);
      case Request.Resume resume -> arriving.resume(caller, resume);
      case Request.SetAway away -> arriving.setAway(caller, away);
      case Request.PostMessage post -> messages.post(caller, post);
      case Request.MarkRead read -> messages.markRead(caller, read);
      case Request.MarkDelivered delivered -> messages.markDelivered(caller, delivered);
      case Request.ReportTyping typing -> messages.reportTyping(caller, typing);
      case Request.OpenDirect direct -> chats.openDirect(caller, direct);
      case Request.CreateGroup group -> chats.createGroup(caller, group);
      case Request.SetSlowMode slow -> chats.setSlowMode(caller, slow);
      case Request.CatchUp after -> chats.catchUp(caller, after);
      case Request.FetchOlder before -> chats.fetchOlder(caller, before);
    }
  }

  void leave(Session session) {
    arriving.leave(session);
  }
}
