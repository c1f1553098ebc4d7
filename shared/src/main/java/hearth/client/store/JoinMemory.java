package hearth.client.store;

import hearth.protocol.DeviceCode;
import java.util.List;

/// What joining has to know of this device. Safe from any thread; may read and write the disk.
public interface JoinMemory {
  /// Who this device is on a server that it has joined before, the last used first.
  ///
  /// @throws LocalStore.StoreException where that cannot be read: whoever is known there must not
  ///   join a second time
  List<Identity> find(String serverId);

  /// The token for joining a server: the same whenever it is asked again, under whatever name,
  /// until that has succeeded. It is kept before it is returned.
  ///
  /// @param plain whether it will be sent without TLS; such a token is never used with it
  Attempt attempt(String serverId, boolean plain);

  /// The token for adding this device to a person by a code: the same whenever the same code is
  /// asked for again, and never one for joining. It is kept before it is returned.
  Attempt attempt(String serverId, boolean plain, DeviceCode code);

  /// Forgets who this device was on a server that has signed it out, with all that it holds of it.
  void forget(Identity identity);

  /// One attempt to join.
  ///
  /// @param again whether the token was asked for before, so that the server may know it already
  record Attempt(String token, boolean again) {}
}
