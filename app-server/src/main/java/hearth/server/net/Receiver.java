package hearth.server.net;

/// Hears what comes in over one connection, one call at a time, on a thread that others share: it
/// must not wait for anything.
public interface Receiver {
  void received(String text);

  /// The connection is gone. Told once, last.
  void closed();
}
