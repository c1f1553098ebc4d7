package hearth.client;

import hearth.client.link.Address;
import hearth.client.link.Link;
import hearth.client.store.Identity;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The one rule by which a server is taken for the one that is meant: the id that it says, the key
/// that it shows, the key that an invitation names, and the id that this device remembers are the
/// same. Whatever breaks it ends the connection before anything is said or kept.
///
/// What was learnt over TLS is never used without it: who listens on the way could read the token.
/// Pure.
final class ServerTrust {
  private ServerTrust() {}

  /// What speaks against a server.
  ///
  /// @param shown the fingerprint of its key; null without TLS
  /// @param claimed the id that it says
  /// @param remembered the id that this device holds; null where it comes for the first time
  static Optional<Link.Closing> objection(
      Address address, @Nullable String shown, String claimed, @Nullable String remembered) {
    boolean proven = address.plain() || claimed.equals(shown);
    boolean invited = address.key() == null || claimed.equals(address.key());
    boolean known = remembered == null || claimed.equals(remembered);
    return proven && invited && known ? Optional.empty() : Optional.of(Link.Closing.OTHER_SERVER);
  }

  /// What speaks against using what is remembered of a server at an address.
  static Optional<Link.Closing> objection(Address address, List<Identity> remembered) {
    boolean safer = remembered.stream().anyMatch(known -> !known.address().plain());
    return address.plain() && safer
        ? Optional.of(Link.Closing.ENCRYPTION_MISSING)
        : Optional.empty();
  }

  /// Who this device is at an address; empty where it has to join. What was learnt without TLS
  /// proves nothing to a server with it, and stays aside.
  static Optional<Identity> usable(Address address, List<Identity> remembered) {
    return remembered.stream()
        .filter(known -> known.address().plain() == address.plain())
        .findFirst();
  }
}
