package hearth.client;

import hearth.client.link.Address;
import hearth.client.store.Identity;
import hearth.protocol.Entry;
import hearth.protocol.Frame;
import hearth.protocol.Limits;
import hearth.protocol.Notification;
import hearth.protocol.Request;
import hearth.protocol.Response;
import hearth.protocol.json.Actions;
import hearth.protocol.json.Codec;
import hearth.protocol.json.CodecException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.java_websocket.WebSocket;
import org.java_websocket.drafts.Draft_6455;
import org.java_websocket.handshake.ClientHandshake;
import org.java_websocket.protocols.Protocol;
import org.java_websocket.server.WebSocketServer;

/// Bo's server on a real socket without TLS, as a script plays it. What the script leaves alone is
/// answered honestly.
final class ScriptedServer extends WebSocketServer {
  private final Script script;
  private final CountDownLatch started = new CountDownLatch(1);
  private final AtomicInteger connections = new AtomicInteger();
  private final AtomicInteger requests = new AtomicInteger();
  private volatile int listening;

  /// A lie, or none.
  interface Script {
    /// Plays its part, and says whether that was all about the request.
    boolean plays(Asked asked);
  }

  /// A request that came, and the connection it came on.
  record Asked(WebSocket socket, OptionalLong id, Request request) {
    boolean answer(Response response) {
      socket.send(Codec.encode(new Frame.ResponseFrame(id.orElse(0), response)));
      return true;
    }

    boolean says(String text) {
      socket.send(text);
      return true;
    }

    boolean tells(Notification notification) {
      return says(Codec.encode(new Frame.NotificationFrame(notification)));
    }

    boolean tells(Entry entry) {
      return tells(new Notification.EntryAppended(entry));
    }
  }

  private ScriptedServer(Script script) {
    super(
        new InetSocketAddress(InetAddress.getLoopbackAddress(), 0),
        1,
        List.of(new Draft_6455(List.of(), List.of(new Protocol(Limits.SUBPROTOCOL)))));
    this.script = script;
    setReuseAddr(true);
  }

  static ScriptedServer start(Script script) throws InterruptedException {
    var server = new ScriptedServer(script);
    server.setDaemon(true);
    server.start();
    if (!server.started.await(10, TimeUnit.SECONDS)) {
      throw new AssertionError("the scripted server does not start");
    }
    return server;
  }

  Address address() {
    return new Address("127.0.0.1", listening, true, null);
  }

  Identity identity() {
    return new Identity(Lobby.SERVER, address(), Lobby.ME, "Mira", "secret");
  }

  int connections() {
    return connections.get();
  }

  int requests() {
    return requests.get();
  }

  @Override
  public void onStart() {
    listening = getPort();
    started.countDown();
  }

  @Override
  public void onOpen(WebSocket socket, ClientHandshake handshake) {
    connections.incrementAndGet();
  }

  @Override
  public void onMessage(WebSocket socket, String text) {
    requests.incrementAndGet();
    try {
      if (Codec.decode(text) instanceof Frame.RequestFrame(OptionalLong id, Request request)) {
        var asked = new Asked(socket, id, request);
        if (!script.plays(asked)) {
          honestly(asked);
        }
      }
    } catch (CodecException broken) {
      throw new AssertionError(text, broken);
    }
  }

  private static void honestly(Asked asked) {
    switch (asked.request()) {
      case Request.Hello _ ->
          asked.answer(new Response.Welcome(Lobby.SERVER, Actions.CAPABILITIES, Lobby.EPOCH));
      case Request.Resume _ -> asked.answer(Lobby.resumed(Lobby.lobby(3, 0)));
      case Request.FetchHistory _ -> asked.answer(Lobby.history(1, 3));
      case Request.CatchUp _ -> asked.answer(Lobby.entries());
      case Request.MarkRead _, Request.MarkDelivered _, Request.SetAway _, Request.ShowSign _ -> {
        if (asked.id().isPresent()) {
          asked.answer(new Response.Done());
        }
      }
      case Request.Join _,
          Request.LinkDevice _,
          Request.CreateDeviceCode _,
          Request.ListDevices _,
          Request.RemoveDevice _,
          Request.FetchOverview _,
          Request.Append _,
          Request.OpenDirect _,
          Request.CreateGroup _,
          Request.DeleteChat _,
          Request.DeleteUser _,
          Request.SetName _,
          Request.SetStatus _,
          Request.SetQuiet _,
          Request.SetHidden _,
          Request.SetBlocked _,
          Request.FetchVersions _,
          Request.FetchReceipts _,
          Request.ListChannels _,
          Request.FindTime _,
          Request.CountUnread _ -> {}
    }
  }

  @Override
  public void onClose(WebSocket socket, int code, String reason, boolean remote) {}

  @Override
  public void onError(WebSocket socket, Exception error) {}

  void end() throws InterruptedException {
    stop(1_000);
  }
}
