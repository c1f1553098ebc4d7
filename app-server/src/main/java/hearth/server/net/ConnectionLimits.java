package hearth.server.net;

import java.time.Duration;

/// What connections may use of memory, of places and of time.
///
/// @param writeQueueBytes what may wait for one connection; over it the client is too slow
/// @param allQueuesBytes what may wait for all connections together; over it those for whom most
///   waits are too slow
/// @param perAddress connections per address
/// @param total connections in all
/// @param times how long connections may take
public record ConnectionLimits(
    long writeQueueBytes, long allQueuesBytes, int perAddress, int total, Times times) {
  /// The share of the memory that may wait to be read: one in this many.
  private static final int MEMORY_SHARE = 4;

  /// The usual times, and as many connections as the process may open files.
  public static ConnectionLimits of(long writeQueueBytes, int perAddress) {
    return new ConnectionLimits(
        writeQueueBytes,
        Runtime.getRuntime().maxMemory() / MEMORY_SHARE,
        perAddress,
        OpenFiles.available(),
        Times.USUAL);
  }

  /// How long connections may take.
  ///
  /// @param handshake from the start of a connection until its WebSocket handshake is done
  /// @param joining from the start of a connection until its person is known
  /// @param pingAfter silence after which a connection is pinged
  /// @param idle silence after which a connection is closed
  public record Times(Duration handshake, Duration joining, Duration pingAfter, Duration idle) {
    static final Times USUAL =
        new Times(
            Duration.ofSeconds(5),
            Duration.ofSeconds(30),
            Duration.ofSeconds(20),
            Duration.ofSeconds(50));
  }
}
