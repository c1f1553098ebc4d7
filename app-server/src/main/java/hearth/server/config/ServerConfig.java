package hearth.server.config;

import hearth.protocol.Limits;
import hearth.server.policy.Quotas;
import hearth.server.policy.RateLimits;
import java.nio.file.Path;
import java.util.List;

/// The configuration of a server. Starting the server checks it.
///
/// @param data the folder for all of its data; created if missing
/// @param bind the address to listen on, [#ANY] for all addresses of the machine
/// @param port 0 for any free port
/// @param name the server name that people see
/// @param encryption how connections are protected
/// @param durability what an acknowledged message survives
/// @param capacity its limits
/// @param hostNames the names, beside those of the machine, by which clients reach it; `*` for any
public record ServerConfig(
    Path data,
    String bind,
    int port,
    String name,
    Encryption encryption,
    Durability durability,
    Capacity capacity,
    List<String> hostNames) {
  /// All addresses of the machine.
  public static final String ANY = "0.0.0.0";

  /// All addresses, the default port, encrypted, durable, with the default limits.
  public ServerConfig(Path data, String name) {
    this(
        data,
        ANY,
        Limits.DEFAULT_PORT,
        name,
        new Encryption.OwnKey(),
        Durability.FULL,
        Capacity.DEFAULT,
        List.of());
  }

  public ServerConfig {
    hostNames = List.copyOf(hostNames);
  }

  public ServerConfig withBind(String address) {
    return new ServerConfig(data, address, port, name, encryption, durability, capacity, hostNames);
  }

  public ServerConfig withPort(int number) {
    return new ServerConfig(data, bind, number, name, encryption, durability, capacity, hostNames);
  }

  public ServerConfig with(Encryption other) {
    return new ServerConfig(data, bind, port, name, other, durability, capacity, hostNames);
  }

  public ServerConfig with(Durability other) {
    return new ServerConfig(data, bind, port, name, encryption, other, capacity, hostNames);
  }

  public ServerConfig with(Capacity other) {
    return new ServerConfig(data, bind, port, name, encryption, durability, other, hostNames);
  }

  public ServerConfig withHostNames(List<String> names) {
    return new ServerConfig(data, bind, port, name, encryption, durability, capacity, names);
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

  public ServerConfig with(Quotas other) {
    return with(capacity.with(other));
  }
}
