package hearth.client;

import hearth.client.link.Link;
import hearth.client.link.RpcConnection;
import hearth.protocol.ChatId;
import hearth.protocol.Fault;
import hearth.protocol.FaultException;
import hearth.protocol.Limits;
import hearth.protocol.Reply;
import hearth.protocol.Request;
import hearth.protocol.SendId;
import hearth.protocol.UserId;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import java.util.function.Function;

/// One person's presence on one server, whether connected or not: the facade that front ends use.
///
/// Safe from any thread; no method but [#close] waits for network or disk. What happens is told as
/// [Change]s to the one listener, on the client thread, in batches.
public final class HearthClient implements AutoCloseable {
  private static final Duration SAVE_PAUSE = Duration.ofSeconds(2);
  private static final long TYPING_RENEWAL_NANOS =
      Duration.ofMillis(Limits.TYPING_MILLIS / 2).toNanos();

  private final ReportingStore store;
  private final Consumer<List<Change>> listener;
  private final InstantSource clock = InstantSource.system();
  private final SecureRandom random = new SecureRandom();
  private final ClientLoop loop = new ClientLoop(this::afterBatch);
  private final Outbox outbox;
  private final ClientState state;
  private final ClientSession session;
  private final List<Runnable> afterTelling = new ArrayList<>();
  private final Map<ChatId, Long> typingSent = new HashMap<>();
  private boolean saveIsDue;
  private boolean expiryIsDue;

  private HearthClient(
      LocalStore store, Link.Connector connector, Consumer<List<Change>> listener) {
    this.store = new ReportingStore(store);
    this.listener = listener;
    outbox = new Outbox(this.store);
    state = new ClientState(this.store, outbox, clock);
    var environment = new RpcConnection.Environment(loop, connector, clock, random);
    session = new ClientSession(environment, state, outbox);
  }

  /// Begins: the store's last state is told first, then the connection is made and kept. Reads the
  /// store, so not for the FX thread.
  ///
  /// @param store belongs to the client from here; closed with it
  /// @param listener called on the client thread only; must not block
  public static HearthClient start(
      LocalStore store, Link.Connector connector, Consumer<List<Change>> listener) {
    return start(store, connector, CompletableFuture.completedFuture(null), listener);
  }

  /// Begins as the other does, but makes the connection only when something is over: what is shown
  /// from the store first should not share the processor with TLS.
  ///
  /// @param before what is to be over; if it fails, the connection is made all the same
  public static HearthClient start(
      LocalStore store,
      Link.Connector connector,
      CompletionStage<?> before,
      Consumer<List<Change>> listener) {
    var client = new HearthClient(store, connector, listener);
    client.loop.execute(client::tellChanges);
    var _ = before.whenComplete((done, failure) -> client.loop.execute(client.session::start));
    client.loop.start();
    return client;
  }

  /// Writes a message. It stands in the timeline at once, as pending, and is sent until the server
  /// has acknowledged it, over any number of restarts of either side.
  ///
  /// @throws FaultException at once, with nothing changed, where the text is empty or too long
  public SendId post(ChatId chat, String text) {
    SendId sendId = SendId.create(clock.millis(), random);
    var checked = new Request.PostMessage(chat, sendId, text);
    var pending = new Row.Pending(chat, sendId, clock.instant(), checked.text(), null);
    loop.execute(
        () -> {
          typingSent.remove(chat);
          state.posted(pending);
        });
    return sendId;
  }

  /// Sends a message that failed once more.
  public void retry(SendId sendId) {
    loop.execute(() -> state.marked(outbox.mark(sendId, null)));
  }

  /// Gives up a message that failed.
  public void discard(SendId sendId) {
    loop.execute(() -> state.discarded(outbox.remove(sendId)));
  }

  /// Opens a chat's timeline; answered with [Change.TimelineReset], and from then on its splices
  /// are told. Opening it again tells the reset again.
  public void openTimeline(ChatId chat) {
    loop.execute(() -> state.openTimeline(chat));
  }

  /// Stops telling a timeline's splices.
  public void closeTimeline(ChatId chat) {
    loop.execute(() -> state.timelines().close(chat));
  }

  /// Asks for older rows of an open timeline; answered with [Change.OlderLoaded]. While offline
  /// only what this device holds is given.
  public void older(ChatId chat) {
    loop.execute(() -> session.older(chat));
  }

  /// The person has seen everything up to this seq.
  public void markRead(ChatId chat, long seq) {
    loop.execute(() -> session.markRead(chat, seq));
  }

  /// The person is writing: call it at every key press, it is sent as rarely as is enough.
  public void typing(ChatId chat) {
    loop.execute(
        () -> {
          long now = System.nanoTime();
          Long last = typingSent.get(chat);
          if (last == null || now - last >= TYPING_RENEWAL_NANOS) {
            typingSent.put(chat, now);
            session.rpc().send(new Request.ReportTyping(chat));
          }
        });
  }

  /// Keeps what the person has begun to write; empty forgets it.
  public void draft(ChatId chat, String text) {
    loop.execute(() -> state.draft(chat, text));
  }

  /// Whether nobody is at this device.
  public void away(boolean away) {
    loop.execute(() -> session.away(away));
  }

  /// The chat with one other person, made at first. Fails with [FaultException], or with
  /// [JoinException] where the server cannot be reached now.
  public CompletableFuture<ChatId> openDirect(UserId with) {
    return openChat(new Request.OpenDirect(with));
  }

  /// A new group. Fails as [#openDirect] does.
  ///
  /// @throws FaultException at once where the title is not fit or there are too many members
  public CompletableFuture<ChatId> createGroup(String title, List<UserId> members) {
    SendId sendId = SendId.create(clock.millis(), random);
    return openChat(new Request.CreateGroup(sendId, title, members));
  }

  private CompletableFuture<ChatId> openChat(Request request) {
    return ask(
        request,
        Reply.ChatOpened.class,
        opened -> {
          state.adopt(opened.chat());
          return opened.chat().chat().id();
        });
  }

  /// Sets how long members of a chat wait from one message to the next. Fails as [#openDirect]
  /// does.
  ///
  /// @param seconds 0 for not at all
  public CompletableFuture<Boolean> setSlowMode(ChatId chat, int seconds) {
    return ask(new Request.SetSlowMode(chat, seconds), Reply.Done.class, done -> true);
  }

  /// Asks, once: what is lost on the way is not asked again. The result is there after the changes
  /// that the answer makes have been told.
  private <R extends Reply, T> CompletableFuture<T> ask(
      Request request, Class<R> kind, Function<R, T> result) {
    var asked = new CompletableFuture<T>();
    var handler =
        new RpcConnection.ResponseHandler() {
          @Override
          public void answered(Reply reply) {
            if (kind.isInstance(reply)) {
              T value = result.apply(kind.cast(reply));
              afterTelling.add(() -> asked.complete(value));
            } else {
              refused(new FaultException(Fault.INTERNAL));
            }
          }

          @Override
          public void refused(FaultException why) {
            asked.completeExceptionally(why);
          }

          @Override
          public void lost() {
            asked.completeExceptionally(new JoinException(Link.Closing.UNREACHABLE));
          }
        };
    loop.execute(() -> session.rpc().call(request, handler));
    return asked;
  }

  /// Tries now instead of waiting for the next try.
  public void reconnectNow() {
    loop.execute(session.rpc()::retryNow);
  }

  /// Leaves the server, keeps everything for the next start, and lets go of the store. Waits for
  /// the disk. Calling it again does nothing.
  @Override
  public void close() {
    loop.stop(
        () -> {
          session.end();
          state.saveOverviews();
          store.close();
        });
  }

  /// Tell, then keep, then send: the person sees at once what was done, and nothing leaves the
  /// device that it would forget.
  private void afterBatch() {
    tellChanges();
    store.commit();
    session.pursue();
    if (!saveIsDue && state.hasUnsavedOverviews()) {
      saveIsDue = true;
      loop.after(
          SAVE_PAUSE,
          () -> {
            saveIsDue = false;
            state.saveOverviews();
          });
    }
    if (!expiryIsDue && state.anyoneTyping()) {
      expiryIsDue = true;
      loop.after(
          Duration.ofMillis(500),
          () -> {
            expiryIsDue = false;
            state.expireTyping(System.nanoTime());
          });
    }
  }

  private void tellChanges() {
    store.takeFailure().ifPresent(sentence -> state.tell(new Change.StoreFailed(sentence)));
    List<Change> changes = state.takeChanges();
    if (!changes.isEmpty()) {
      listener.accept(changes);
    }
    List.copyOf(afterTelling).forEach(Runnable::run);
    afterTelling.clear();
  }
}
