package hearth.client;

import hearth.client.link.Address;
import hearth.client.link.BreachException;
import hearth.client.link.Link;
import hearth.client.link.RpcConnection;
import hearth.client.link.Scheduler;
import hearth.client.model.Change;
import hearth.client.model.ChatState;
import hearth.client.model.ClientState;
import hearth.client.model.Connection;
import hearth.client.model.Outbox;
import hearth.client.store.Identity;
import hearth.client.store.Pending;
import hearth.protocol.ChatId;
import hearth.protocol.ChatOverview;
import hearth.protocol.Fault;
import hearth.protocol.FaultException;
import hearth.protocol.Notification;
import hearth.protocol.OverviewPage;
import hearth.protocol.Request;
import hearth.protocol.Response;
import hearth.protocol.ServerInfo;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Brings [ClientState] and server together: resumes, catches up, sends the outbox, says what was
/// delivered and read. Confined to the client thread.
///
/// Notifications that come before the overview is complete are held, so that none falls between the
/// overview and the live stream.
final class ClientSession implements RpcConnection.Owner {
  private static final Logger log = LoggerFactory.getLogger(ClientSession.class);

  /// Most characters of notifications that are held until the overview is complete.
  private static final long EARLY = 8L * 1024 * 1024;

  /// Most pages of an overview, and most chats in it.
  private static final int OVERVIEW_PAGES = 4_096;

  private static final int OVERVIEW_CHATS = 10_000;

  private final Scheduler loop;
  private final ClientState state;
  private final Outbox outbox;
  private final RpcConnection connection;
  private final HistoryRequests history;
  private final LogRequests logs;
  private final UnreadRequests unread;
  private final Map<ChatId, Long> delivered = new HashMap<>();
  private final List<Notification> early = new ArrayList<>();
  private @Nullable Arriving incomplete;
  private long earlyCharacters;
  private boolean online;
  private boolean away;

  ClientSession(RpcConnection.Environment environment, ClientState state, Outbox outbox) {
    this.loop = environment.scheduler();
    this.state = state;
    this.outbox = outbox;
    Identity identity = state.identity();
    Address address = identity.address();
    String key = address.plain() ? null : identity.server().id();
    connection = new RpcConnection(environment, address, key, this);
    logs = new LogRequests(loop, state, connection);
    history = new HistoryRequests(loop, state, connection);
    unread = new UnreadRequests(loop, state, connection);
  }

  void start() {
    connection.connect();
  }

  void end() {
    connection.end();
  }

  RpcConnection connection() {
    return connection;
  }

  HistoryRequests history() {
    return history;
  }

  @Override
  public void connecting() {
    changed(new Connection.Connecting());
  }

  @Override
  public void waiting(Link.Closing why, Instant retryAt) {
    changed(new Connection.Waiting(why, retryAt));
  }

  @Override
  public void keyChanged(String shown) {
    changed(new Connection.KeyChanged(state.identity().server().id(), shown));
  }

  private void changed(Connection now) {
    online = false;
    logs.connectionLost();
    unread.connectionLost();
    early.clear();
    earlyCharacters = 0;
    forgetIncomplete();
    outbox.nothingOnTheWay();
    state.connectionLost();
    state.tell(new Change.ConnectionChanged(now));
  }

  /// Chats of an overview that never was complete are not kept: there may be any number of them.
  private void forgetIncomplete() {
    Arriving broken = incomplete;
    incomplete = null;
    if (broken != null) {
      broken.there.keySet().stream()
          .filter(chat -> !broken.readHere.containsKey(chat) && outbox.of(chat).isEmpty())
          .forEach(state::removeChat);
    }
  }

  /// TLS has proven already who answers. Without it, the server says who it is before it gets the
  /// token.
  @Override
  public void connected() {
    if (!state.identity().address().plain()) {
      resume();
      return;
    }
    connection.call(
        new Request.Hello(),
        RpcConnection.ResponseHandler.of(
            (response, refusal) -> {
              if (!(response instanceof Response.Welcome welcome)) {
                notResumed(refusal);
              } else if (isKnown(welcome.server())) {
                resume();
              } else {
                connection.breach(Link.Closing.OTHER_SERVER);
              }
            }));
  }

  private void resume() {
    connection.call(
        new Request.Resume(state.identity().token()),
        RpcConnection.ResponseHandler.of(
            (response, refusal) -> {
              if (!(response instanceof Response.Resumed resumed)) {
                notResumed(refusal);
              } else if (isKnown(resumed.welcome().server())
                  && resumed.me().equals(state.identity().me())) {
                resumed(resumed);
              } else {
                connection.breach(Link.Closing.OTHER_SERVER);
              }
            }));
  }

  private boolean isKnown(ServerInfo claimed) {
    Identity identity = state.identity();
    return ServerTrust.objection(
            identity.address(), connection.serverKey(), claimed.id(), identity.server().id())
        .isEmpty();
  }

  private void notResumed(@Nullable FaultException refusal) {
    if (refusal != null && !refusal.isTransient()) {
      log.info("the server refuses this device: {}", refusal.fault());
      connection.end();
      changed(new Connection.Refused(refusal.fault()));
      if (refusal.fault() == Fault.DEVICE_SIGNED_OUT) {
        state.signedOut();
      }
    } else if (connection.isOpen()) {
      connection.drop(refusal == null ? Duration.ZERO : refusal.retryAfter());
    }
  }

  private void resumed(Response.Resumed resumed) {
    Map<ChatId, Long> readHere = new HashMap<>();
    state.chats().forEach(chat -> readHere.put(chat.id(), chat.readTo()));
    state.adopt(resumed.welcome(), resumed.owner());
    state.adopt(resumed.own());
    var fresh = new Arriving(readHere);
    incomplete = fresh;
    overview(resumed.overview(), fresh, 1);
  }

  private void overview(OverviewPage page, Arriving arriving, int pages) {
    if (pages > OVERVIEW_PAGES || arriving.there.size() + page.chats().size() > OVERVIEW_CHATS) {
      throw new BreachException("the overview does not end");
    }
    if (!page.people().isEmpty()) {
      state.adopt(page.people());
    }
    for (ChatOverview chat : page.chats()) {
      state.adopt(chat);
      arriving.there.put(chat.chat().id(), chat);
    }
    String next = page.next();
    if (next == null) {
      complete(arriving);
    } else {
      fetchOverview(next, arriving, pages);
    }
  }

  private void fetchOverview(String from, Arriving arriving, int pages) {
    if (!arriving.equals(incomplete)) {
      return; // the connection was lost
    }
    connection.call(
        new Request.FetchOverview(from),
        RpcConnection.ResponseHandler.of(
            (response, refusal) -> {
              if (response instanceof Response.Overview(OverviewPage more)) {
                overview(more, arriving, pages + 1);
              } else if (refusal != null && refusal.isTransient()) {
                loop.after(
                    RpcConnection.pauseAfter(refusal), () -> fetchOverview(from, arriving, pages));
              } else {
                notResumed(refusal);
              }
            }));
  }

  private void complete(Arriving arriving) {
    incomplete = null;
    state.keepOnly(arriving.there.keySet());
    connection.accepted();
    online = true;
    delivered.clear();
    arriving.there.forEach(
        (id, chat) -> {
          long here = arriving.readHere.getOrDefault(id, 0L);
          long there = chat.markers().of(chat.mine().as(state.identity().me())).read();
          if (here > there && here <= chat.head()) {
            tellRead(id, here);
          }
        });
    if (away) {
      connection.send(new Request.SetAway(true));
    }
    state.tell(new Change.ConnectionChanged(new Connection.Online()));
    List<Notification> held = List.copyOf(early);
    early.clear();
    held.forEach(told -> notified(told, 0));
    history.askAgain();
  }

  @Override
  public void notified(Notification notification, int length) {
    if (online) {
      state.apply(notification, System.nanoTime());
      return;
    }
    earlyCharacters += length;
    if (earlyCharacters > EARLY) {
      throw new BreachException("too much comes before the overview is complete");
    }
    early.add(notification);
  }

  /// Does what a changed state asks of the network; called after every batch, when the store has
  /// committed.
  void pursue() {
    if (!online) {
      return;
    }
    outbox.takeSendable(System.nanoTime()).forEach(this::send);
    logs.pursue();
    for (ChatState chat : state.chats()) {
      long tail = chat.log().mustResync() ? 0 : chat.log().tail();
      if (chat.isSilent()) {
        delivered.remove(chat.id()); // told again once it is not
      } else if (tail > delivered.getOrDefault(chat.id(), chat.deliveredTo())) {
        delivered.put(chat.id(), tail);
        mark(new Request.MarkDelivered(chat.id(), tail), () -> delivered.remove(chat.id()));
      }
    }
    history.seek();
    history.fetchQuotes();
    unread.pursue();
  }

  private void send(Pending pending) {
    connection.call(
        new Request.Append(pending.chat(), pending.sendId(), pending.action()),
        RpcConnection.ResponseHandler.of(
            (response, refusal) -> {
              if (response instanceof Response.Appended appended) {
                state.actions().acknowledged(pending, appended.seq());
              } else if (response instanceof Response.Done) {
                state.actions().acknowledged(pending, 0);
              } else if (refusal != null && refusal.isTransient()) {
                Duration pause = RpcConnection.pauseAfter(refusal);
                outbox.hold(pending.sendId(), System.nanoTime() + pause.toNanos());
                state.actions().waits(pending.chat(), pause);
                // What the outbox holds is looked at after every batch.
                loop.after(pause, () -> {});
              } else if (refusal != null) {
                state.actions().refused(pending, refusal.fault());
              }
            }));
  }

  /// Tells a marker, and what is to be done when it may be told again after a refusal for now.
  private void mark(Request marker, Runnable again) {
    connection.call(
        marker,
        RpcConnection.ResponseHandler.of(
            (_, refusal) -> {
              if (refusal != null && refusal.isTransient()) {
                loop.after(RpcConnection.pauseAfter(refusal), again);
              }
            }));
  }

  void markRead(ChatId chat, long seq) {
    if (state.read(chat, seq)) {
      tellRead(chat, seq);
    }
  }

  private void tellRead(ChatId chat, long seq) {
    mark(new Request.MarkRead(chat, seq), () -> tellReadAgain(chat, seq));
  }

  /// A marker that was overtaken meanwhile has been told already.
  private void tellReadAgain(ChatId chat, long seq) {
    ChatState known = state.chat(chat);
    if (known != null && known.readTo() == seq) {
      tellRead(chat, seq);
    }
  }

  void away(boolean nobodyHere) {
    if (away != nobodyHere) {
      away = nobodyHere;
      connection.send(new Request.SetAway(nobodyHere));
    }
  }

  /// An overview whose pages are coming in.
  private static final class Arriving {
    /// The chats that the server has told of.
    final Map<ChatId, ChatOverview> there = new HashMap<>();

    private final Map<ChatId, Long> readHere;

    /// Nothing has come yet.
    ///
    /// @param readHere how far the person had read on this device before
    Arriving(Map<ChatId, Long> readHere) {
      this.readHere = readHere;
    }
  }
}
