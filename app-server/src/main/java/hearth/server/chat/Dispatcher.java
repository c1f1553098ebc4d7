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
import hearth.server.session.PresenceTracker;
import hearth.server.session.Session;
import hearth.server.session.Sessions;
import hearth.server.store.Store;
import java.time.InstantSource;
import java.util.concurrent.CompletableFuture;

/// Passes each request to its handler. Safe from any thread; never waits, except in [#stop].
public final class Dispatcher {
  private final ServerInfo info;
  private final RateLimiter limiter;
  private final Publisher publisher;
  private final SessionLifecycle lifecycle;
  private final SessionHandlers sessions;
  private final MessageHandlers messages;
  private final ChatHandlers chats;
  private volatile boolean stopping;

  /// Creates the handlers and what they share.
  public Dispatcher(
      ServerInfo info,
      Store store,
      Publisher publisher,
      BlockingTasks blocking,
      RateLimiter limiter,
      InstantSource clock) {
    Sessions connected = new Sessions();
    PresenceTracker presence = new PresenceTracker(connected);
    ChatDirectory directory = new ChatDirectory(connected, publisher, store.chats());
    this.info = info;
    this.limiter = limiter;
    this.publisher = publisher;
    lifecycle = new SessionLifecycle(store, publisher, connected, directory, presence, clock);
    sessions =
        new SessionHandlers(
            session -> store.overview(info, session.user(), presence::of),
            new Accounts(store),
            publisher,
            blocking,
            directory,
            lifecycle);
    messages = new MessageHandlers(store, publisher, directory);
    chats = new ChatHandlers(store, blocking, directory);
  }

  /// The handler of a new connection.
  public Receiver connected(ClientConnection connection) {
    return new ConnectionHandler(new Session(connection), this);
  }

  /// Refuses every further request with `SERVER_STOPPING`. Returns when all requests before it, and
  /// the last-seen times of everyone connected, are queued for the store.
  public void stop() {
    stopping = true;
    CompletableFuture.runAsync(lifecycle::recordAllSeen, publisher::put).join();
  }

  void dispatch(RequestContext context, Request request) {
    if (stopping) {
      throw new FaultException(Fault.SERVER_STOPPING);
    }
    Session session = context.session();
    UserId who = session.joined() ? session.user() : null;
    limiter.count(RateCategory.of(request), who, session.network());
    switch (request) {
      case Request.Hello _ -> context.answer(new Reply.Welcome(info));
      case Request.Join join -> sessions.join(context, join);
      case Request.Resume resume -> sessions.resume(context, resume);
      case Request.SetAway away -> sessions.setAway(context, away);
      case Request.PostMessage post -> messages.post(context, post);
      case Request.MarkRead read -> messages.markRead(context, read);
      case Request.MarkDelivered delivered -> messages.markDelivered(context, delivered);
      case Request.ReportTyping typing -> messages.reportTyping(context, typing);
      case Request.OpenDirect direct -> chats.openDirect(context, direct);
      case Request.CreateGroup group -> chats.createGroup(context, group);
      case Request.SetSlowMode slow -> chats.setSlowMode(context, slow);
      case Request.CatchUp after -> chats.catchUp(context, after);
      case Request.FetchOlder before -> chats.fetchOlder(context, before);
    }
  }

  void disconnected(Session session) {
    sessions.disconnected(session);
  }
}
