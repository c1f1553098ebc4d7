package hearth.desktop.welcome;

import hearth.client.link.Address;
import hearth.client.store.Identity;
import hearth.protocol.DeviceCode;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/// Opens servers from the welcome screen. Each method returns at once; when its future succeeds,
/// the main screen is shown.
public interface ServerConnector {

  /// Hosts on this machine and joins that server. Fails with
  /// [hearth.desktop.hosting.HostingException], or like joining.
  CompletableFuture<?> host(String serverName, String name, int port);

  /// Joins a server. Fails with [hearth.client.JoinException].
  CompletableFuture<?> join(Address address, String name);

  /// Adds this device to the person who has made a code on another one. Fails with
  /// [hearth.client.JoinException].
  CompletableFuture<?> link(Address address, DeviceCode code);

  /// Opens a server joined before.
  CompletableFuture<?> reopen(Identity identity);

  /// The servers joined before, last used first, without the server hosted here.
  CompletableFuture<List<Identity>> known();
}
