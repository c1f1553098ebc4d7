package hearth.client.link;

import org.jspecify.annotations.Nullable;

/// The transport seam: one connection to a server that carries text messages both ways.
///
/// Safe from any thread. A link is used for one connection; reconnecting opens a new one.
public interface Link {

  /// Hands a message to the connection without waiting for it to leave. A link that is closed or
  /// closing ignores it; [Listener#closed] tells the sender.
  void send(String text);

  /// The fingerprint of the server's key: the SHA-256 of its public key, in hexadecimal digits.
  /// Null without TLS, and before the server has shown it. It is that of a refused key too.
  @Nullable String serverKey();

  /// Closes the connection. Calling it again does nothing.
  void close();

  /// Opens links.
  interface Connector {
    /// Starts to connect and returns at once.
    ///
    /// @param key the fingerprint that the server's key must have; null to accept any
    /// @param listener called on the link's own threads, one call at a time
    Link open(Address address, @Nullable String key, Listener listener);
  }

  /// What a link reports.
  interface Listener {
    /// The connection is open and speaks our subprotocol.
    void opened(Link link);

    /// A text message has arrived.
    void received(Link link, String text);

    /// The connection is closed, or could not be opened. Called once, last.
    void closed(Link link, Closing why);
  }

  /// Why a connection ended.
  enum Closing {
    /// No answer from that address, or not in time.
    UNREACHABLE,
    /// Something answers, but it is not a Hearth server of this version.
    NOT_HEARTH,
    /// The server has another key than expected.
    OTHER_KEY,
    /// The server says that it is another one than its key proves, or than the one that is known.
    OTHER_SERVER,
    /// The server is known with TLS, and the address is without it.
    ENCRYPTION_MISSING,
    /// The server says what no server of this protocol says, or more than a client takes.
    BREACH,
    /// The server keeps the connection and does not answer.
    SILENT,
    /// The connection broke, or the server closed it; trying again helps.
    LOST,
    /// The server closed it because this client read too slowly; the log fills the gap.
    TOO_SLOW,
    /// This side closed it.
    LEFT
  }
}
