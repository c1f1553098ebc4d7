package hearth.server.net;

import java.time.Duration;

/// What connections may take up: of memory, of places, of time.
///
/// @param egressBytes what may wait for one connection; over it the client is too slow
/// @param perAddress connections of one address
/// @param total connections of all together
/// @param handshake from a connection's beginning until it speaks WebSocket
/// @param silence after which a connection is pinged
/// @param absence after which a connection that stays silent is cut off
public record Bounds(
    long egressBytes,
    int perAddress,
    int total,
    Duration handshake,
    Duration silence,
    Duration absence) {

  /// The usual times, and as many connections as the process may open files.
  public static Bounds of(long egressBytes, int perAddress) {
    return new Bounds(
        egressBytes,
        perAddress,
        OpenFiles.room(),
        Duration.ofSeconds(5),
        Duration.ofSeconds(20),
        Duration.ofSeconds(50));
  }
}
