package hearth.server.net;

import static java.util.Objects.requireNonNull;

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
import java.util.List;
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
import org.java_websocket.drafts.Draft;
import org.java_websocket.exceptions.InvalidDataException;
import org.java_websocket.framing.CloseFrame;
import org.java_websocket.framing.Framedata;
import org.java_websocket.handshake.ClientHandshake;
import org.java_websocket.handshake.ServerHandshakeBuilder;
import org.java_websocket.server.WebSocketServer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Listens, and turns what the WebSocket library reports into calls of one [Receiver] a connection.
///
/// Its callbacks run on the library's threads: one selector for all connections, and a few workers
/// of which each connection has one. Its own methods are safe from any thread.
public final class Endpoint extends WebSocketServer {
  private static final Logger LOG = LoggerFactory.getLogger(Endpoint.class);

  /// How long a connection that is being closed may take to read what was sent before.
  private static final Duration FAREWELL = Duration.ofSeconds(5);

  /// How long a peer has to read what was written last.
  private static final Duration LINGER = Duration.ofSeconds(1);

  private static final int BACKLOG = 4_096;

  private final Function<Channel, Receiver> door;
  private final Bounds bounds;
  private final Gate gate;
  private final Acceptor acceptor;
  private final WebSocketListener listener = new SocketListener(this);
  private final List<Draft> drafts = List.of(new StrictDraft());
  private final @Nullable SSLContext tls;
  private final Map<WebSocket, Channel> channels = new ConcurrentHashMap<>();
  private final AtomicLong numbers = new AtomicLong();
  private final ScheduledExecutorService timer;
  private volatile @Nullable Selector selector;

  private Endpoint(
      ServerSocketChannel listening,
      @Nullable ServerKey key,
      Bounds bounds,
      Function<Channel, Receiver> door)
      throws IOException {
    super(listening);
    this.bounds = bounds;
    this.gate = new Gate(bounds.perAddress(), bounds.total());
    this.acceptor = new Acceptor(listening, gate, this::cross);
    this.tls = key == null ? null : key.context();
    this.door = door;
    this.timer =
        new ScheduledThreadPoolExecutor(
            1,
            Thread.ofPlatform().daemon().name("connection-timer").factory(),
            new ThreadPoolExecutor.DiscardPolicy());
  }

  /// Listens from when it returns.
  ///
  /// @param key by which the server is known in TLS; null for connections without
  /// @param bounds what connections may take up
  /// @param door called for each connection that has shaken hands
  /// @throws IOException where the address cannot be had
  public static Endpoint listen(
      InetSocketAddress address,
      @Nullable ServerKey key,
      Bounds bounds,
      Function<Channel, Receiver> door)
      throws IOException {
    ServerSocketChannel listening = ServerSocketChannel.open();
    try {
      listening.socket().setReuseAddress(true);
      listening.bind(address, BACKLOG);
      Endpoint endpoint = new Endpoint(listening, key, bounds, door);
      endpoint.setReuseAddr(true);
      endpoint.setConnectionLostTimeout(0); // the library would ping everybody in one burst
      endpoint.setDaemon(true);
      endpoint.start();
      Heartbeat heartbeat = new Heartbeat(endpoint.channels.values(), bounds);
      long period = heartbeat.period().toMillis();
      var _ = endpoint.timer.scheduleAtFixedRate(heartbeat, period, period, TimeUnit.MILLISECONDS);
      return endpoint;
    } catch (IOException refused) {
      listening.close();
      throw refused;
    }
  }

  /// Where it listens.
  public InetSocketAddress address() {
    return getAddress();
  }

  /// How many sockets are open.
  int connections() {
    return gate.count();
  }

  /// How many connections are kept in mind.
  int known() {
    return channels.size();
  }

  /// Lets nobody in any more; those inside stay. The port is free when this returns.
  public void stopListening() {
    acceptor.close();
  }

  /// The library asks this when the first connection comes. From then on the [Acceptor] accepts: a
  /// no has the library never ask again.
  @Override
  protected boolean onConnect(SelectionKey key) {
    selector = key.selector();
    acceptor.start();
    return false;
  }

  /// Makes a connection's parts: our protocol and bounds, our wire.
  private void cross(SocketChannel channel, InetAddress from) throws IOException {
    channel.configureBlocking(false);
    channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
    channel.setOption(StandardSocketOptions.SO_KEEPALIVE, true);
    Wire wire = tls == null ? new PlainWire(channel) : TlsWire.server(channel, tls);
    Socket socket = new Socket(listener, drafts);
    SelectionKey key = channel.register(requireNonNull(selector), 0, socket);
    Egress egress = new Egress(channel, wire, key, soon -> part(channel, from, soon));
    socket.setSelectionKey(key);
    socket.setChannel(egress);
    socket.writesThrough(egress);
    long number = numbers.incrementAndGet();
    channels.put(socket, new Channel(number, from, socket, egress, bounds.egressBytes(), this));
    try {
      allocateBuffers(socket);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
    key.interestOps(SelectionKey.OP_READ);
    key.selector().wakeup();
  }

  /// Waits until everybody has taken what was sent, or the patience ends; then closes all.
  public void close(Duration patience) {
    try {
      long deadline = System.nanoTime() + patience.toNanos();
      for (Channel channel : channels.values()) {
        channel.awaitWritten(deadline);
      }
      channels.values().forEach(channel -> channel.close(CloseCode.STOPPING));
      stop(Math.toIntExact(patience.toMillis()));
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
    channels.values().forEach(Channel::cut);
    timer.shutdown(); // what is to be closed a moment later still will be
  }

  @Override
  public void onStart() {
    // Listening began before.
  }

  @Override
  public void onOpen(WebSocket socket, ClientHandshake handshake) {
    Channel channel = channels.get(socket);
    if (channel != null) {
      guarded(channel, () -> channel.open(door.apply(channel)));
    }
  }

  @Override
  public void onMessage(WebSocket socket, String text) {
    Channel channel = channels.get(socket);
    Receiver receiver = channel == null ? null : channel.receiver();
    if (channel != null && receiver != null) {
      guarded(channel, () -> receiver.received(text));
    }
  }

  @Override
  public void onMessage(WebSocket socket, ByteBuffer bytes) {
    Channel channel = channels.get(socket);
    if (channel != null) {
      channel.close(CloseCode.NOT_TEXT);
    }
  }

  @Override
  public void onWebsocketPing(WebSocket socket, Framedata ping) {
    Channel channel = channels.get(socket);
    if (channel != null) {
      channel.send(Packet.pong(ping.getPayloadData()));
    }
  }

  @Override
  public ServerHandshakeBuilder onWebsocketHandshakeReceivedAsServer(
      WebSocket socket, Draft draft, ClientHandshake request) throws InvalidDataException {
    if (!Origins.fits(request.getFieldValue("Origin"), request.getFieldValue("Host"))) {
      throw new InvalidDataException(CloseFrame.POLICY_VALIDATION, "a page of elsewhere");
    }
    return super.onWebsocketHandshakeReceivedAsServer(socket, draft, request);
  }

  /// The library tells [#onClose] of those alone that had shaken hands.
  void gone(WebSocket socket) {
    Channel channel = channels.get(socket);
    if (channel != null && !channel.isOpen()) {
      channels.remove(socket);
    }
  }

  @Override
  public void onClose(WebSocket socket, int code, String reason, boolean remote) {
    Channel channel = channels.remove(socket);
    Receiver receiver = channel == null ? null : channel.receiver();
    if (channel != null && receiver != null) {
      channel.ended();
      guarded(channel, receiver::closed);
    }
  }

  @Override
  public void onError(WebSocket socket, Exception failed) {
    Channel channel = socket == null ? null : channels.get(socket);
    LOG.debug("Connection {}: {}", channel == null ? "none" : channel.number(), failed.toString());
  }

  /// Sees to it that a connection which was told to close does so, even if nobody reads.
  void cutLater(Channel channel) {
    later(FAREWELL, channel::cut);
  }

  /// Closes a connection that broke while it was written to.
  void cutSoon(Channel channel) {
    later(Duration.ZERO, channel::cut);
  }

  private void part(SocketChannel socket, InetAddress from, boolean inAMoment) {
    Runnable parting =
        () -> {
          close(socket);
          gate.leave(from);
        };
    if (inAMoment && !timer.isShutdown()) {
      later(LINGER, parting);
    } else {
      parting.run();
    }
  }

  static void close(SocketChannel socket) {
    try {
      socket.close();
    } catch (IOException failed) {
      LOG.debug("A socket could not be closed: {}", failed.getMessage());
    }
  }

  private void later(Duration delay, Runnable task) {
    var _ = timer.schedule(task, delay.toMillis(), TimeUnit.MILLISECONDS);
  }

  /// An error thrown into the library would end a thread that serves many connections.
  private static void guarded(Channel channel, Runnable task) {
    try {
      task.run();
    } catch (Throwable failed) {
      LOG.error("Connection {} met a bug", channel.number(), failed);
      channel.close(CloseCode.BUG);
    }
  }
}
