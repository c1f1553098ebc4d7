package hearth.server.net;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ByteChannel;
import java.nio.channels.SelectionKey;
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
import org.java_websocket.WebSocketAdapter;
import org.java_websocket.WebSocketImpl;
import org.java_websocket.WebSocketListener;
import org.java_websocket.WebSocketServerFactory;
import org.java_websocket.drafts.Draft;
import org.java_websocket.framing.Framedata;
import org.java_websocket.handshake.ClientHandshake;
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

  private static final Duration HANDSHAKE = Duration.ofSeconds(5);

  /// How long a connection that is being closed may take to read what was sent before.
  private static final Duration FAREWELL = Duration.ofSeconds(5);

  /// How long a peer has to read what was written last.
  private static final Duration LINGER = Duration.ofSeconds(1);

  private static final int BACKLOG = 4_096;

  private final ServerSocketChannel listening;
  private final Function<Channel, Receiver> door;
  private final long bound;
  private final @Nullable SSLContext tls;
  private final Map<WebSocket, Channel> channels = new ConcurrentHashMap<>();
  private final AtomicLong numbers = new AtomicLong();
  private final ScheduledExecutorService timer;

  private Endpoint(
      ServerSocketChannel listening,
      @Nullable ServerKey key,
      long bound,
      Function<Channel, Receiver> door) {
    super(listening);
    this.listening = listening;
    this.bound = bound;
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
  /// @param bound the bytes that may wait for one connection
  /// @param door called for each connection that has shaken hands
  /// @throws IOException where the address cannot be had
  public static Endpoint listen(
      InetSocketAddress address,
      @Nullable ServerKey key,
      long bound,
      Function<Channel, Receiver> door)
      throws IOException {
    ServerSocketChannel listening = ServerSocketChannel.open();
    try {
      listening.socket().setReuseAddress(true);
      listening.bind(address, BACKLOG);
    } catch (IOException refused) {
      listening.close();
      throw refused;
    }
    Endpoint endpoint = new Endpoint(listening, key, bound, door);
    endpoint.setWebSocketFactory(endpoint.new Factory());
    endpoint.setTcpNoDelay(true);
    endpoint.setReuseAddr(true);
    endpoint.setConnectionLostTimeout(0); // the library would ping everybody in one burst
    endpoint.setDaemon(true);
    endpoint.start();
    var _ =
        endpoint.timer.scheduleAtFixedRate(
            new Heartbeat(endpoint.channels.values()), 1, 1, TimeUnit.SECONDS);
    return endpoint;
  }

  /// Where it listens.
  public InetSocketAddress address() {
    return getAddress();
  }

  /// Lets nobody in any more; those inside stay.
  public void stopListening() {
    try {
      listening.close();
    } catch (IOException failed) {
      LOG.warn("The listening socket could not be closed", failed);
    }
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
      channel.open(door.apply(channel));
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

  private void closeLater(SocketChannel socket) {
    if (timer.isShutdown()) {
      close(socket);
    } else {
      later(LINGER, () -> close(socket));
    }
  }

  private static void close(SocketChannel socket) {
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

  /// Makes each connection's parts: our protocol and bounds, our wire, and a time limit for shaking
  /// hands.
  private final class Factory implements WebSocketServerFactory {
    private final List<Draft> drafts = List.of(new StrictDraft());
    private final WebSocketListener listener = new SocketListener(Endpoint.this);

    @Override
    public WebSocketImpl createWebSocket(WebSocketAdapter adapter, Draft draft) {
      return new Socket(listener, drafts);
    }

    @Override
    public WebSocketImpl createWebSocket(WebSocketAdapter adapter, List<Draft> ignored) {
      return new Socket(listener, drafts);
    }

    @Override
    public ByteChannel wrapChannel(SocketChannel socketChannel, SelectionKey key)
        throws IOException {
      Socket socket = (Socket) key.attachment();
      Wire wire = tls == null ? new PlainWire(socketChannel) : TlsWire.server(socketChannel, tls);
      Egress egress = new Egress(socketChannel, wire, key, Endpoint.this::closeLater);
      socket.writesThrough(egress);
      Channel channel =
          new Channel(numbers.incrementAndGet(), socket, egress, bound, Endpoint.this);
      channels.put(socket, channel);
      later(
          HANDSHAKE,
          () -> {
            if (!channel.isOpen()) {
              channels.remove(socket);
              channel.cut();
            }
          });
      return egress;
    }

    @Override
    public void close() {
      // Nothing is shared between connections.
    }
  }
}
