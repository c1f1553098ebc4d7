package hearth.client;

/// The transport seam: one connection to a server that carries text messages both ways.
///
/// Safe from any thread. A link is used for one connection; whoever reconnects opens a new one.
public interface Link {

  /// Hands a message to the connection without waiting for it to leave. A link that is closed or
  /// closing ignores it: the message's sender learns so from [Listener#closed].
  void send(String text);

  /// Closes the connection. Calling it again does nothing.
  void close();

  /// Opens links.
  interface Connector {
    /// Begins to connect and returns at once.
    ///
    /// @param address where to, as the person gave it and [Address] understood it
    /// @param listener told what happens, from the link's own threads, one call at a time
    Link open(Address address, Listener listener);
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
    /// The connection broke or was closed by the server in passing.
    LOST,
    /// The server closed it because this client did not keep up; the log will fill the gap.
    TOO_SLOW,
    /// This side closed it.
    LEFT
  }
}
