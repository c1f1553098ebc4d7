package hearth.server;

import hearth.protocol.FaultException;
import hearth.protocol.ServerInfo;
import hearth.server.StartException.Reason;
import hearth.server.chat.BlockingTasks;
import hearth.server.chat.ConnectionHandler;
import hearth.server.chat.Dispatcher;
import hearth.server.chat.Publisher;
import hearth.server.config.Durability;
import hearth.server.config.Encryption;
import hearth.server.config.ServerConfig;
import hearth.server.identity.ServerKey;
import hearth.server.net.ConnectionLimits;
import hearth.server.net.Endpoint;
import hearth.server.policy.RateLimiter;
import hearth.server.store.DataFolder;
import hearth.server.store.Store;
import hearth.server.store.StoreUnusableException;
import hearth.server.store.sqlite.SqliteStore;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A running server. A process may run several: one after another on the same data, or at the same
/// time on different data.
///
/// Safe from any thread.
public final class HearthServer implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(HearthServer.class);

  /// How long a stopping server waits for its clients to read what was sent.
  private static final Duration CLOSE_TIMEOUT = Duration.ofSeconds(3);

  private final ServerInfo info;
  private final InetSocketAddress address;
  private final Deque<Runnable> parts;
  private final CountDownLatch closed = new CountDownLatch(1);

  private HearthServer(ServerInfo info, InetSocketAddress address, Deque<Runnable> parts) {
    this.info = info;
    this.address = address;
    this.parts = parts;
  }

  /// Starts a server. It listens when this returns.
  ///
  /// @throws StartException with a sentence for a person; nothing is left running
  public static HearthServer start(ServerConfig config) throws StartException {
    return start(config, InstantSource.system());
  }

  /// Starts a server with the given clock.
  static HearthServer start(ServerConfig config, InstantSource clock) throws StartException {
    // How to stop what has been started, in reverse order.
    Deque<Runnable> parts = new ArrayDeque<>();
    try {
      return start(config, clock, parts);
    } catch (StartException | RuntimeException failed) {
      stop(parts);
      throw failed;
    }
  }

  private static HearthServer start(ServerConfig config, InstantSource clock, Deque<Runnable> parts)
      throws StartException {
    String name = checkedName(config.name());
    InetSocketAddress wanted = ListenAddress.address(config);

    Publisher publisher = new Publisher();
    parts.push(publisher::close);
    DataFolder folder = lockFolder(config, parts);
    // The key and the store take most of the start, so they are read in parallel.
    var reading = new FutureTask<>(() -> readKey(config.encryption(), folder));
    Thread.ofPlatform().daemon().name("key").start(reading);
    Store store = openStore(folder, config, publisher, clock, parts);
    ServerKey key = await(reading);
    ServerInfo info = new ServerInfo(key.fingerprint(), name);
    BlockingTasks blocking = new BlockingTasks();
    RateLimiter limiter = new RateLimiter(config.capacity().rates(), System::nanoTime);
    Dispatcher dispatcher = new Dispatcher(info, store, publisher, blocking, limiter, clock);
    try {
      boolean plain = config.encryption() instanceof Encryption.None;
      Endpoint endpoint =
          Endpoint.listen(
              wanted,
              plain ? null : key,
              ConnectionLimits.of(
                  config.capacity().writeQueueBytes(), config.capacity().connectionsOfAddress()),
              connection -> new ConnectionHandler(connection, dispatcher));
      // In reverse: accept no connections, accept no requests, commit and answer the waiting ones,
      // close the connections.
      parts.push(() -> endpoint.close(CLOSE_TIMEOUT));
      parts.push(publisher::close);
      parts.push(blocking::close);
      parts.push(publisher::flush);
      parts.push(store::drain);
      parts.push(dispatcher::stop);
      parts.push(endpoint::stopListening);
      return new HearthServer(info, endpoint.address(), parts);
    } catch (IOException refused) {
      throw ListenAddress.refusal(wanted, refused);
    }
  }

  private static DataFolder lockFolder(ServerConfig config, Deque<Runnable> parts)
      throws StartException {
    try {
      DataFolder folder = DataFolder.lock(config.data());
      parts.push(folder::close);
      return folder;
    } catch (StoreUnusableException unusable) {
      throw new StartException(reason(unusable.why()), unusable.getMessage() + ".");
    }
  }

  /// A server without TLS has a key too: clients identify it by the key.
  private static ServerKey await(FutureTask<ServerKey> reading) throws StartException {
    try {
      return reading.get();
    } catch (ExecutionException failed) {
      if (failed.getCause() instanceof StartException refused) {
        throw refused;
      }
      throw new IllegalStateException(failed.getCause());
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted during the start", interrupted);
    }
  }

  private static ServerKey readKey(Encryption encryption, DataFolder folder) throws StartException {
    try {
      return switch (encryption) {
        case Encryption.Files(Path certificate, Path key) -> ServerKey.ofFiles(certificate, key);
        case Encryption.OwnKey(), Encryption.None() -> ServerKey.ofFolder(folder.keys());
      };
    } catch (IOException invalid) {
      throw new StartException(
          Reason.KEY_UNFIT, "The server's key cannot be used: " + invalid.getMessage() + ".");
    }
  }

  private static Store openStore(
      DataFolder folder,
      ServerConfig config,
      Publisher publisher,
      InstantSource clock,
      Deque<Runnable> parts)
      throws StartException {
    try {
      Store store =
          SqliteStore.open(
              folder.database(),
              config.durability() == Durability.FULL,
              publisher::put,
              config.capacity().commitQueue(),
              clock);
      parts.push(store::close);
      return store;
    } catch (StoreUnusableException unusable) {
      throw new StartException(reason(unusable.why()), unusable.getMessage() + ".");
    }
  }

  private static Reason reason(StoreUnusableException.Why why) {
    return switch (why) {
      case LOCKED -> Reason.DATA_LOCKED;
      case NOT_WRITABLE -> Reason.DATA_NOT_WRITABLE;
      case DAMAGED -> Reason.DATA_DAMAGED;
      case NOT_OURS -> Reason.DATA_NOT_OURS;
      case TOO_NEW -> Reason.DATA_TOO_NEW;
    };
  }

  private static String checkedName(String name) throws StartException {
    try {
      return ServerInfo.checkedName(name);
    } catch (FaultException invalid) {
      throw new StartException(
          Reason.NAME_UNFIT, "The server name cannot be used: " + invalid.sentence());
    }
  }

  /// The server's name and key fingerprint.
  public ServerInfo info() {
    return info;
  }

  /// The address it listens on, with the actual port.
  public InetSocketAddress address() {
    return address;
  }

  public int port() {
    return address.getPort();
  }

  /// The addresses by which others can join, best first.
  public List<String> joinAddresses() {
    return JoinAddresses.of(address);
  }

  /// Accepts no more connections, answers the waiting requests, and closes every connection.
  /// Returns when another server can use the data. Another call only waits for that.
  @Override
  public void close() {
    synchronized (parts) {
      stop(parts);
    }
    closed.countDown();
  }

  /// A part that fails to stop must not keep the others running.
  private static void stop(Deque<Runnable> parts) {
    while (!parts.isEmpty()) {
      try {
        parts.pop().run();
      } catch (RuntimeException failed) {
        LOG.error("A part of the server failed to stop", failed);
      }
    }
  }

  /// Waits until the server is closed.
  public void awaitClosed() throws InterruptedException {
    closed.await();
  }
}
