package hearth.client;

import hearth.client.link.Address;
import hearth.client.link.Link;
import hearth.client.link.RpcConnection;
import hearth.client.link.Scheduler;
import hearth.protocol.ChatId;
import hearth.protocol.Event;
import hearth.protocol.FaultException;
import hearth.protocol.Overview;
import hearth.protocol.Reply;
import hearth.protocol.Request;
import hearth.protocol.SendId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Brings [ClientState] and server together: resumes, catches up, sends the outbox, says what was
/// delivered and read. Confined to the client thread.
///
/// Events that come before the answer to `resume` are held, so that none falls between the overview
/// and the live stream.
final class ClientSession implements RpcConnection.Owner {
  private static final Logger log = LoggerFactory.getLogger(ClientSession.class);

  /// Chats caught up at the same time.
  private static final int FETCHES = 4;

  /// How long to wait after a refusal in passing that does not say it.
  private static final Duration REFUSED_PAUSE = Duration.ofSeconds(1);

  private final Scheduler loop;
  private final ClientState state;
  private final Outbox outbox;
  private final RpcConnection rpc;
  private final Set<ChatId> fetching = new HashSet<>();
  private final Map<ChatId, Long> delivered = new HashMap<>();
  private final List<Event> early = new ArrayList<>();
  private boolean online;
  private long meeting;
  private boolean away;

  ClientSession(RpcConnection.Environment environment, ClientState state, Outbox outbox) {
    loop = environment.scheduler();
    this.state = state;
    this.outbox = outbox;
    Identity identity = state.identity();
    Address address = identity.address();
    String key = address.plain() ? null : identity.server().id();
    rpc = new RpcConnection(environment, address, key, this);
  }

  void start() {
    rpc.connect();
  }

  void end() {
    rpc.end();
  }

  RpcConnection rpc() {
    return rpc;
  }

  @Override
  public void connecting() {
    connectionIs(new Connection.Connecting());
  }

  @Override
  public void waiting(Link.Closing why, Instant retryAt) {
    connectionIs(new Connection.Waiting(why, retryAt));
  }

  @Override
  public void keyChanged() {
    connectionIs(new Connection.KeyChanged());
  }

  private void connectionIs(Connection connection) {
    online = false;
    meeting++;
    fetching.clear();
    early.clear();
    outbox.nothingOnTheWay();
    state.tell(new Change.ConnectionChanged(connection));
  }

  @Override
  public void connected() {
    rpc.call(
        new Request.Resume(state.identity().token()),
        new Answering(
            (reply, refusal) -> {
              if (reply instanceof Reply.Resumed(Overview overview)) {
                resumed(overview);
              } else if (refusal != null && !refusal.fault().passes()) {
                log.info("the server refuses this device: {}", refusal.fault());
                rpc.end();
                connectionIs(new Connection.Refused(refusal.fault()));
              } else if (rpc.isOpen()) {
                rpc.drop(refusal == null ? Duration.ZERO : refusal.retryAfter());
              }
            }));
  }

  private void resumed(Overview overview) {
    Map<ChatId, Long> readHere = new HashMap<>();
    state.chats().forEach(chat -> readHere.put(chat.id(), chat.readTo()));
    state.adopt(overview);
    rpc.accepted();
    online = true;
    delivered.clear();
    tellWhatWasReadOffline(overview, readHere);
    if (away) {
      rpc.send(new Request.SetAway(true));
    }
    state.tell(new Change.ConnectionChanged(new Connection.Online()));
    List<Event> held = List.copyOf(early);
    early.clear();
    held.forEach(this::happened);
  }

  private void tellWhatWasReadOffline(Overview overview, Map<ChatId, Long> readHere) {
    for (var chat : overview.chats()) {
      long here = readHere.getOrDefault(chat.chat().id(), 0L);
      long there = state.serverReadTo(chat);
      if (here > there && here <= chat.head()) {
        tellRead(chat.chat().id(), here);
      }
    }
  }

  @Override
  public void happened(Event event) {
    if (online) {
      state.apply(event, System.nanoTime());
    } else {
      early.add(event);
    }
  }

  /// Does what a changed state asks of the network; called after every batch, when the store has
  /// committed.
  void pursue() {
    if (!online) {
      return;
    }
    outbox.takeSendable(System.nanoTime()).forEach(this::send);
    state.chats().stream()
        .filter(chat -> chat.behind() && !fetching.contains(chat.id()))
        .sorted(
            (a, b) ->
                Boolean.compare(state.timelines().isOpen(b.id()), state.timelines().isOpen(a.id())))
        .limit(Math.max(0, FETCHES - fetching.size()))
        .toList()
        .forEach(this::fetch);
    for (ChatState chat : state.chats()) {
      long tail = chat.tail();
      if (tail > 0 && tail > delivered.getOrDefault(chat.id(), chat.deliveredTo())) {
        delivered.put(chat.id(), tail);
        mark(new Request.MarkDelivered(chat.id(), tail), () -> delivered.remove(chat.id()));
      }
    }
  }

  private void send(Row.Pending post) {
    SendId sendId = post.sendId();
    rpc.call(
        new Request.PostMessage(post.chat(), sendId, post.text()),
        new Answering(
            (reply, refusal) -> {
              if (reply instanceof Reply.Posted(ChatId chat, long seq, var _)) {
                outbox.remove(sendId); // its row stays until the entry itself comes
                state.acknowledged(chat, seq);
              } else if (refusal != null && refusal.fault().passes()) {
                Duration pause = pauseAfter(refusal);
                outbox.hold(sendId, System.nanoTime() + pause.toNanos());
                state.waits(post.chat(), pause);
                loop.after(pause, () -> {}); // what the outbox holds is looked at after every batch
              } else if (refusal != null) {
                state.marked(outbox.mark(sendId, refusal.fault()));
              }
            }));
  }

  private static Duration pauseAfter(FaultException refusal) {
    return refusal.retryAfter().isZero() ? REFUSED_PAUSE : refusal.retryAfter();
  }

  /// Tells a marker, and what is to be done when it may be told again after a refusal in passing.
  private void mark(Request marker, Runnable again) {
    rpc.call(
        marker,
        new Answering(
            (_, refusal) -> {
              if (refusal != null && refusal.fault().passes()) {
                loop.after(pauseAfter(refusal), again);
              }
            }));
  }

  private void fetch(ChatState chat) {
    ChatId id = chat.id();
    fetching.add(id);
    Request request =
        chat.tail() == 0
            ? new Request.FetchOlder(id, chat.head() + 1, Timelines.WINDOW)
            : new Request.CatchUp(id, chat.tail());
    long tailBefore = chat.tail();
    rpc.call(
        request,
        new Answering(
            (reply, refusal) -> {
              if (refusal != null && refusal.fault().passes()) {
                long mine = meeting;
                loop.after(pauseAfter(refusal), () -> fetchAgain(id, mine));
                return;
              }
              fetching.remove(id);
              switch (reply) {
                case Reply.Page(ChatId _, List<Event.Logged> entries, boolean _) ->
                    state.append(chat, entries);
                case Reply.StartAfresh(ChatId _, List<Event.Logged> newest) ->
                    state.startAfresh(chat, newest);
                case null, default -> {
                  boolean lost = reply == null && refusal == null; // the next link catches up
                  if (!lost) {
                    log.warn("{} was not caught up", id, refusal);
                  }
                }
              }
              if (rpc.isOpen() && chat.tail() == tailBefore) {
                chat.settle(); // the server has no more: whatever we heard of is not in its log
              }
            }));
  }

  /// Lets a chat be fetched that was to wait, unless that was in another meeting.
  private void fetchAgain(ChatId chat, long refusedIn) {
    if (refusedIn == meeting) {
      fetching.remove(chat);
    }
  }

  void older(ChatId chat) {
    long before = state.timelines().olderFromStore(chat);
    if (before == 0) {
      return;
    }
    rpc.call(
        new Request.FetchOlder(chat, before, Timelines.WINDOW),
        new Answering(
            (reply, refusal) -> {
              if (reply instanceof Reply.Page(ChatId _, List<Event.Logged> entries, boolean _)) {
                state.timelines().olderFromServer(chat, before, entries);
              } else if (refusal != null && refusal.fault().passes()) {
                loop.after(pauseAfter(refusal), () -> older(chat));
              } else {
                state.timelines().olderLoaded(chat);
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
      rpc.send(new Request.SetAway(nobodyHere));
    }
  }

  /// Gets the response, or the refusal, or neither if the link was lost.
  private record Answering(Outcome outcome) implements RpcConnection.ResponseHandler {
    @Override
    public void answered(Reply reply) {
      outcome.is(reply, null);
    }

    @Override
    public void refused(FaultException why) {
      outcome.is(null, why);
    }

    @Override
    public void lost() {
      outcome.is(null, null);
    }

    private interface Outcome {
      void is(@Nullable Reply reply, @Nullable FaultException refusal);
    }
  }
}
