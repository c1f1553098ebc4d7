package hearth.client;

import hearth.client.link.Address;
import hearth.protocol.ServerInfo;
import hearth.protocol.UserId;

/// Who this device is on one server, as joining made it.
///
/// @param token the device's secret
public record Identity(ServerInfo server, Address address, UserId me, String name, String token) {

  /// The same person where the server listens now.
  Identity at(Address now) {
    return new Identity(server, now, me, name, token);
  }

  Identity called(ServerInfo nowCalled) {
    return new Identity(nowCalled, address, me, name, token);
  }

  /// Hides the token, which must not reach a log.
  @Override
  public String toString() {
    return name + " (" + me + ") on " + server.name() + " at " + address;
  }
}
