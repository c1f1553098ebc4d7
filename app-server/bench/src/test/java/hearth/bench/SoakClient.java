package hearth.bench;

import hearth.client.link.Address;
import hearth.client.link.Link;
import hearth.client.link.WebSocketLink;
import hearth.protocol.ChatId;
import hearth.protocol.Frame;
import hearth.protocol.Notification;
import hearth.protocol.Request;
import hearth.protocol.Response;
import hearth.protocol.json.Codec;
import hearth.protocol.json.CodecException;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

/// A connection that has joined, with nothing between the soak and the protocol. Safe from any
/// thread.
final class SoakClient implements Link.Listener {
  static final ChatId LOBBY = new ChatId(1);

  private static final int TIMEOUT_SECONDS = 15;

  private final AtomicLong ids = new AtomicLong();
  private final Map<Long, CompletableFuture<Response>> requests = new ConcurrentHashMap<>();
  private final CompletableFuture<Link> open = new CompletableFuture<>();
  private final Consumer<Notification> listener;
  private volatile boolean closed;

  /// @param listener called with every notification, on the connection's thread
  private SoakClient(Consumer<Notification> listener) {
    this.listener = listener;
  }

  /// Connects to a server on this machine, without TLS.
  static SoakClient connect(int port, Consumer<Notification> listener) {
    SoakClient client = new SoakClient(listener);
    WebSocketLink.open(new Address("127.0.0.1", port, true, null), null, client);
    client.open.orTimeout(TIMEOUT_SECONDS, TimeUnit.SECONDS).join();
    return client;
  }

  /// Ends the connection, also one that is not open yet.
  void close() {
    closed = true;
    var _ = open.thenAccept(Link::close);
  }

  boolean isOpen() {
    return !closed;
  }

  /// Sends a request and waits for the answer.
  Response call(Request request) {
    return send(request).orTimeout(TIMEOUT_SECONDS, TimeUnit.SECONDS).join();
  }

  /// Sends a request; completed by the answer, the refusal, or the end of the connection.
  CompletableFuture<Response> send(Request request) {
    long id = ids.incrementAndGet();
    CompletableFuture<Response> answer = new CompletableFuture<>();
    requests.put(id, answer);
    open.join().send(Codec.encode(new Frame.RequestFrame(OptionalLong.of(id), request)));
    if (closed) {
      answer.completeExceptionally(new IllegalStateException("closed"));
    }
    return answer;
  }

  @Override
  public void opened(Link link) {
    open.complete(link);
  }

  @Override
  public void received(Link link, String text) {
    try {
      switch (Codec.decode(text)) {
        case Frame.ResponseFrame(long id, Response response) -> request(id).complete(response);
        case Frame.ErrorFrame refusal ->
            request(refusal.id().orElseThrow()).completeExceptionally(refusal.why());
        case Frame.NotificationFrame(Notification told) -> listener.accept(told);
        case Frame.RequestFrame _, Frame.UnknownFrame _ ->
            throw new AssertionError("the server sent a request");
      }
    } catch (CodecException bad) {
      throw new AssertionError("the server sent " + text, bad);
    }
  }

  private CompletableFuture<Response> request(long id) {
    CompletableFuture<Response> request = requests.remove(id);
    if (request == null) {
      throw new AssertionError("the server answered what was not asked: " + id);
    }
    return request;
  }

  @Override
  public void closed(Link link, Link.Closing why) {
    closed = true;
    IllegalStateException end = new IllegalStateException("closed: " + why);
    open.completeExceptionally(end);
    requests.values().forEach(request -> request.completeExceptionally(end));
  }
}
