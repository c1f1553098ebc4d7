package hearth.desktop.welcome;

import hearth.client.link.Address;
import hearth.client.store.Identity;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/// The ways from the welcome screen into a server. Each returns at once; when it succeeds, the main
/// window has taken the welcome screen's place.
public interface ServerConnector {

  /// Hosts on this machine. Fails with [hearth.desktop.hosting.HostingException], or as joining
  /// does.
  CompletableFuture<?> host(String serverName, String name, int port);

  /// Joins a server. Fails with [hearth.client.JoinException].
  CompletableFuture<?> join(Address address, String name);

  /// Opens a server joined before.
  CompletableFuture<?> reopen(Identity identity);

  /// The servers joined before, the last used first, without the one hosted here.
  CompletableFuture<List<Identity>> known();
}
