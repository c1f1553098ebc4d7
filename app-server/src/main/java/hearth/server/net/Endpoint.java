package hearth.server.net;

import static java.util.Objects.requireNonNull;

import hearth.server.identity.ServerKey;
import hearth.server.metrics.Metrics;
import hearth.server.metrics.Supervision;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import javax.net.ssl.SSLContext;
import org.java_websocket.WebSocket;
import org.java_websocket.WebSocketListener;
import org.java_websocket.framing.Framedata;
import org.java_websocket.handshake.ClientHandshake;
import org.java_websocket.server.WebSocketServer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The server's WebSocket endpoint: listens, and turns the library's callbacks into calls of one
/// [Receiver] per connection.
///
/// Callbacks run on the library's threads: one selector for all connections, and a few workers, one
/// of them assigned to each connection. All other methods are safe from any thread.
public final class Endpoint extends WebSocketServer {
  private static final Logger LOG = LoggerFactory.getLogger(Endpoint.class);

  /// How long a peer has to read what was written last, before its socket is closed.
  private static final Duration LINGER = Duration.ofSeconds(1);

  private static final int BACKLOG = 4_096;

  /// What the system takes for a client that does not read; what is more waits where it is bounded,
  /// and no further page is built. By itself Linux takes four megabytes.
  private static final int SYSTEM_BUFFER = 128 * 1024;

  /// Room for a TLS record, and more than a WebSocket handshake may have.
  private static final int ARRIVED = 20 * 1024;

  private final Function<ClientConnection, Receiver> receivers;
  private final ConnectionLimits limits;
  private final ConnectionLimiter limiter;
  private final Acceptor acceptor;
  private final WebSocketListener listener = new SocketListener(this, this::closedBeforeOpen);
  private final @Nullable SSLContext tls;
  private final TlsHandshakes handshakes;
  private final HostNames hosts;
  private final Map<WebSocket, ClientConnection> connections = new ConcurrentHashMap<>();
  private final NetMetrics metrics;
  private final FullestFirst fullestFirst;
  private final WriteBudget budget;
  private final AtomicLong numbers = new AtomicLong();
  private final ScheduledExecutorService timer;
  private final Thread.UncaughtExceptionHandler failures;
  private final ClientConnection.Owner owner =
      new ClientConnection.Owner() {
        @Override
        public void after(Duration delay, Runnable task) {
          later(delay, task);
        }

        @Override
        public void closing(CloseCode why) {
          metrics.closing(why);
        }
      };
  private volatile @Nullable Selector selector;
  private volatile boolean closing;

  private Endpoint(
      ServerSocketChannel listening,
      @Nullable ServerKey key,
      ConnectionLimits limits,
      HostNames hosts,
      Function<ClientConnection, Receiver> receivers,
      Supervision supervision)
      throws IOException {
    super(listening);
    this.failures = supervision.failures();
    this.metrics = new NetMetrics(supervision.metrics());
    this.fullestFirst = new FullestFirst(connections.values(), metrics.tooMuchUnread);
    this.hosts = hosts;
    this.handshakes = new TlsHandshakes(limits, this::admit, this::handshakeFailed, failures);
    this.limits = limits;
    this.limiter = new ConnectionLimiter(limits.perAddress(), limits.total());
    this.acceptor = new Acceptor(listening, limiter, this::accepted, metrics, failures);
    this.tls = key == null ? null : key.context();
    this.receivers = receivers;
    this.budget = new WriteBudget(limits.allQueuesBytes(), this::relieve);
    this.timer =
        new ScheduledThreadPoolExecutor(
            1,
            Thread.ofPlatform().daemon().name("connection-timer").factory(),
            new ThreadPoolExecutor.DiscardPolicy());
    watch(supervision.metrics());
  }

  private void watch(Metrics all) {
    all.gauge("connections.open", limiter::count);
    all.gauge("bytes.unread", budget::waiting, limits.allQueuesBytes());
    all.gauge("tls.handshakes.open", handshakes::count);
    all.gauge("tls.handshakes.waiting", handshakes::waiting, limits.total() / 2);
  }

  /// Listens from when it returns.
  ///
  /// @param key the server's TLS key; null for connections without TLS
  /// @param limits what connections may use
  /// @param hosts the names by which clients reach this server
  /// @param receivers called for each connection after its handshake
  /// @param supervision told of the end of a thread without which nobody is served any more
  /// @throws IOException if the address cannot be listened on
  public static Endpoint listen(
      InetSocketAddress address,
      @Nullable ServerKey key,
      ConnectionLimits limits,
      HostNames hosts,
      Function<ClientConnection, Receiver> receivers,
      Supervision supervision)
      throws IOException {
    ServerSocketChannel listening = ServerSocketChannel.open();
    try {
      listening.socket().setReuseAddress(true);
      listening.bind(address, BACKLOG);
      Endpoint endpoint = new Endpoint(listening, key, limits, hosts, receivers, supervision);
      endpoint.setReuseAddr(true);
      endpoint.setConnectionLostTimeout(0); // the library would ping all in one burst
      endpoint.setDaemon(true);
      endpoint.start();
      Heartbeat heartbeat = new Heartbeat(endpoint.connections.values(), limits.times());
      long period = heartbeat.period().toMillis();
      var _ = endpoint.timer.scheduleAtFixedRate(heartbeat, period, period, TimeUnit.MILLISECONDS);
      return endpoint;
    } catch (IOException refused) {
      listening.close();
      throw refused;
    }
  }

  /// The address it listens on.
  public InetSocketAddress address() {
    return getAddress();
  }

  /// How many sockets are open.
  int openSockets() {
    return limiter.count();
  }

  /// How many connections are tracked.
  int tracked() {
    return connections.size() + handshakes.count();
  }

  /// How many TLS handshakes wait for their turn.
  int waitingHandshakes() {
    return handshakes.waiting();
  }

  /// Accepts no more connections; open ones stay. The port is free when this returns.
  public void stopListening() {
    acceptor.close();
    handshakes.close();
  }

  /// Called by the library for the first connection. Returning false makes the library stop
  /// accepting, and the [Acceptor] takes over.
  @Override
  protected boolean onConnect(SelectionKey key) {
    selector = key.selector();
    handshakes.start();
    acceptor.start();
    return false;
  }

  private void accepted(SocketChannel channel, InetAddress from) throws IOException {
    channel.configureBlocking(false);
    channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
    channel.setOption(StandardSocketOptions.SO_KEEPALIVE, true);
    channel.setOption(StandardSocketOptions.SO_SNDBUF, SYSTEM_BUFFER);
    AcceptedSocket accepted = new AcceptedSocket(channel, from, System.nanoTime());
    if (tls == null) {
      admit(accepted, new PlainTransport(channel));
    } else {
      handshakes.begin(accepted, TlsTransport.server(channel, tls));
    }
  }

  /// Sets up a connection with our protocol, limits and transport.
  private void admit(AcceptedSocket accepted, Transport transport) throws IOException {
    SocketChannel channel = accepted.channel();
    ServerWebSocket socket =
        new ServerWebSocket(listener, new OpeningHandshake(hosts, metrics.otherHost));
    SelectionKey key = channel.register(requireNonNull(selector), 0, socket);
    WriteQueue writeQueue =
        new WriteQueue(channel, transport, key, delayed -> closeSocket(accepted, delayed), budget);
    socket.setSelectionKey(key);
    socket.setChannel(writeQueue);
    socket.setWriteQueue(writeQueue);
    long number = numbers.incrementAndGet();
    connections.put(
        socket,
        new ClientConnection(
            number, accepted, socket, writeQueue, limits.writeQueueBytes(), owner));
    try {
      allocateBuffers(socket);
      passOnArrived(socket, writeQueue);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
    if (key.isValid()) {
      key.interestOps(SelectionKey.OP_READ);
      key.selector().wakeup();
    }
  }

  /// What came together with the end of the TLS handshake was read from the socket already, so the
  /// selector would not report it.
  private void passOnArrived(ServerWebSocket socket, WriteQueue from) throws InterruptedException {
    if (tls == null) {
      return;
    }
    boolean more = true;
    while (more) {
      ByteBuffer arrived = ByteBuffer.allocate(ARRIVED);
      int count = from.readMore(arrived);
      if (count < 0) {
        socket.eot();
      } else if (count > 0) {
        socket.inQueue.put(arrived.flip());
        queue(socket);
      }
      more = count >= 0 && from.isNeedRead();
    }
  }

  /// The selector's thread. The library ends it after a failure, and says so only in a log.
  @Override
  public void run() {
    Throwable cause = null;
    try {
      super.run();
    } catch (RuntimeException | Error failed) {
      cause = failed;
    }
    if (!closing) {
      failures.uncaughtException(
          Thread.currentThread(), new IllegalStateException("the selector has ended", cause));
    }
  }

  /// Waits until all clients have read what was sent, or the timeout ends; then closes all.
  public void close(Duration timeout) {
    closing = true;
    try {
      long deadline = System.nanoTime() + timeout.toNanos();
      for (ClientConnection connection : connections.values()) {
        connection.awaitWritten(deadline);
      }
      connections.values().forEach(connection -> connection.close(CloseCode.STOPPING));
      stop(Math.toIntExact(timeout.toMillis()));
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
    connections.values().forEach(ClientConnection::disconnect);
    timer.shutdown(); // delayed closing still happens
  }

  @Override
  public void onStart() {
    // Already listening.
  }

  @Override
  public void onOpen(WebSocket socket, ClientHandshake handshake) {
    ClientConnection connection = connections.get(socket);
    if (connection != null) {
      guarded(connection, () -> connection.open(receivers.apply(connection)));
    }
  }

  @Override
  public void onMessage(WebSocket socket, String text) {
    ClientConnection connection = connections.get(socket);
    Receiver receiver = connection == null ? null : connection.receiver();
    if (connection != null && receiver != null) {
      metrics.messages.increment();
      guarded(connection, () -> receiver.received(text));
    }
  }

  @Override
  public void onMessage(WebSocket socket, ByteBuffer bytes) {
    ClientConnection connection = connections.get(socket);
    if (connection != null) {
      connection.close(CloseCode.NOT_TEXT);
    }
  }

  @Override
  public void onWebsocketPing(WebSocket socket, Framedata ping) {
    ClientConnection connection = connections.get(socket);
    if (connection != null) {
      connection.send(Packet.pong(ping.getPayloadData()));
    }
  }

  /// The library calls [#onClose] only after a handshake.
  private void closedBeforeOpen(WebSocket socket) {
    ClientConnection connection = connections.get(socket);
    if (connection != null && !connection.isOpen()) {
      connections.remove(socket);
    }
  }

  @Override
  public void onClose(WebSocket socket, int code, String reason, boolean remote) {
    ClientConnection connection = connections.remove(socket);
    Receiver receiver = connection == null ? null : connection.receiver();
    if (connection != null && receiver != null) {
      connection.closed();
      guarded(connection, receiver::closed);
    }
  }

  @Override
  public void onError(WebSocket socket, Exception failed) {
    ClientConnection connection = socket == null ? null : connections.get(socket);
    LOG.debug(
        "Connection {}: {}", connection == null ? "none" : connection.number(), failed.toString());
  }

  private void handshakeFailed(AcceptedSocket accepted) {
    metrics.handshakeFailed();
    closeSocket(accepted, false);
  }

  private void closeSocket(AcceptedSocket accepted, boolean delayed) {
    Runnable closing =
        () -> {
          Acceptor.close(accepted.channel());
          limiter.release(accepted.from());
        };
    if (delayed && !timer.isShutdown()) {
      later(LINGER, closing);
    } else {
      closing.run();
    }
  }

  private void relieve() {
    later(Duration.ZERO, () -> fullestFirst.relieve(budget));
  }

  private void later(Duration delay, Runnable task) {
    var _ = timer.schedule(task, delay.toMillis(), TimeUnit.MILLISECONDS);
  }

  /// An error thrown into the library would end a thread that serves other connections too.
  private void guarded(ClientConnection connection, Runnable task) {
    try {
      task.run();
    } catch (Throwable failed) {
      metrics.bug(connection.number(), failed);
      connection.close(CloseCode.BUG);
    }
  }
}
