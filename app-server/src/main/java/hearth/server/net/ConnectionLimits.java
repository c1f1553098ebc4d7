package hearth.server.net;

import java.time.Duration;

/// What connections may use of memory, of places and of time.
///
/// @param writeQueueBytes what may wait for one connection; over it the client is too slow
/// @param perAddress connections per address
/// @param total connections in all
/// @param handshakeTimeout from the start of a connection until its WebSocket handshake is done
/// @param pingAfter silence after which a connection is pinged
/// @param idleTimeout silence after which a connection is closed
public record ConnectionLimits(
    long writeQueueBytes,
    int perAddress,
    int total,
    Duration handshakeTimeout,
    Duration pingAfter,
    Duration idleTimeout) {

  /// The usual times, and as many connections as the process may open files.
  public static ConnectionLimits of(long writeQueueBytes, int perAddress) {
    return new ConnectionLimits(
        writeQueueBytes,
        perAddress,
        OpenFiles.available(),
        Duration.ofSeconds(5),
        Duration.ofSeconds(20),
        Duration.ofSeconds(50));
  }
}
