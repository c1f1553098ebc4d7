package hearth.client;

import org.jspecify.annotations.Nullable;

/// The transport seam: one connection to a server that carries text messages both ways.
///
/// Safe from any thread. A link is used for one connection; whoever reconnects opens a new one.
public interface Link {

  /// Hands a message to the connection without waiting for it to leave. A link that is closed or
  /// closing ignores it: the message's sender learns so from [Listener#closed].
  void send(String text);

  /// The fingerprint of the key that the server has shown: the SHA-256 of its public key, in
  /// hexadecimal digits. Null without TLS, and before the connection is open.
  @Nullable String serverKey();

  /// Closes the connection. Calling it again does nothing.
  void close();

  /// Opens links.
  interface Connector {
    /// Begins to connect and returns at once.
    ///
    /// @param address where to
    /// @param key the fingerprint that the server's key must have; null to take any at first sight
    /// @param listener told what happens, from the link's own threads, one call at a time
    Link open(Address address, @Nullable String key, Listener listener);
  }

  /// What a link reports.
  interface Listener {
    /// The connection stands and speaks our subprotocol.
    void opened(Link link);

    /// A text message came.
    void received(Link link, String text);

    /// The connection is gone, or never came to be. Told once, last.
    void closed(Link link, Closing why);
  }

  /// Why a connection ended.
  enum Closing {
    /// Nobody answers at that address, or not in time.
    UNREACHABLE,
    /// Somebody answers, but it is not a Hearth server of this version.
    NOT_HEARTH,
    /// Whoever answers has another key than expected.
    OTHER_KEY,
    /// The connection broke or was closed by the server in passing.
    LOST,
    /// The server closed it because this client did not keep up; the log will fill the gap.
    TOO_SLOW,
    /// This side closed it.
    LEFT
  }
}
