package hearth.client;

import hearth.client.link.Link;
import hearth.client.link.RpcConnection;
import hearth.client.model.Change;
import hearth.client.model.ChatState;
import hearth.client.model.ClientState;
import hearth.client.model.Outbox;
import hearth.client.model.Timelines;
import hearth.client.store.LocalStore;
import hearth.client.store.Pending;
import hearth.client.store.ReportingStore;
import hearth.protocol.Action;
import hearth.protocol.Chat;
import hearth.protocol.ChatId;
import hearth.protocol.Fault;
import hearth.protocol.FaultException;
import hearth.protocol.Request;
import hearth.protocol.Response;
import hearth.protocol.Row;
import hearth.protocol.SendId;
import hearth.protocol.Sign;
import hearth.protocol.UserId;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import java.util.function.Function;

/// One person's presence on one server, whether connected or not: the facade that front ends use.
///
/// Safe from any thread; no method but [#close] waits for network or disk. What happens is told as
/// [Change]s to the one listener, on the client thread, in batches.
public final class HearthClient implements AutoCloseable {
  /// How long a server may take for an answer.
  private static final Duration PATIENCE = Duration.ofMinutes(1);

  private final ReportingStore store;
  private final Consumer<List<Change>> listener;
  private final InstantSource clock = InstantSource.system();
  private final SecureRandom random = new SecureRandom();
  private final ClientLoop loop = new ClientLoop(this::afterBatch);
  private final Outbox outbox;
  private final ClientState state;
  private final ClientSession session;
  private final OwnSigns signs;
  private final DraftSync drafts;
  private final Housekeeping housekeeping;
  private final UserId me;
  private final OwnAccount account = new OwnAccount(this::ask);
  private final Lookups lookups = new Lookups(this::ask);
  private final List<Runnable> afterTelling = new ArrayList<>();

  private HearthClient(
      LocalStore store,
      Link.Connector connector,
      Duration patience,
      Consumer<List<Change>> listener) {
    this.store = new ReportingStore(store);
    this.listener = listener;
    outbox = new Outbox(this.store);
    state = new ClientState(this.store, outbox, clock);
    me = state.identity().me();
    session =
        new ClientSession(
            new RpcConnection.Environment(loop, connector, clock, random, patience), state, outbox);
    signs = new OwnSigns(session.connection());
    drafts = new DraftSync(loop, state, this::add);
    housekeeping = new Housekeeping(loop, state, clock);
  }

  /// Begins: the store's last state is told first, then the connection is made and kept. Reads the
  /// store, so not for the FX thread.
  ///
  /// @param store belongs to the client from here; closed with it
  /// @param listener called on the client thread only. It may wait while too much of what it was
  ///   told is not shown yet: meanwhile nothing more is taken from the network.
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
    return start(new HearthClient(store, connector, PATIENCE, listener), before);
  }

  /// Begins with another patience for answers.
  static HearthClient start(
      LocalStore store,
      Link.Connector connector,
      Duration patience,
      Consumer<List<Change>> listener) {
    return start(
        new HearthClient(store, connector, patience, listener),
        CompletableFuture.completedFuture(null));
  }

  private static HearthClient start(HearthClient client, CompletionStage<?> before) {
    client.loop.execute(client::tellChanges);
    var _ = before.whenComplete((done, failure) -> client.loop.execute(client.session::start));
    client.loop.start();
    return client;
  }

  /// Does something in a chat. It shows at once, as pending, and is sent until the server has
  /// acknowledged it, over any number of restarts of either side. A message that the server refuses
  /// stays, as failed; any other refused action is undone with [Change.ActionRefused].
  ///
  /// @throws FaultException at once, with nothing changed, where the action itself is not fit
  public SendId append(ChatId chat, Action action) {
    Pending pending = pending(chat, action);
    loop.execute(
        () -> {
          if (action instanceof Action.Post) {
            signs.posted(chat);
          }
          state.actions().add(pending);
        });
    return pending.sendId();
  }

  private void add(ChatId chat, Action action) {
    state.actions().add(pending(chat, action));
  }

  private Pending pending(ChatId chat, Action action) {
    SendId sendId = SendId.create(clock.millis(), random);
    var checked = new Request.Append(chat, sendId, action);
    return new Pending(chat, sendId, clock.instant(), checked.action(), null);
  }

  /// Sends a message that failed once more.
  public void retry(SendId sendId) {
    loop.execute(() -> state.actions().retry(sendId));
  }

  /// Gives up a message that failed.
  public void discard(SendId sendId) {
    loop.execute(() -> state.actions().discard(sendId));
  }

  /// Opens a chat's timeline at the first unread message, or at its end; answered with
  /// [Change.TimelineReset], and from then on its splices are told. Opening it again tells the
  /// reset again.
  public void openTimeline(ChatId chat) {
    loop.execute(() -> state.openTimeline(chat));
  }

  /// Stops telling a timeline's splices.
  public void closeTimeline(ChatId chat) {
    loop.execute(() -> state.timelines().close(chat));
  }

  /// Asks for older rows of an open timeline; ends with [Change.ReachChanged]. What this device
  /// does not hold is asked again when the connection is back, and ends then.
  public void older(ChatId chat) {
    loop.execute(() -> session.history().older(chat));
  }

  /// Asks for newer rows of an open timeline that has jumped back; ends with [Change.ReachChanged].
  public void newer(ChatId chat) {
    loop.execute(() -> session.history().newer(chat));
  }

  /// Moves an open timeline to a row, wherever in the chat that is; told as [Change.TimelineReset].
  /// The result, after it was told, is whether the row could be had.
  public CompletableFuture<Boolean> jump(ChatId chat, long seq) {
    return jump(chat, seq, true);
  }

  /// Moves an open timeline to the row that is next to a place of the log, or to the chat's end.
  ///
  /// @param seq any place; [Timelines#END] for the end
  public CompletableFuture<Boolean> seek(ChatId chat, long seq) {
    return jump(chat, seq, false);
  }

  private CompletableFuture<Boolean> jump(ChatId chat, long seq, boolean exactly) {
    var found = new CompletableFuture<Boolean>();
    var told = new CompletableFuture<Boolean>();
    var _ = found.thenAccept(there -> afterTelling.add(() -> told.complete(there)));
    loop.execute(() -> session.history().jump(chat, seq, exactly, found));
    return told;
  }

  /// The person is at a row of an open timeline, or at [Timelines#END]: rows far from it may be let
  /// go.
  public void at(ChatId chat, long seq) {
    loop.execute(() -> state.timelines().at(chat, seq));
  }

  /// One row of a chat as it is now, wherever in the chat that is; empty where it cannot be had.
  public CompletableFuture<Optional<Row>> row(ChatId chat, long seq) {
    var found = new CompletableFuture<Optional<Row>>();
    loop.execute(() -> session.history().row(chat, seq, found));
    return found;
  }

  /// The person has seen everything up to this seq.
  public void markRead(ChatId chat, long seq) {
    loop.execute(
        () -> {
          if (state.actions().endsMark(chat, seq)) {
            add(chat, new Action.MarkUnread(0));
          }
          session.markRead(chat, seq);
        });
  }

  /// The person does not care for what is unread in a chat.
  public void readAll(ChatId chat) {
    loop.execute(
        () -> {
          ChatState known = state.chat(chat);
          if (known != null && known.preferences().unreadFrom() > 0) {
            add(chat, new Action.MarkUnread(0));
          }
          if (known != null && known.log().tail() > 0) {
            session.markRead(chat, known.log().tail());
          }
        });
  }

  /// Shows a sign to the others of a chat. Call it as often as it holds, for example at every key
  /// press; it is sent again only after half of its time.
  public void show(ChatId chat, Sign sign) {
    loop.execute(() -> signs.show(chat, sign));
  }

  /// Keeps what the person has begun to write; empty forgets it. Their other devices get it once
  /// nothing was written for a while.
  public void draft(ChatId chat, String text) {
    loop.execute(() -> drafts.put(chat, text));
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
    return create(title, members, Chat.Kind.GROUP);
  }

  /// A new chat that everybody can find and come into. Fails as [#openDirect] does.
  ///
  /// @param kind a channel, or a masked chat
  /// @throws FaultException at once where the title is not fit
  public CompletableFuture<ChatId> createChannel(String title, Chat.Kind kind) {
    return create(title, List.of(), kind);
  }

  private CompletableFuture<ChatId> create(String title, List<UserId> members, Chat.Kind kind) {
    SendId sendId = SendId.create(clock.millis(), random);
    return openChat(new Request.CreateGroup(sendId, title, members, kind));
  }

  /// Comes into a channel or a masked chat. Fails as [#openDirect] does.
  public CompletableFuture<ChatId> join(ChatId channel) {
    SendId sendId = SendId.create(clock.millis(), random);
    return ask(
        new Request.Append(channel, sendId, new Action.AddMembers(List.of(me))),
        Response.Appended.class,
        Response.Appended::chat);
  }

  /// Deletes a chat for everybody in it; for the server's owner. Fails as [#openDirect] does.
  public CompletableFuture<Response.Done> deleteChat(ChatId chat) {
    return ask(new Request.DeleteChat(chat), Response.Done.class, done -> done);
  }

  /// Removes a person from the server; for its owner. Fails as [#openDirect] does.
  public CompletableFuture<Response.Done> deleteUser(UserId user) {
    return ask(new Request.DeleteUser(user), Response.Done.class, done -> done);
  }

  /// What this person asks of the server that changes nothing.
  public Lookups lookups() {
    return lookups;
  }

  /// What this person asks of the server for themselves.
  public OwnAccount account() {
    return account;
  }

  /// Who this person is on the server.
  public UserId me() {
    return me;
  }

  private CompletableFuture<ChatId> openChat(Request request) {
    return ask(
        request,
        Response.ChatOpened.class,
        opened -> {
          state.adopt(opened.chat());
          return opened.chat().chat().id();
        });
  }

  /// Asks, once: what is lost on the way is not asked again. The result is there after the changes
  /// that the answer makes have been told.
  private <R extends Response, T> CompletableFuture<T> ask(
      Request request, Class<R> kind, Function<R, T> result) {
    var asked = new CompletableFuture<T>();
    var handler =
        RpcConnection.ResponseHandler.of(
            (response, refusal) -> {
              if (kind.isInstance(response)) {
                T value = result.apply(kind.cast(response));
                afterTelling.add(() -> asked.complete(value));
              } else if (refusal != null) {
                asked.completeExceptionally(refusal);
              } else if (response != null) {
                asked.completeExceptionally(new FaultException(Fault.INTERNAL));
              } else {
                asked.completeExceptionally(new JoinException(Link.Closing.UNREACHABLE));
              }
            });
    loop.execute(() -> session.connection().call(request, handler));
    return asked;
  }

  /// Tries now instead of waiting for the next try.
  public void reconnectNow() {
    loop.execute(session.connection()::retryNow);
  }

  /// Leaves the server, keeps everything for the next start, and lets go of the store. Waits for
  /// the disk. Calling it again does nothing.
  @Override
  public void close() {
    loop.stop(
        () -> {
          drafts.saveAll();
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
    Optional<LocalStore.Replaced> replaced = store.takeReplaced();
    replaced.ifPresent(it -> state.tell(new Change.StoreReplaced(it.aside(), it.rescued())));
    if (store.takeRecovery() || replaced.isPresent()) {
      housekeeping.recover();
    }
    session.pursue();
    housekeeping.schedule();
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
