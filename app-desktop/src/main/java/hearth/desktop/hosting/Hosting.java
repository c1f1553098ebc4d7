package hearth.desktop.hosting;

import hearth.client.link.Address;
import hearth.desktop.fx.FxMailbox;
import hearth.protocol.FaultException;
import hearth.protocol.ServerInfo;
import hearth.protocol.UserId;
import hearth.server.HearthServer;
import hearth.server.StartException;
import hearth.server.config.ServerConfig;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The server in this process, started and stopped off the FX thread. Safe from any thread, except
/// the state property, which is confined to the FX thread.
public final class Hosting {
  private static final Logger LOG = LoggerFactory.getLogger(Hosting.class);

  private final Path folder;
  private final FxMailbox mailbox;
  private final Starter starter;
  private final ReadOnlyObjectWrapper<State> state = new ReadOnlyObjectWrapper<>(new Idle());
  private @Nullable Hosted hosted;

  public Hosting(Path folder, FxMailbox mailbox) {
    this(folder, mailbox, HearthServer::start);
  }

  Hosting(Path folder, FxMailbox mailbox, Starter starter) {
    this.folder = folder;
    this.mailbox = mailbox;
    this.starter = starter;
  }

  public ReadOnlyObjectProperty<State> stateProperty() {
    return state.getReadOnlyProperty();
  }

  public boolean isRunning() {
    return state.get() instanceof Running;
  }

  /// Starts the server on this profile's data. Fails with [HostingException].
  public CompletableFuture<Running> start(String serverName, int port) {
    CompletableFuture<Running> started = new CompletableFuture<>();
    tell(new Starting());
    Thread.ofVirtual()
        .name("hosting")
        .start(
            () -> {
              try {
                Running running = open(serverName, port);
                tell(running);
                started.complete(running);
              } catch (HostingException refused) {
                tell(new Failed(refused));
                started.completeExceptionally(refused);
              }
            });
    return started;
  }

  /// Makes a person an owner of the server, if it runs and has this key. Blocks; not for the FX
  /// thread.
  public synchronized void makeOwner(String serverId, UserId person) {
    if (hosted != null && hosted.server().info().id().equals(serverId)) {
      try {
        hosted.server().makeOwner(person);
      } catch (FaultException refused) {
        LOG.warn("The host was not made the owner: {}", refused.sentence());
      }
    }
  }

  /// Drains and stops the server, if it runs. Blocks until then; not for the FX thread.
  public synchronized void stop() {
    if (hosted != null) {
      hosted.server().close();
      hosted = null;
      tell(new Idle());
    }
  }

  private synchronized Running open(String serverName, int port) throws HostingException {
    stop();
    try {
      // Nobody could tell a server in a window by which names it is reached.
      Object run = new Object();
      HearthServer opened =
          starter.start(
              new ServerConfig(folder, serverName).withPort(port).withHostNames(List.of("*")),
              _ -> broken(run));
      hosted = new Hosted(opened, run);
      return new Running(opened.info(), opened.port(), opened.joinAddresses());
    } catch (StartException refused) {
      throw new HostingException(refused, port);
    } catch (RuntimeException unexpected) {
      throw new HostingException(unexpected);
    }
  }

  /// The server of this run cannot go on. Another one may have been started since.
  private synchronized void broken(Object run) {
    if (hosted != null && hosted.run().equals(run)) {
      stop();
      tell(new Failed(HostingException.broken()));
    }
  }

  private void tell(State now) {
    mailbox.post(() -> state.set(now));
  }

  private record Hosted(HearthServer server, Object run) {}

  /// Starts servers; the consumer hears that one cannot go on.
  interface Starter {
    HearthServer start(ServerConfig config, Consumer<String> failed) throws StartException;
  }

  /// Whether a server is hosted.
  public sealed interface State {}

  /// Nothing is hosted.
  public record Idle() implements State {}

  /// The server is starting.
  public record Starting() implements State {}

  /// The server listens.
  ///
  /// @param server the server's name and key
  /// @param addresses where others can reach it, the best first
  public record Running(ServerInfo server, int port, List<String> addresses) implements State {
    public String serverId() {
      return server.id();
    }

    public String serverName() {
      return server.name();
    }

    /// The best address with the server's key, which proves the server's identity.
    public String link() {
      String best = addresses.getFirst();
      return Address.parse(best)
          .map(to -> new Address(to.host(), to.port(), false, server.id()).toString())
          .orElse(best);
    }
  }

  /// The server could not be started.
  public record Failed(HostingException why) implements State {}
}
