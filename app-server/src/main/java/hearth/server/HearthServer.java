package hearth.server;

import hearth.protocol.FaultException;
import hearth.protocol.ServerInfo;
import hearth.protocol.UserId;
import hearth.server.StartException.Reason;
import hearth.server.chat.BlockingTasks;
import hearth.server.chat.ConnectionHandler;
import hearth.server.chat.Dispatcher;
import hearth.server.chat.Publisher;
import hearth.server.chat.RequestMetrics;
import hearth.server.config.Durability;
import hearth.server.config.Encryption;
import hearth.server.config.ServerConfig;
import hearth.server.identity.ServerKey;
import hearth.server.metrics.Metrics;
import hearth.server.metrics.Supervision;
import hearth.server.names.NameKey;
import hearth.server.net.ConnectionLimits;
import hearth.server.net.Endpoint;
import hearth.server.net.HostNames;
import hearth.server.policy.RateLimiter;
import hearth.server.store.Completion;
import hearth.server.store.DataFolder;
import hearth.server.store.Store;
import hearth.server.store.StoreUnusableException;
import hearth.server.store.Write;
import hearth.server.store.sqlite.SqliteStore;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
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

  /// How long a stop takes at most, and a few seconds.
  private static final Duration STOP_TIMEOUT = Duration.ofSeconds(15);

  private final ServerInfo info;
  private final InetSocketAddress address;
  private final Store store;
  private final Shutdown shutdown;
  private final Metrics metrics;
  private final AtomicBoolean closing = new AtomicBoolean();
  private final CountDownLatch closed = new CountDownLatch(1);

  private HearthServer(
      ServerInfo info, InetSocketAddress address, Store store, Shutdown shutdown, Metrics metrics) {
    this.info = info;
    this.address = address;
    this.store = store;
    this.shutdown = shutdown;
    this.metrics = metrics;
  }

  /// Starts a server. It listens when this returns.
  ///
  /// @throws StartException with a sentence for a person; nothing is left running
  public static HearthServer start(ServerConfig config) throws StartException {
    return start(config, InstantSource.system());
  }

  /// Starts a server, and tells when it cannot go on.
  ///
  /// @param failed told at most once, on a thread of its own, that a thread of this name has ended
  ///   by itself. Nothing is answered any more then: the server is to be closed.
  /// @throws StartException with a sentence for a person; nothing is left running
  public static HearthServer start(ServerConfig config, Consumer<String> failed)
      throws StartException {
    return start(config, InstantSource.system(), failed);
  }

  /// Starts a server with the given clock.
  public static HearthServer start(ServerConfig config, InstantSource clock) throws StartException {
    return start(config, clock, _ -> {});
  }

  private static HearthServer start(
      ServerConfig config, InstantSource clock, Consumer<String> failed) throws StartException {
    Shutdown shutdown = new Shutdown(STOP_TIMEOUT);
    try {
      return start(config, clock, shutdown, new Failures(failed));
    } catch (StartException | RuntimeException refused) {
      shutdown.run();
      throw refused;
    }
  }

  private static HearthServer start(
      ServerConfig config, InstantSource clock, Shutdown shutdown, Failures failures)
      throws StartException {
    String name = checkedName(config.name());
    InetSocketAddress wanted = ListenAddress.address(config);

    Metrics metrics = new Metrics(System::nanoTime, LOG::info);
    Supervision supervision = new Supervision(metrics, failures);
    shutdown.push("metrics", metrics::close);
    Publisher publisher = new Publisher(supervision);
    shutdown.push("publisher", publisher::close);
    DataFolder folder = lockFolder(config, shutdown);
    // The key and the store take most of the start, so they are read in parallel.
    var reading = new FutureTask<>(() -> readKey(config.encryption(), folder));
    Thread.ofPlatform().daemon().name("key").start(reading);
    Store store = openStore(folder, config, publisher, clock, supervision);
    shutdown.push("store", store::close);
    ServerKey key = await(reading);
    ServerInfo info = new ServerInfo(key.fingerprint(), name);
    RateLimiter limiter = new RateLimiter(config.capacity().rates(), System::nanoTime);
    BlockingTasks blocking = new BlockingTasks(limiter);
    metrics.gauge("store.reads", blocking::reads);
    RequestMetrics requests = new RequestMetrics(metrics);
    Dispatcher dispatcher = new Dispatcher(info, store, publisher, blocking, limiter, clock);
    try {
      boolean plain = config.encryption() instanceof Encryption.None;
      Endpoint endpoint =
          Endpoint.listen(
              wanted,
              plain ? null : key,
              ConnectionLimits.of(
                  config.capacity().writeQueueBytes(),
                  config.capacity().connectionsOfAddress(),
                  config.capacity().rates().handshakes()),
              new HostNames(config.hostNames()),
              connection -> new ConnectionHandler(connection, dispatcher, requests),
              supervision);
      // In reverse: accept no connections, accept no requests, commit and answer the waiting ones,
      // close the connections.
      shutdown.push("connections", () -> endpoint.close(CLOSE_TIMEOUT));
      shutdown.push("publisher", publisher::close);
      shutdown.push("tasks", blocking::close);
      shutdown.push("answers", publisher::flush);
      shutdown.push("commits", store::drain);
      shutdown.push("requests", dispatcher::stop);
      shutdown.push("listening", endpoint::stopListening);
      metrics.start();
      LOG.info("Started: port {}, {}", endpoint.address().getPort(), plain ? "plain" : "TLS");
      return new HearthServer(info, endpoint.address(), store, shutdown, metrics);
    } catch (IOException refused) {
      throw ListenAddress.refusal(wanted, refused);
    }
  }

  private static DataFolder lockFolder(ServerConfig config, Shutdown shutdown)
      throws StartException {
    try {
      DataFolder folder = DataFolder.lock(config.data(), SqliteStore::refuseOthers);
      shutdown.pushLock("data folder", folder::close);
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
      Supervision supervision)
      throws StartException {
    try {
      return SqliteStore.open(
          folder.database(),
          new SqliteStore.Settings(
              config.durability() == Durability.FULL,
              config.capacity().commitQueue(),
              config.capacity().quotas()),
          publisher::put,
          clock,
          supervision);
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
      return ServerInfo.chosenName(name);
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

  /// What it counts, by name: lengths of queues, times of commits, refusals by cause and so on. The
  /// names are those of this version.
  public Map<String, Long> metrics() {
    return metrics.snapshot();
  }

  /// Makes a person an owner of the server, who may delete chats and remove people. The person
  /// hears of it on resuming. Waits for the disk.
  ///
  /// @throws FaultException `USER_UNKNOWN` for somebody who has not joined; or the store's refusal
  public void makeOwner(UserId person) {
    var _ = write(tx -> tx.makeOwner(person));
  }

  /// Makes those who have these names, and nobody else, the owners of the server. As above.
  public void setOwners(Collection<String> names) {
    List<String> keys = names.stream().map(NameKey::of).toList();
    var _ = write(tx -> tx.setOwners(keys));
  }

  private <R> R write(Write<R> write) {
    CompletableFuture<R> done = new CompletableFuture<>();
    store.submit(
        write,
        new Completion<>() {
          @Override
          public void committed(R result) {
            done.complete(result);
          }

          @Override
          public void refused(FaultException why) {
            done.completeExceptionally(why);
          }
        });
    try {
      return done.join();
    } catch (CompletionException refused) {
      throw refused.getCause() instanceof FaultException fault ? fault : refused;
    }
  }

  /// Accepts no more connections, answers the waiting requests, and closes every connection.
  /// Returns when another server can use the data, or after half a minute at most. Another call
  /// only waits for that.
  @Override
  public void close() {
    boolean first = closing.compareAndSet(false, true);
    shutdown.run();
    if (first) {
      LOG.info("Stopped");
    }
    closed.countDown();
  }

  /// Waits until the server is closed.
  public void awaitClosed() throws InterruptedException {
    closed.await();
  }
}
