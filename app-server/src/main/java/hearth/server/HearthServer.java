package hearth.server;

import hearth.protocol.FaultException;
import hearth.protocol.ServerInfo;
import hearth.server.StartException.Reason;
import hearth.server.chat.BlockingTasks;
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

/// A running server. Many may run in one process, one after the other on the same data, or side by
/// side on different ones.
///
/// Safe from any thread.
public final class HearthServer implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(HearthServer.class);

  /// How long a stopping server waits for its clients to take what was sent to them.
  private static final Duration PATIENCE = Duration.ofSeconds(3);

  private final ServerInfo info;
  private final InetSocketAddress address;
  private final Deque<Runnable> parts;
  private final CountDownLatch closed = new CountDownLatch(1);

  private HearthServer(ServerInfo info, InetSocketAddress address, Deque<Runnable> parts) {
    this.info = info;
    this.address = address;
    this.parts = parts;
  }

  /// Starts a server, which listens when this returns.
  ///
  /// @throws StartException in words for a person, with nothing left running
  public static HearthServer start(ServerConfig config) throws StartException {
    return start(config, InstantSource.system());
  }

  /// Starts a server with a clock of one's own.
  static HearthServer start(ServerConfig config, InstantSource clock) throws StartException {
    // What has been started, and how to stop it: the last first.
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
    InetSocketAddress wanted = Listening.address(config);

    Publisher publisher = new Publisher();
    parts.push(publisher::close);
    DataFolder folder = takeFolder(config, parts);
    // Neither needs the other, and both take what there is of a start.
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
              dispatcher::connected);
      // To be read from the end: let nobody in, take no requests, commit and answer those that
      // wait,
      // say good-bye.
      parts.push(() -> endpoint.close(PATIENCE));
      parts.push(publisher::close);
      parts.push(blocking::close);
      parts.push(publisher::flush);
      parts.push(store::drain);
      parts.push(dispatcher::stop);
      parts.push(endpoint::stopListening);
      return new HearthServer(info, endpoint.address(), parts);
    } catch (IOException refused) {
      throw Listening.refusal(wanted, refused);
    }
  }

  private static DataFolder takeFolder(ServerConfig config, Deque<Runnable> parts)
      throws StartException {
    try {
      DataFolder folder = DataFolder.lock(config.data());
      parts.push(folder::close);
      return folder;
    } catch (StoreUnusableException unusable) {
      throw new StartException(reason(unusable.why()), unusable.getMessage() + ".");
    }
  }

  /// Even a server without TLS has a key: it is known by it.
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
      throw new IllegalStateException("interrupted at the start", interrupted);
    }
  }

  private static ServerKey readKey(Encryption encryption, DataFolder folder) throws StartException {
    try {
      return switch (encryption) {
        case Encryption.Files(Path certificate, Path key) -> ServerKey.ofFiles(certificate, key);
        case Encryption.OwnKey(), Encryption.None() -> ServerKey.ofFolder(folder.keys());
      };
    } catch (IOException unfit) {
      throw new StartException(
          Reason.KEY_UNFIT, "The server's key cannot be used: " + unfit.getMessage() + ".");
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
    } catch (FaultException unfit) {
      throw new StartException(
          Reason.NAME_UNFIT, "The server's name is not fit: " + unfit.sentence());
    }
  }

  /// Who this server is.
  public ServerInfo info() {
    return info;
  }

  /// Where it listens, with the port that it really has.
  public InetSocketAddress address() {
    return address;
  }

  public int port() {
    return address.getPort();
  }

  /// How others can join, the best address first.
  public List<String> joinAddresses() {
    return JoinAddresses.of(address);
  }

  /// Lets nobody in any more, finishes and answers what has been asked, and ends every connection.
  /// Returns when the data are free for another server. Calling it again only waits for that.
  @Override
  public void close() {
    synchronized (parts) {
      stop(parts);
    }
    closed.countDown();
  }

  /// A part that cannot end well must not keep the others from it.
  private static void stop(Deque<Runnable> parts) {
    while (!parts.isEmpty()) {
      try {
        parts.pop().run();
      } catch (RuntimeException failed) {
        LOG.error("A part of the server did not stop well", failed);
      }
    }
  }

  /// Waits until somebody has closed it.
  public void awaitClosed() throws InterruptedException {
    closed.await();
  }
}
