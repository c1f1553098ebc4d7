package hearth.desktop.window;

import hearth.client.DeviceName;
import hearth.client.HearthClient;
import hearth.client.Joining;
import hearth.client.link.Address;
import hearth.client.link.WebSocketLink;
import hearth.client.store.Identity;
import hearth.client.store.KnownServers;
import hearth.client.store.LocalStore;
import hearth.desktop.fx.FxMailbox;
import hearth.desktop.hosting.Hosting;
import hearth.desktop.profile.HostedServer;
import hearth.desktop.profile.Settings;
import hearth.desktop.profile.SettingsFile;
import hearth.desktop.session.ServerViewModel;
import hearth.desktop.welcome.ServerConnector;
import hearth.protocol.DeviceCode;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.BooleanSupplier;
import java.util.function.Function;

/// Opens servers with what this profile remembers of them. Disk and network run on virtual threads;
/// results are reported on the FX thread.
final class ProfileServerConnector implements ServerConnector {
  private static final String THIS_MACHINE = "127.0.0.1";

  private final SettingsFile settings;
  private final FxMailbox mailbox;
  private final Hosting hosting;
  private final CompletionStage<?> drawn;
  private final Listener listener;
  private final KnownServers servers;

  /// Connects to nothing yet.
  ///
  /// @param drawn completes when the window has been drawn; connections wait for it
  ProfileServerConnector(AppServices services, CompletionStage<?> drawn, Listener listener) {
    this.settings = services.settings();
    this.mailbox = services.mailbox();
    this.hosting = services.hosting();
    this.drawn = drawn;
    this.listener = listener;
    this.servers = services.profile().servers();
  }

  /// Opens the own server, or else the server that was joined last.
  ///
  /// @param nothing called on the FX thread if there is nothing to open
  void resume(Runnable nothing) {
    HostedServer own = settings.get(Settings.HOST);
    CompletableFuture<ServerViewModel> opening;
    if (own.on()) {
      opening = enter(() -> storeAt(own.serverId(), own.port()));
      var _ =
          hosting
              .start(own.name(), own.port())
              .thenCombineAsync(opening, this::own, Thread::startVirtualThread)
              .thenAcceptAsync(server -> server.client().reconnectNow(), mailbox);
    } else {
      opening = enter(() -> servers.open(settings.get(Settings.LAST_SERVER)));
    }
    var _ =
        opening.whenComplete(
            (server, failure) -> {
              if (failure != null) {
                mailbox.post(nothing);
              }
            });
  }

  /// Hosts the server that is shown again, on another port.
  void hostOn(int port, ServerViewModel server) {
    String serverName = settings.get(Settings.HOST).name();
    var _ =
        hosting
            .start(serverName, port)
            .thenComposeAsync(
                running -> {
                  settings.update(now -> now.hosting(serverName, port, running.serverId()));
                  Thread.startVirtualThread(server::close);
                  return enter(() -> storeAt(running.serverId(), port));
                },
                mailbox);
  }

  /// Who hosts a server owns it.
  private ServerViewModel own(Hosting.Running running, ServerViewModel server) {
    hosting.makeOwner(running.serverId(), server.client().me());
    return server;
  }

  @Override
  public CompletableFuture<ServerViewModel> host(String serverName, String name, int port) {
    return hosting
        .start(serverName, port)
        .thenCompose(
            running -> {
              settings.update(now -> now.hosting(serverName, running.port(), running.serverId()));
              return join(new Address(THIS_MACHINE, running.port()), name);
            })
        .whenComplete(
            (server, failure) -> {
              if (failure == null) {
                mailbox.post(listener::hosted);
              } else {
                settings.update(Settings::nowhere);
                Thread.startVirtualThread(hosting::stop);
              }
            });
  }

  /// Cancelling what is returned closes the connection, and nothing is entered any more. Whether
  /// the server has heard of it does not matter: joining again finds the same person.
  @Override
  public CompletableFuture<ServerViewModel> join(Address address, String name) {
    return enterAfter(joining().join(address, name), servers::create);
  }

  @Override
  public CompletableFuture<ServerViewModel> link(Address address, DeviceCode code) {
    return enterAfter(joining().link(address, code), servers::createLinked);
  }

  private Joining joining() {
    return new Joining(WebSocketLink::open, servers, DeviceName::ofThisMachine);
  }

  private CompletableFuture<ServerViewModel> enterAfter(
      CompletableFuture<Identity> joining, Function<Identity, LocalStore> memory) {
    CompletableFuture<ServerViewModel> entered = new CompletableFuture<>();
    var _ = entered.whenComplete((_, _) -> joining.cancel(false));
    var _ =
        joining
            .thenCompose(
                identity -> enter(() -> begin(identity, memory), true, entered::isCancelled))
            .whenComplete(
                (server, failure) -> {
                  if (failure == null) {
                    entered.complete(server);
                  } else {
                    entered.completeExceptionally(failure);
                  }
                });
    return entered;
  }

  private LocalStore begin(Identity identity, Function<Identity, LocalStore> memory) {
    hosting.makeOwner(identity.server().id(), identity.me());
    return memory.apply(identity);
  }

  @Override
  public CompletableFuture<ServerViewModel> reopen(Identity identity) {
    return enter(() -> servers.open(identity), true, () -> false);
  }

  @Override
  public CompletableFuture<List<Identity>> known() {
    String own = settings.get(Settings.HOST).serverId();
    return aside(() -> lastOfEach(own));
  }

  /// A server that was joined again shows once, as it was used last.
  private List<Identity> lastOfEach(String own) {
    Set<String> seen = new HashSet<>();
    return servers.known().stream()
        .filter(identity -> !identity.server().id().equals(own))
        .filter(identity -> seen.add(identity.server().id() + identity.address().plain()))
        .toList();
  }

  private CompletableFuture<ServerViewModel> enter(Callable<LocalStore> opener) {
    return enter(opener, false, () -> false);
  }

  /// @param chosen whether the person has just asked for it, rather than the start of the app
  /// @param cancelled asked on the FX thread, where it is cancelled
  private CompletableFuture<ServerViewModel> enter(
      Callable<LocalStore> opener, boolean chosen, BooleanSupplier cancelled) {
    return aside(() -> open(opener.call()))
        .thenApplyAsync(
            opened -> {
              if (cancelled.getAsBoolean()) {
                Thread.startVirtualThread(opened.server.client()::close);
                throw new CancellationException();
              }
              settings.update(now -> now.on(opened.identity.server().id(), opened.identity.name()));
              listener.entered(opened.server, chosen);
              return opened.server;
            },
            mailbox);
  }

  private Opened open(LocalStore store) {
    Identity identity = store.identity();
    return new Opened(
        identity,
        new ServerViewModel(
            mailbox, changes -> HearthClient.start(store, WebSocketLink::open, drawn, changes)));
  }

  private record Opened(Identity identity, ServerViewModel server) {}

  /// The store of the own server, which may listen on another port than last time.
  private LocalStore storeAt(String serverId, int port) {
    LocalStore store = servers.open(serverId);
    Identity last = store.identity();
    Address now = new Address(THIS_MACHINE, port);
    if (!last.address().equals(now)) {
      store.saveIdentity(last.at(now));
    }
    return store;
  }

  private static <T> CompletableFuture<T> aside(Callable<T> work) {
    CompletableFuture<T> done = new CompletableFuture<>();
    Thread.startVirtualThread(
        () -> {
          try {
            done.complete(work.call());
          } catch (Exception failure) {
            done.completeExceptionally(failure);
          }
        });
    return done;
  }

  /// Shows servers. Called on the FX thread.
  interface Listener {
    /// A server was opened.
    ///
    /// @param chosen whether the person has just asked for it, rather than the start of the app
    void entered(ServerViewModel server, boolean chosen);

    /// The person has just started to host; called after [#entered].
    void hosted();
  }
}
