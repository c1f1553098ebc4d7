package hearth.client.model;

import hearth.client.model.Change.ServerKnown;
import hearth.client.store.Identity;
import hearth.client.store.LocalStore;
import hearth.protocol.Capabilities;
import hearth.protocol.Response;
import hearth.protocol.json.Actions;

/// Which server this is, who the person is there, and what both may do. Confined to the client
/// thread.
final class KnownServer {
  private final LocalStore store;
  private Identity identity;
  private Capabilities capabilities = Actions.CAPABILITIES;
  private boolean owner;

  /// Begins with what the store holds.
  KnownServer(LocalStore store) {
    this.store = store;
    identity = store.identity();
  }

  Identity identity() {
    return identity;
  }

  /// Takes the server's word on its name, on what it can do, and on who owns it.
  ///
  /// @return whether any of it is another than before
  boolean adopt(Response.Welcome welcome, boolean owns) {
    boolean renamed = !welcome.server().name().equals(identity.server().name());
    if (renamed) {
      identity = identity.called(welcome.server().name());
      store.saveIdentity(identity);
    }
    boolean other = renamed || owns != owner || !welcome.capabilities().equals(capabilities);
    capabilities = welcome.capabilities();
    owner = owns;
    return other;
  }

  /// Takes the server's word on this person's own name.
  void named(String name) {
    if (!name.equals(identity.name())) {
      identity = identity.named(name);
      store.saveIdentity(identity);
    }
  }

  ServerKnown known() {
    return new ServerKnown(
        identity.server(), identity.me(), identity.address(), capabilities, owner);
  }
}
