package hearth.client.store;

import hearth.client.link.Address;
import hearth.protocol.ServerInfo;
import hearth.protocol.UserId;

/// Who this device is on one server, as joining made it.
///
/// @param token the device's secret
public record Identity(ServerInfo server, Address address, UserId me, String name, String token) {
  public Identity {
    address = address.with(null); // a code is used up
  }

  /// The same person where the server listens now.
  ///
  /// @throws IllegalArgumentException where one of both addresses is without TLS: what was learnt
  ///   over TLS is never used without it
  public Identity at(Address now) {
    if (now.plain() != address.plain()) {
      throw new IllegalArgumentException("an identity does not leave TLS, and does not come to it");
    }
    return new Identity(server, now, me, name, token);
  }

  /// The same person on the same server, which has another name now.
  public Identity called(String nowCalled) {
    return new Identity(new ServerInfo(server.id(), nowCalled), address, me, name, token);
  }

  /// The same person, who has another name now.
  public Identity named(String nowNamed) {
    return new Identity(server, address, me, nowNamed, token);
  }

  /// Hides the token, which must not reach a log.
  @Override
  public String toString() {
    return name + " (" + me + ") on " + server.name() + " at " + address;
  }
}
