package hearth.server.net;

import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.util.function.Consumer;
import org.java_websocket.WebSocket;
import org.java_websocket.WebSocketListener;
import org.java_websocket.drafts.Draft;
import org.java_websocket.exceptions.InvalidDataException;
import org.java_websocket.framing.Framedata;
import org.java_websocket.framing.PingFrame;
import org.java_websocket.handshake.ClientHandshake;
import org.java_websocket.handshake.Handshakedata;
import org.java_websocket.handshake.ServerHandshake;
import org.java_websocket.handshake.ServerHandshakeBuilder;
import org.java_websocket.server.WebSocketServer;

/// Forwards the library's callbacks to its server, except the request to write: the library would
/// leave that to the selector, and here it is done at once. Called by the library's threads.
final class SocketListener implements WebSocketListener {
  private final WebSocketServer server;
  private final Consumer<WebSocket> closed;

  /// Forwards to a server.
  ///
  /// @param closed told of every end before the server, which calls `onClose` only after a
  ///   handshake
  SocketListener(WebSocketServer server, Consumer<WebSocket> closed) {
    this.server = server;
    this.closed = closed;
  }

  @Override
  public void onWriteDemand(WebSocket connection) {
    if (connection instanceof ServerWebSocket socket && socket.moveOutput()) {
      server.onWriteDemand(connection); // the selector closes it when all is written
    }
  }

  @Override
  public ServerHandshakeBuilder onWebsocketHandshakeReceivedAsServer(
      WebSocket connection, Draft draft, ClientHandshake request) throws InvalidDataException {
    return server.onWebsocketHandshakeReceivedAsServer(connection, draft, request);
  }

  @Override
  public void onWebsocketHandshakeReceivedAsClient(
      WebSocket connection, ClientHandshake request, ServerHandshake response)
      throws InvalidDataException {
    server.onWebsocketHandshakeReceivedAsClient(connection, request, response);
  }

  @Override
  public void onWebsocketHandshakeSentAsClient(WebSocket connection, ClientHandshake request)
      throws InvalidDataException {
    server.onWebsocketHandshakeSentAsClient(connection, request);
  }

  @Override
  public void onWebsocketMessage(WebSocket connection, String message) {
    server.onWebsocketMessage(connection, message);
  }

  @Override
  public void onWebsocketMessage(WebSocket connection, ByteBuffer message) {
    server.onWebsocketMessage(connection, message);
  }

  @Override
  public void onWebsocketOpen(WebSocket connection, Handshakedata handshake) {
    server.onWebsocketOpen(connection, handshake);
  }

  @Override
  public void onWebsocketClose(WebSocket connection, int code, String reason, boolean remote) {
    closed.accept(connection);
    server.onWebsocketClose(connection, code, reason, remote);
  }

  @Override
  public void onWebsocketClosing(WebSocket connection, int code, String reason, boolean remote) {
    server.onWebsocketClosing(connection, code, reason, remote);
  }

  @Override
  public void onWebsocketCloseInitiated(WebSocket connection, int code, String reason) {
    server.onWebsocketCloseInitiated(connection, code, reason);
  }

  @Override
  public void onWebsocketError(WebSocket connection, Exception failed) {
    server.onWebsocketError(connection, failed);
  }

  @Override
  public void onWebsocketPing(WebSocket connection, Framedata frame) {
    server.onWebsocketPing(connection, frame);
  }

  @Override
  public PingFrame onPreparePing(WebSocket connection) {
    return server.onPreparePing(connection);
  }

  @Override
  public void onWebsocketPong(WebSocket connection, Framedata frame) {
    server.onWebsocketPong(connection, frame);
  }

  @Override
  public InetSocketAddress getLocalSocketAddress(WebSocket connection) {
    return server.getLocalSocketAddress(connection);
  }

  @Override
  public InetSocketAddress getRemoteSocketAddress(WebSocket connection) {
    return server.getRemoteSocketAddress(connection);
  }
}
