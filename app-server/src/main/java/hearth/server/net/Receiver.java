package hearth.server.net;

/// Receives the messages of one connection, one call at a time, on a thread that serves other
/// connections too: it must not block.
public interface Receiver {
  void received(String text);

  /// The connection has ended. Called once, last.
  void closed();
}
