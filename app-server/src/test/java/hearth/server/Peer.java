package hearth.server;

import static org.assertj.core.api.Assertions.assertThat;

import hearth.protocol.Action;
import hearth.protocol.ChatId;
import hearth.protocol.Entry;
import hearth.protocol.Fault;
import hearth.protocol.FaultException;
import hearth.protocol.Frame;
import hearth.protocol.Limits;
import hearth.protocol.Notification;
import hearth.protocol.Notification.EntryAppended;
import hearth.protocol.OverviewPage;
import hearth.protocol.Page;
import hearth.protocol.Request;
import hearth.protocol.Response;
import hearth.protocol.Row;
import hearth.protocol.SendId;
import hearth.protocol.UserId;
import hearth.protocol.json.Codec;
import hearth.protocol.json.CodecException;
import java.net.URI;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.java_websocket.client.WebSocketClient;
import org.java_websocket.drafts.Draft_6455;
import org.java_websocket.exceptions.WebsocketNotConnectedException;
import org.java_websocket.handshake.ServerHandshake;
import org.java_websocket.protocols.Protocol;
import org.jspecify.annotations.Nullable;

/// A client for tests, with nothing between the test and the wire. Safe from any thread.
final class Peer implements AutoCloseable {
  static final ChatId LOBBY = new ChatId(1);

  private static final int PATIENCE_SECONDS = 15;
  private static final SecureRandom RANDOM = new SecureRandom();

  private final Socket socket;
  private final Semaphore reading = new Semaphore(1);
  private final AtomicLong ids = new AtomicLong();
  private final Map<Long, CompletableFuture<Response>> calls = new ConcurrentHashMap<>();
  private final BlockingQueue<Notification> notifications = new LinkedBlockingQueue<>();
  private final BlockingQueue<Frame.ErrorFrame> refusals = new LinkedBlockingQueue<>();
  private final CompletableFuture<Integer> closeCode = new CompletableFuture<>();
  private volatile Consumer<Notification> listener = _ -> {};
  private volatile Consumer<String> wire = _ -> {};
  private volatile String token = "";
  private volatile @Nullable UserId me;
  private volatile Response.@Nullable Resumed resumed;

  private Peer(URI uri, String protocol) {
    socket = new Socket(uri, protocol);
  }

  /// Connects without joining.
  static Peer connect(int port) {
    Peer peer = new Peer(URI.create("ws://127.0.0.1:" + port), Limits.SUBPROTOCOL);
    assertThat(peer.open()).as("connected").isTrue();
    return peer;
  }

  /// A client that offers another subprotocol; connected or not.
  static Peer stranger(int port, String protocol) {
    Peer peer = new Peer(URI.create("ws://127.0.0.1:" + port), protocol);
    peer.open();
    return peer;
  }

  static Peer join(int port, String name) {
    Peer peer = connect(port);
    peer.join(name);
    return peer;
  }

  static Peer resume(int port, String token) {
    Peer peer = connect(port);
    peer.resume(token);
    return peer;
  }

  static SendId sendId() {
    return SendId.create(System.currentTimeMillis(), RANDOM);
  }

  /// A device's secret, as clients make it.
  static String newToken() {
    byte[] bits = new byte[32];
    RANDOM.nextBytes(bits);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bits);
  }

  /// The request by which somebody new joins.
  static Request.Join joinRequest(String name) {
    return new Request.Join(name, newToken());
  }

  void join(String name) {
    join(joinRequest(name));
  }

  void join(Request.Join request) {
    me = ((Response.Joined) call(request)).me();
    token = request.token();
  }

  void resume(String known) {
    Response.Resumed answer = (Response.Resumed) call(new Request.Resume(known));
    resumed = answer;
    me = answer.me();
    token = known;
  }

  boolean isOpen() {
    return socket.isOpen();
  }

  String token() {
    return token;
  }

  /// What was told when this peer resumed.
  Response.Resumed resumed() {
    return Objects.requireNonNull(resumed);
  }

  /// The first page of the overview, as it was when this peer resumed.
  OverviewPage overview() {
    return resumed().overview();
  }

  UserId me() {
    return Objects.requireNonNull(me);
  }

  /// Asks and waits for the answer; a refusal is thrown as its `FaultException`.
  Response call(Request request) {
    try {
      return ask(request).orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS).join();
    } catch (CompletionException failed) {
      throw failed.getCause() instanceof FaultException refused ? refused : failed;
    }
  }

  /// Asks; completed by the answer, the refusal, or the end of the connection.
  CompletableFuture<Response> ask(Request request) {
    long id = ids.incrementAndGet();
    CompletableFuture<Response> answer = new CompletableFuture<>();
    calls.put(id, answer);
    send(new Frame.RequestFrame(OptionalLong.of(id), request));
    if (closeCode.isDone()) {
      answer.completeExceptionally(new IllegalStateException("closed"));
    }
    return answer;
  }

  Fault refused(Request request) {
    try {
      throw new AssertionError("answered with " + call(request));
    } catch (FaultException refused) {
      return refused.fault();
    }
  }

  Response.Appended post(String text) {
    return post(LOBBY, text);
  }

  Response.Appended post(ChatId chat, String text) {
    return append(chat, Action.Post.text(text));
  }

  /// Appends to the lobby.
  Response.Appended append(Action action) {
    return append(LOBBY, action);
  }

  Response.Appended append(ChatId chat, Action action) {
    return append(request(chat, action));
  }

  Response.Appended append(Request.Append request) {
    return (Response.Appended) call(request);
  }

  /// A request with a `sendId` of its own.
  static Request.Append request(ChatId chat, Action action) {
    return new Request.Append(chat, sendId(), action);
  }

  static Request.Append postRequest(String text) {
    return request(LOBBY, Action.Post.text(text));
  }

  /// The lobby's entries after a seq, at most a page of them.
  List<Entry> catchUp(long after) {
    return ((Response.Entries) call(new Request.CatchUp(LOBBY, after, null))).entries();
  }

  /// A page of the lobby's rows.
  Page history(Request.Side side, long seq, int limit) {
    return ((Response.History) call(new Request.FetchHistory(LOBBY, side, seq, limit))).page();
  }

  /// A row of the lobby as it is now.
  Row row(long seq) {
    return history(Request.Side.AROUND, seq, 1).rows().getFirst();
  }

  void send(Frame frame) {
    sendRaw(Codec.encode(frame));
  }

  void sendRaw(String text) {
    try {
      socket.send(text);
    } catch (WebsocketNotConnectedException _) {
      // The one that waits for the answer hears of it by the close.
    }
  }

  void sendBytes(byte[] bytes) {
    socket.send(bytes);
  }

  void ping() {
    socket.sendPing();
  }

  /// From now on takes nothing from the socket, so that the server's side fills up.
  void stopReading() {
    reading.acquireUninterruptibly();
  }

  void goOnReading() {
    reading.release();
  }

  /// Also tells each notification from now on to this listener, on the socket's thread.
  void onNotification(Consumer<Notification> told) {
    listener = told;
  }

  /// Also tells all that the server sends from now on, as it stands on the wire.
  void onText(Consumer<String> told) {
    wire = told;
  }

  /// The next notification of this kind that fits; others before it are passed over.
  <E extends Notification> E await(Class<E> kind, Predicate<E> fits) {
    while (true) {
      Notification notification = poll(notifications);
      if (kind.isInstance(notification) && fits.test(kind.cast(notification))) {
        return kind.cast(notification);
      }
    }
  }

  <E extends Notification> E await(Class<E> kind) {
    return await(kind, _ -> true);
  }

  /// The next entry with an action of this kind; what comes before it is passed over.
  Entry awaitEntry(Class<? extends Action> kind) {
    return await(EntryAppended.class, told -> kind.isInstance(told.entry().action())).entry();
  }

  /// The next message.
  Entry awaitPost() {
    return awaitEntry(Action.Post.class);
  }

  /// A refusal of what was sent raw.
  Frame.ErrorFrame awaitStrayRefusal() {
    return poll(refusals);
  }

  List<Frame.ErrorFrame> strayRefusals() {
    return List.copyOf(refusals);
  }

  /// Everything told so far: a call and its answer go and come first, so that what was published
  /// before is here.
  List<Notification> toldUntilNow() {
    call(new Request.SetAway(false));
    List<Notification> told = new ArrayList<>();
    notifications.drainTo(told);
    return told;
  }

  /// The entries among that.
  List<Entry> entriesUntilNow() {
    return toldUntilNow().stream()
        .filter(EntryAppended.class::isInstance)
        .map(told -> ((EntryAppended) told).entry())
        .toList();
  }

  /// The code by which the server closed, or closes, the connection.
  int awaitClosed() {
    return closeCode.orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS).join();
  }

  /// Ends the connection without a word, with what came and was not read.
  void cut() {
    socket.closeConnection(1006, "");
    goOnReading();
  }

  @Override
  public void close() {
    try {
      socket.closeBlocking();
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private boolean open() {
    try {
      return socket.connectBlocking(PATIENCE_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private static <T> T poll(BlockingQueue<T> queue) {
    try {
      T next = queue.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
      if (next == null) {
        throw new AssertionError("nothing came");
      }
      return next;
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(interrupted);
    }
  }

  private void received(String text) throws CodecException {
    wire.accept(text);
    switch (Codec.decode(text)) {
      case Frame.ResponseFrame(long id, Response response) -> {
        CompletableFuture<Response> call = calls.remove(id);
        if (call != null) {
          call.complete(response);
        }
      }
      case Frame.ErrorFrame refusal -> {
        CompletableFuture<Response> call = calls.remove(refusal.id().orElse(0));
        if (call == null) {
          refusals.add(refusal);
        } else {
          call.completeExceptionally(refusal.why());
        }
      }
      case Frame.NotificationFrame(Notification notification) -> {
        listener.accept(notification);
        notifications.add(notification);
      }
      case Frame.RequestFrame _, Frame.UnknownFrame _ ->
          throw new AssertionError("a server does not send " + text);
    }
  }

  private final class Socket extends WebSocketClient {
    Socket(URI uri, String protocol) {
      super(
          uri, new Draft_6455(List.of(), List.of(new Protocol(protocol)), Limits.FRAME_TO_CLIENT));
      setTcpNoDelay(true);
      setConnectionLostTimeout(0);
      setDaemon(true);
    }

    @Override
    public void onOpen(ServerHandshake handshake) {}

    @Override
    public void onMessage(String text) {
      reading.acquireUninterruptibly();
      reading.release();
      try {
        received(text);
      } catch (CodecException bad) {
        throw new AssertionError("the server sent " + text, bad);
      }
    }

    @Override
    public void onClose(int code, String reason, boolean remote) {
      closeCode.complete(code);
      calls.values().forEach(c -> c.completeExceptionally(new IllegalStateException("closed")));
    }

    @Override
    public void onError(Exception failed) {
      // The close that follows is what tests look at.
    }
  }
}
