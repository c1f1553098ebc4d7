package hearth.server;

import hearth.server.limit.RateLimits;

/// What a server takes and keeps at most.
///
/// @param writeQueueBytes what may wait for one connection; over it the client is too slow
/// @param connectionsOfAddress how many connections one address may have
/// @param commitQueue how many writes may wait for the disk; over it the server is busy
/// @param rates how much one person and one address may ask for
public record Capacity(
    long writeQueueBytes, int connectionsOfAddress, int commitQueue, RateLimits rates) {
  /// What fits a room full of people on anybody's computer.
  public static final Capacity USUAL = new Capacity(4L << 20, 4_096, 16_384, RateLimits.USUAL);

  public Capacity withWriteQueueBytes(long bytes) {
    return new Capacity(bytes, connectionsOfAddress, commitQueue, rates);
  }

  public Capacity withConnectionsOfAddress(int connections) {
    return new Capacity(writeQueueBytes, connections, commitQueue, rates);
  }

  public Capacity withCommitQueue(int writes) {
    return new Capacity(writeQueueBytes, connectionsOfAddress, writes, rates);
  }

  public Capacity with(RateLimits other) {
    return new Capacity(writeQueueBytes, connectionsOfAddress, commitQueue, other);
  }
}
