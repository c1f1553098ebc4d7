package hearth.client.model;

import hearth.client.link.Link;
import hearth.protocol.Fault;
import java.time.Instant;

/// How the client stands with its server.
public sealed interface Connection {

  /// On the way: opening the connection, resuming, or catching up.
  record Connecting() implements Connection {}

  /// Connected and caught up.
  record Online() implements Connection {}

  /// Not connected; the next try comes by itself.
  ///
  /// @param why what ended the last try
  /// @param retryAt when the next one begins
  record Waiting(Link.Closing why, Instant retryAt) implements Connection {}

  /// The server at the address has another key than before, so nothing was sent to it and the
  /// client does not try again. Either the server was set up again, or somebody is in between; only
  /// the person can know.
  ///
  /// @param known the fingerprint of the key that this device knows
  /// @param shown the one that was shown instead
  record KeyChanged(String known, String shown) implements Connection {}

  /// The server refuses this device for good, so no further try is made. With [Fault#TOKEN_UNKNOWN]
  /// a person can only join again; with [Fault#DEVICE_SIGNED_OUT] this device has forgotten all it
  /// had of the server.
  record Refused(Fault fault) implements Connection {}
}
