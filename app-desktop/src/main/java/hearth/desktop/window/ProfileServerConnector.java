package hearth.desktop.window;

import hearth.client.HearthClient;
import hearth.client.Joining;
import hearth.client.link.Address;
import hearth.client.link.WebSocketLink;
import hearth.client.store.Identity;
import hearth.client.store.LocalStore;
import hearth.client.store.sqlite.ProfileFolder;
import hearth.desktop.fx.FxMailbox;
import hearth.desktop.hosting.Hosting;
import hearth.desktop.profile.HostedServer;
import hearth.desktop.profile.Profile;
import hearth.desktop.profile.Settings;
import hearth.desktop.profile.SettingsFile;
import hearth.desktop.session.ServerViewModel;
import hearth.desktop.welcome.ServerConnector;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;

/// The ways into a server and out of it. The work of disk and network is done on virtual threads;
/// what it leads to is told on the FX thread.
final class ProfileServerConnector implements ServerConnector {
  private static final String THIS_MACHINE = "127.0.0.1";

  private final SettingsFile settings;
  private final FxMailbox mailbox;
  private final Hosting hosting;
  private final CompletionStage<?> drawn;
  private final Consumer<ServerViewModel> entered;
  private final Runnable hosted;
  private final ProfileFolder folder;

  /// Begins outside.
  ///
  /// @param drawn over when the window has been drawn; nobody connects before
  /// @param entered shows a server; called on the FX thread
  /// @param hosted called after that where the person has just begun to host
  ProfileServerConnector(
      Profile profile,
      SettingsFile settings,
      FxMailbox mailbox,
      Hosting hosting,
      CompletionStage<?> drawn,
      Consumer<ServerViewModel> entered,
      Runnable hosted) {
    this.settings = settings;
    this.mailbox = mailbox;
    this.hosting = hosting;
    this.drawn = drawn;
    this.entered = entered;
    this.hosted = hosted;
    this.folder = new ProfileFolder(profile.clientFolder());
  }

  /// Opens what was open last: the own server first, then the one last joined.
  ///
  /// @param nothing called on the FX thread where there is nothing to open
  void resume(Runnable nothing) {
    HostedServer own = settings.get(Settings.HOST);
    CompletableFuture<ServerViewModel> opening;
    if (own.on()) {
      opening = enter(() -> storeAt(own.serverId(), own.port()));
      var _ = hosting.start(own.name(), own.port()).thenCombineAsync(opening, this::meet, mailbox);
    } else {
      opening = enter(() -> folder.open(settings.get(Settings.LAST_SERVER)));
    }
    var _ =
        opening.whenComplete(
            (live, failure) -> {
              if (failure != null) {
                mailbox.post(nothing);
              }
            });
  }

  /// Hosts again, on another port, what is in view already.
  void hostOn(int port, ServerViewModel live) {
    String serverName = settings.get(Settings.HOST).name();
    var _ =
        hosting
            .start(serverName, port)
            .thenComposeAsync(
                running -> {
                  settings.update(now -> now.hosting(serverName, port, running.serverId()));
                  Thread.startVirtualThread(live.client()::close);
                  return enter(() -> storeAt(running.serverId(), port));
                },
                mailbox);
  }

  private ServerViewModel meet(Hosting.Running running, ServerViewModel live) {
    live.client().reconnectNow();
    return live;
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
            (live, failure) -> {
              if (failure == null) {
                mailbox.post(hosted);
              } else {
                settings.update(Settings::nowhere);
                Thread.startVirtualThread(hosting::stop);
              }
            });
  }

  @Override
  public CompletableFuture<ServerViewModel> join(Address address, String name) {
    return new Joining(WebSocketLink::open, memoryOf(folder))
        .join(address, name)
        .thenCompose(identity -> enter(() -> folder.create(identity)));
  }

  private static Joining.Memory memoryOf(ProfileFolder folder) {
    return new Joining.Memory() {
      @Override
      public Optional<Identity> find(String serverId) {
        return folder.find(serverId);
      }

      @Override
      public String token(String serverId, String name) {
        return folder.token(serverId, name);
      }
    };
  }

  @Override
  public CompletableFuture<ServerViewModel> reopen(Identity identity) {
    return enter(() -> folder.open(identity.server().id()));
  }

  @Override
  public CompletableFuture<List<Identity>> known() {
    String own = settings.get(Settings.HOST).serverId();
    return aside(
        () ->
            folder.known().stream()
                .filter(identity -> !identity.server().id().equals(own))
                .toList());
  }

  private CompletableFuture<ServerViewModel> enter(Callable<LocalStore> opener) {
    return aside(
            () -> {
              LocalStore store = opener.call();
              Identity identity = store.identity();
              settings.update(now -> now.on(identity.server().id(), identity.name()));
              return new ServerViewModel(
                  mailbox,
                  listener -> HearthClient.start(store, WebSocketLink::open, drawn, listener));
            })
        .thenApplyAsync(
            live -> {
              entered.accept(live);
              return live;
            },
            mailbox);
  }

  /// The memory of the server hosted here, which may listen on another port than last time.
  private LocalStore storeAt(String serverId, int port) {
    LocalStore store = folder.open(serverId);
    Identity last = store.identity();
    Address now = new Address(THIS_MACHINE, port);
    if (!last.address().equals(now)) {
      store.saveIdentity(new Identity(last.server(), now, last.me(), last.name(), last.token()));
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
}
