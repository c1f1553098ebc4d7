package hearth.server;

import hearth.protocol.ChatOverview;
import hearth.protocol.Frame;
import hearth.protocol.Notification.EntryAppended;
import hearth.protocol.OverviewPage;
import hearth.protocol.Request;
import hearth.server.config.Encryption;
import hearth.server.config.ServerConfig;
import hearth.server.policy.RateLimits;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.UnaryOperator;

/// A server on a free port with its data in a test's folder, and the peers that the test connects.
/// Confined to the test's thread.
final class ServerFixture implements AutoCloseable {
  private final ServerConfig config;
  private final List<Peer> peers = new ArrayList<>();
  private HearthServer server;

  ServerFixture(Path data) throws StartException {
    this(data, config -> config);
  }

  ServerFixture(Path data, UnaryOperator<ServerConfig> change) throws StartException {
    config = change.apply(config(data));
    server = HearthServer.start(config);
  }

  static ServerConfig config(Path data) {
    return new ServerConfig(data, "Workshop")
        .withBind("127.0.0.1")
        .withPort(0)
        .with(new Encryption.None())
        .with(RateLimits.NONE);
  }

  HearthServer server() {
    return server;
  }

  int port() {
    return server.port();
  }

  void restart() throws StartException {
    server.close();
    server = HearthServer.start(config);
  }

  Peer join(String name) {
    return keep(Peer.join(port(), name));
  }

  Peer resume(String token) {
    return keep(Peer.resume(port(), token));
  }

  Peer connect() {
    return keep(Peer.connect(port()));
  }

  /// Asks on a connection that ends before the answer is read, though the server has done it.
  ///
  /// @param witness hears what is done
  void askAndLoseTheAnswer(Peer person, Request.Append request, Peer witness) {
    Peer lost = resume(person.token());
    lost.stopReading();
    lost.send(new Frame.RequestFrame(OptionalLong.of(1_000), request));
    witness.await(EntryAppended.class, told -> request.sendId().equals(told.entry().sendId()));
    lost.cut();
  }

  /// Asks for something that a witness hears of: what was asked before has begun then.
  void askAndHear(Peer person, Peer witness) {
    Request.Append post = Peer.postRequest("witness");
    person.send(new Frame.RequestFrame(OptionalLong.of(2_000_000), post));
    witness.await(EntryAppended.class, told -> post.sendId().equals(told.entry().sendId()));
  }

  /// The first page of what a person is told on resuming now.
  OverviewPage overview(Peer person) {
    try (Peer another = Peer.resume(port(), person.token())) {
      return another.overview();
    }
  }

  /// The lobby as a person is told it on resuming now.
  ChatOverview lobby(Peer person) {
    return overview(person).chats().getFirst();
  }

  private Peer keep(Peer peer) {
    peers.add(peer);
    return peer;
  }

  @Override
  public void close() {
    peers.forEach(Peer::close);
    server.close();
  }
}
