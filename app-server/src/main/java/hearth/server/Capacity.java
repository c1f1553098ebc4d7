package hearth.server;

import hearth.server.limit.RateLimits;

/// What a server takes and keeps at most.
///
/// @param egressBytes what may wait for one connection; over it the client is too slow
/// @param connectionsOfAddress how many connections one address may have
/// @param commitQueue how many writes may wait for the disk; over it the server is busy
/// @param rates how much one person and one address may ask for
public record Capacity(
    long egressBytes, int connectionsOfAddress, int commitQueue, RateLimits rates) {
  /// What fits a room full of people on anybody's computer.
  public static final Capacity USUAL = new Capacity(4L << 20, 4_096, 16_384, RateLimits.USUAL);

  public Capacity withEgressBytes(long bytes) {
    return new Capacity(bytes, connectionsOfAddress, commitQueue, rates);
  }

  public Capacity withConnectionsOfAddress(int connections) {
    return new Capacity(egressBytes, connections, commitQueue, rates);
  }

  public Capacity withCommitQueue(int writes) {
    return new Capacity(egressBytes, connectionsOfAddress, writes, rates);
  }

  public Capacity with(RateLimits other) {
    return new Capacity(egressBytes, connectionsOfAddress, commitQueue, other);
  }
}
