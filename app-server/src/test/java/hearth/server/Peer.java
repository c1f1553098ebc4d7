package hearth.server;

import static org.assertj.core.api.Assertions.assertThat;

import hearth.protocol.ChatId;
import hearth.protocol.Codec;
import hearth.protocol.CodecException;
import hearth.protocol.Event;
import hearth.protocol.Fault;
import hearth.protocol.FaultException;
import hearth.protocol.Frame;
import hearth.protocol.Limits;
import hearth.protocol.Overview;
import hearth.protocol.Reply;
import hearth.protocol.Request;
import hearth.protocol.SendId;
import hearth.protocol.ServerInfo;
import hearth.protocol.UserId;
import java.net.URI;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
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

/// A client for tests, with nothing between the test and the wire. Safe from any thread.
final class Peer implements AutoCloseable {
  static final ChatId LOBBY = new ChatId(1);

  private static final int PATIENCE_SECONDS = 15;
  private static final SecureRandom RANDOM = new SecureRandom();

  private final Socket socket;
  private final Semaphore reading = new Semaphore(1);
  private final AtomicLong ids = new AtomicLong();
  private final Map<Long, CompletableFuture<Reply>> calls = new ConcurrentHashMap<>();
  private final BlockingQueue<Event> events = new LinkedBlockingQueue<>();
  private final BlockingQueue<Frame.Refusal> refusals = new LinkedBlockingQueue<>();
  private final CompletableFuture<Integer> closeCode = new CompletableFuture<>();
  private volatile Overview overview =
      new Overview(new ServerInfo("not-known", "?"), new UserId(1), List.of(), List.of());
  private volatile Consumer<Event> listener = _ -> {};
  private volatile String token = "";

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

  void join(String name) {
    Reply.Joined joined = (Reply.Joined) call(new Request.Join(name));
    overview = joined.overview();
    token = joined.token();
  }

  void resume(String known) {
    overview = ((Reply.Resumed) call(new Request.Resume(known))).overview();
    token = known;
  }

  boolean isOpen() {
    return socket.isOpen();
  }

  String token() {
    return token;
  }

  Overview overview() {
    return overview;
  }

  UserId me() {
    return overview.me();
  }

  /// Asks and waits for the answer; a refusal is thrown as its `FaultException`.
  Reply call(Request request) {
    try {
      return ask(request).orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS).join();
    } catch (CompletionException failed) {
      throw failed.getCause() instanceof FaultException refused ? refused : failed;
    }
  }

  /// Asks; completed by the answer, the refusal, or the end of the connection.
  CompletableFuture<Reply> ask(Request request) {
    long id = ids.incrementAndGet();
    CompletableFuture<Reply> answer = new CompletableFuture<>();
    calls.put(id, answer);
    send(new Frame.Call(OptionalLong.of(id), request));
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

  Reply.Posted post(String text) {
    return post(LOBBY, text);
  }

  Reply.Posted post(ChatId chat, String text) {
    return (Reply.Posted) call(new Request.PostMessage(chat, sendId(), text));
  }

  void send(Frame frame) {
    sendRaw(Codec.encode(frame));
  }

  void sendRaw(String text) {
    try {
      socket.send(text);
    } catch (WebsocketNotConnectedException _) {
      // Whoever waits for the answer hears of it by the close.
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

  /// Also tells each event from now on to this listener, on the socket's thread.
  void onEvent(Consumer<Event> told) {
    listener = told;
  }

  /// The next event of this kind that fits; others before it are passed over.
  <E extends Event> E await(Class<E> kind, Predicate<E> fits) {
    while (true) {
      Event event = poll(events);
      if (kind.isInstance(event) && fits.test(kind.cast(event))) {
        return kind.cast(event);
      }
    }
  }

  <E extends Event> E await(Class<E> kind) {
    return await(kind, _ -> true);
  }

  /// A refusal of what was sent raw.
  Frame.Refusal awaitStrayRefusal() {
    return poll(refusals);
  }

  List<Frame.Refusal> strayRefusals() {
    return List.copyOf(refusals);
  }

  /// Everything told so far: a call and its answer go and come first, so that what was published
  /// before is here.
  List<Event> eventsUntilNow() {
    call(new Request.SetAway(false));
    List<Event> told = new ArrayList<>();
    events.drainTo(told);
    return told;
  }

  /// The code by which the server closed, or closes, the connection.
  int awaitClosed() {
    return closeCode.orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS).join();
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
    switch (Codec.decode(text)) {
      case Frame.Answer(long id, Reply reply) -> {
        CompletableFuture<Reply> call = calls.remove(id);
        if (call != null) {
          call.complete(reply);
        }
      }
      case Frame.Refusal refusal -> {
        CompletableFuture<Reply> call = calls.remove(refusal.id().orElse(0));
        if (call == null) {
          refusals.add(refusal);
        } else {
          call.completeExceptionally(refusal.why());
        }
      }
      case Frame.Notice(Event event) -> {
        listener.accept(event);
        events.add(event);
      }
      case Frame.Call _ -> throw new AssertionError("a server does not call");
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
