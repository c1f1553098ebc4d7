package hearth.client.link;

import hearth.protocol.Limits;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLParameters;
import org.java_websocket.WebSocket;
import org.java_websocket.WebSocketImpl;
import org.java_websocket.client.WebSocketClient;
import org.java_websocket.exceptions.WebsocketNotConnectedException;
import org.java_websocket.framing.CloseFrame;
import org.java_websocket.framing.Framedata;
import org.java_websocket.handshake.ServerHandshake;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A link on Java-WebSocket. Safe from any thread; the listener is called on the library's reading
/// thread, and [Link.Listener#closed] on the thread that closed the link.
public final class WebSocketLink implements Link {
  private static final Logger log = LoggerFactory.getLogger(WebSocketLink.class);

  /// How long connecting, and then the handshake, may take, in milliseconds.
  private static final int CONNECT_MILLIS = 4_000;

  /// A server that is silent for 1.5 times as long counts as lost, in seconds.
  private static final int LOST_SECONDS = 10;

  /// Frames that wait to be sent over which a ping is not answered: who asks and does not read gets
  /// no more.
  private static final int PONGS = 256;

  private final PinnedKey pin;
  private final Socket socket;

  private WebSocketLink(Address address, @Nullable String key, Listener listener) {
    pin = new PinnedKey(key);
    socket = new Socket(address, listener);
    if (!address.plain()) {
      socket.setSocketFactory(pin.sockets());
    }
  }

  /// The [Link.Connector] of the network.
  public static Link open(Address address, @Nullable String key, Listener listener) {
    var link = new WebSocketLink(address, key, listener);
    link.socket.connect();
    CompletableFuture.delayedExecutor(2L * CONNECT_MILLIS, TimeUnit.MILLISECONDS)
        .execute(link.socket::giveUpUnlessOpen);
    return link;
  }

  @Override
  public void send(String text) {
    try {
      socket.send(text);
    } catch (WebsocketNotConnectedException gone) {
      log.debug("not sent, the connection is closed"); // onClose tells the listener
    }
  }

  @Override
  public @Nullable String serverKey() {
    return pin.shown();
  }

  @Override
  public void close() {
    socket.left = true;
    socket.close(CloseFrame.NORMAL);
  }

  private final class Socket extends WebSocketClient {
    private final Listener listener;
    private volatile boolean opened;
    private volatile boolean left;
    private volatile boolean silent;

    Socket(Address address, Listener listener) {
      super(address.uri(), new ClientDraft(), Map.of(), CONNECT_MILLIS);
      this.listener = listener;
      setTcpNoDelay(true);
      setConnectionLostTimeout(LOST_SECONDS);
    }

    /// The key is checked instead of the host name, which may change.
    @Override
    protected void onSetSSLParameters(SSLParameters parameters) {
      parameters.setEndpointIdentificationAlgorithm("");
    }

    void giveUpUnlessOpen() {
      if (!opened) {
        silent = true;
        closeConnection(CloseFrame.NEVER_CONNECTED, "no handshake in time");
      }
    }

    @Override
    public void onOpen(ServerHandshake handshake) {
      opened = true;
      listener.opened(WebSocketLink.this);
    }

    @Override
    public void onMessage(String text) {
      listener.received(WebSocketLink.this, text);
    }

    @Override
    public void onClose(int code, String reason, boolean remote) {
      listener.closed(WebSocketLink.this, why(code, remote));
    }

    @Override
    public void onError(Exception error) {
      log.debug("connection: {}", error.toString()); // onClose follows with the reason
    }

    @Override
    public void onWebsocketPing(WebSocket socket, Framedata frame) {
      if (!(socket instanceof WebSocketImpl queued) || queued.outQueue.size() < PONGS) {
        super.onWebsocketPing(socket, frame);
      }
    }

    private Closing why(int code, boolean remote) {
      if (left) {
        return Closing.LEFT;
      }
      if (pin.refused()) {
        return Closing.OTHER_KEY;
      }
      if (!opened) {
        java.net.Socket tcp = getSocket();
        boolean reached = tcp != null && tcp.isConnected();
        return !reached ? Closing.UNREACHABLE : silent ? Closing.SILENT : Closing.NOT_HEARTH;
      }
      return switch (code) {
        case Limits.CLOSE_TOO_SLOW -> Closing.TOO_SLOW;
        case CloseFrame.PROTOCOL_ERROR,
            CloseFrame.REFUSE,
            CloseFrame.NO_UTF8,
            CloseFrame.TOOBIG,
            CloseFrame.UNEXPECTED_CONDITION ->
            remote ? Closing.LOST : Closing.BREACH;
        default -> Closing.LOST;
      };
    }
  }
}
