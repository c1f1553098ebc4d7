package hearth.server.config;

import hearth.server.policy.Quotas;
import hearth.server.policy.RateLimits;

/// The limits of a server.
///
/// @param writeQueueBytes bytes that may wait for one connection; over it the client is too slow
/// @param connectionsOfAddress connections per address
/// @param commitQueue writes that may wait for the disk; over it the server is busy
/// @param rates rate limits per person and per address
/// @param quotas how much anybody may take
public record Capacity(
    long writeQueueBytes,
    int connectionsOfAddress,
    int commitQueue,
    RateLimits rates,
    Quotas quotas) {
  /// Suits a group of people on an ordinary computer.
  public static final Capacity DEFAULT =
      new Capacity(4L << 20, 4_096, 16_384, RateLimits.DEFAULT, Quotas.DEFAULT);

  public Capacity withWriteQueueBytes(long bytes) {
    return new Capacity(bytes, connectionsOfAddress, commitQueue, rates, quotas);
  }

  public Capacity withConnectionsOfAddress(int connections) {
    return new Capacity(writeQueueBytes, connections, commitQueue, rates, quotas);
  }

  public Capacity withCommitQueue(int writes) {
    return new Capacity(writeQueueBytes, connectionsOfAddress, writes, rates, quotas);
  }

  public Capacity with(RateLimits other) {
    return new Capacity(writeQueueBytes, connectionsOfAddress, commitQueue, other, quotas);
  }

  public Capacity with(Quotas other) {
    return new Capacity(writeQueueBytes, connectionsOfAddress, commitQueue, rates, other);
  }
}
