package hearth.server;

import hearth.protocol.Limits;
import hearth.server.limit.RateLimits;
import java.nio.file.Path;

/// What a server is told when it starts. Checked by starting it: see [StartException].
///
/// @param data the folder for all that it remembers; made where there is none
/// @param bind the address to listen on, [#ANY] for all of the machine's
/// @param port 0 for any free one
/// @param name what people call the server
/// @param encryption how connections are protected
/// @param egressBytes what may wait for one connection; over it the client is too slow
/// @param connectionsOfAddress how many connections one address may have
/// @param commitQueue how many writes may wait for the disk; over it the server is busy
/// @param limits how much one person and one address may ask for
public record ServerConfig(
    Path data,
    String bind,
    int port,
    String name,
    Encryption encryption,
    long egressBytes,
    int connectionsOfAddress,
    int commitQueue,
    RateLimits limits) {
  /// Every address of this machine.
  public static final String ANY = "0.0.0.0";

  private static final long EGRESS_BYTES = 4L << 20;
  static final int CONNECTIONS_OF_ADDRESS = 4_096;
  private static final int COMMIT_QUEUE = 16_384;

  /// On every address and the usual port, with the usual bounds.
  public ServerConfig(Path data, String name) {
    this(
        data,
        ANY,
        Limits.DEFAULT_PORT,
        name,
        new Encryption.OwnKey(),
        EGRESS_BYTES,
        CONNECTIONS_OF_ADDRESS,
        COMMIT_QUEUE,
        RateLimits.USUAL);
  }

  public ServerConfig withBind(String address) {
    return new ServerConfig(
        data,
        address,
        port,
        name,
        encryption,
        egressBytes,
        connectionsOfAddress,
        commitQueue,
        limits);
  }

  public ServerConfig withPort(int number) {
    return new ServerConfig(
        data,
        bind,
        number,
        name,
        encryption,
        egressBytes,
        connectionsOfAddress,
        commitQueue,
        limits);
  }

  public ServerConfig with(Encryption other) {
    return new ServerConfig(
        data, bind, port, name, other, egressBytes, connectionsOfAddress, commitQueue, limits);
  }

  public ServerConfig withEgressBytes(long bytes) {
    return new ServerConfig(
        data, bind, port, name, encryption, bytes, connectionsOfAddress, commitQueue, limits);
  }

  public ServerConfig withConnectionsOfAddress(int connections) {
    return new ServerConfig(
        data, bind, port, name, encryption, egressBytes, connections, commitQueue, limits);
  }

  public ServerConfig withCommitQueue(int writes) {
    return new ServerConfig(
        data, bind, port, name, encryption, egressBytes, connectionsOfAddress, writes, limits);
  }

  public ServerConfig with(RateLimits other) {
    return new ServerConfig(
        data, bind, port, name, encryption, egressBytes, connectionsOfAddress, commitQueue, other);
  }
}
