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
/// @param durability what an acknowledged message survives
/// @param capacity what it takes and keeps at most
public record ServerConfig(
    Path data,
    String bind,
    int port,
    String name,
    Encryption encryption,
    Durability durability,
    Capacity capacity) {
  /// Every address of this machine.
  public static final String ANY = "0.0.0.0";

  /// On every address and the usual port, encrypted, durable, with the usual capacity.
  public ServerConfig(Path data, String name) {
    this(
        data,
        ANY,
        Limits.DEFAULT_PORT,
        name,
        new Encryption.OwnKey(),
        Durability.FULL,
        Capacity.USUAL);
  }

  public ServerConfig withBind(String address) {
    return new ServerConfig(data, address, port, name, encryption, durability, capacity);
  }

  public ServerConfig withPort(int number) {
    return new ServerConfig(data, bind, number, name, encryption, durability, capacity);
  }

  public ServerConfig with(Encryption other) {
    return new ServerConfig(data, bind, port, name, other, durability, capacity);
  }

  public ServerConfig with(Durability other) {
    return new ServerConfig(data, bind, port, name, encryption, other, capacity);
  }

  public ServerConfig with(Capacity other) {
    return new ServerConfig(data, bind, port, name, encryption, durability, other);
  }

  public ServerConfig withWriteQueueBytes(long bytes) {
    return with(capacity.withWriteQueueBytes(bytes));
  }

  public ServerConfig withConnectionsOfAddress(int connections) {
    return with(capacity.withConnectionsOfAddress(connections));
  }

  public ServerConfig withCommitQueue(int writes) {
    return with(capacity.withCommitQueue(writes));
  }

  public ServerConfig with(RateLimits other) {
    return with(capacity.with(other));
  }
}
