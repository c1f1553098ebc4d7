package hearth.server.net;

import hearth.server.policy.Rate;
import java.time.Duration;

/// What connections may use of memory, of places and of time.
///
/// @param writeQueueBytes what may wait for one connection; over it the client is too slow
/// @param allQueuesBytes what may wait for all connections together; over it those for whom most
///   waits are too slow
/// @param perAddress connections per address
/// @param total connections in all
/// @param handshakes how fast TLS handshakes begin
/// @param times how long connections may take
public record ConnectionLimits(
    long writeQueueBytes,
    long allQueuesBytes,
    int perAddress,
    int total,
    Handshakes handshakes,
    Times times) {
  /// The share of the memory that may wait to be read: one in this many.
  private static final int MEMORY_SHARE = 4;

  /// The usual times, and as many connections as the process may open files.
  public static ConnectionLimits of(long writeQueueBytes, int perAddress, Rate handshakes) {
    return new ConnectionLimits(
        writeQueueBytes,
        Runtime.getRuntime().maxMemory() / MEMORY_SHARE,
        perAddress,
        OpenFiles.available(),
        Handshakes.of(handshakes),
        Times.USUAL);
  }

  /// Limits without one of handshakes.
  ConnectionLimits(
      long writeQueueBytes, long allQueuesBytes, int perAddress, int total, Times times) {
    this(writeQueueBytes, allQueuesBytes, perAddress, total, Handshakes.of(Rate.ANY), times);
  }

  /// How fast TLS handshakes begin; those that come faster wait. Each takes a millisecond of the
  /// processor.
  ///
  /// @param perAddress of one address
  /// @param inAll of all together
  public record Handshakes(Rate perAddress, Rate inAll) {
    /// How many addresses may hand over at their full rate.
    private static final int ADDRESSES = 3;

    static Handshakes of(Rate perAddress) {
      boolean any = perAddress.equals(Rate.ANY);
      return new Handshakes(
          perAddress,
          any
              ? Rate.ANY
              : new Rate(ADDRESSES * perAddress.burst(), ADDRESSES * perAddress.perSecond()));
    }
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
