package hearth.server;

import hearth.protocol.Limits;
import hearth.server.cli.Arguments;
import hearth.server.cli.Command;
import hearth.server.cli.MistakeException;
import hearth.server.cli.Setting;
import hearth.server.config.Capacity;
import hearth.server.config.DefaultFolder;
import hearth.server.config.Durability;
import hearth.server.config.Encryption;
import hearth.server.config.ServerConfig;
import hearth.server.policy.RateLimits;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// The options of the server's command line, and the configuration they make. Holds no state.
final class ServerOptions {
  private static final Setting DATA =
      Setting.value("data", "DIR", "The folder for everything the server remembers");
  private static final Setting PORT =
      Setting.value("port", "N", "The port to listen on, 0 for any free one")
          .otherwise(String.valueOf(Limits.DEFAULT_PORT));
  private static final Setting BIND =
      Setting.value("bind", "ADDR", "The address to listen on (default: all of this machine's)");
  private static final Setting NAME =
      Setting.value("name", "TEXT", "What people call the server").otherwise("Hearth");
  private static final Setting CONNECTIONS_OF_ADDRESS =
      Setting.value(
              "connections-of-address",
              "N",
              "How many connections one address may have; more behind a reverse proxy")
          .otherwise(String.valueOf(Capacity.DEFAULT.connectionsOfAddress()));
  private static final Setting DURABILITY =
      Setting.value(
              "durability",
              "WORD",
              "What an acknowledged message survives: FULL a power cut too, NORMAL the end of the"
                  + " process")
          .otherwise(Durability.FULL.name());
  private static final Setting PLAIN =
      Setting.flag("plain", "No TLS: for tests, and behind a reverse proxy that sees to it");
  private static final Setting CERTIFICATE =
      Setting.value("cert", "FILE", "A certificate of one's own (PEM) instead of the server's");
  private static final Setting KEY =
      Setting.value("key", "FILE", "The key that goes with it (PEM, PKCS#8)");
  private static final Setting NO_LIMITS =
      Setting.flag(
          "no-limits",
          "Nobody is told to wait, however much they ask for: for measuring, and behind a reverse"
              + " proxy, where all come from one address");

  static final Command COMMAND =
      new Command(
          "hearth-server",
          "hearth-server [OPTION]...",
          "Hosts a Hearth server until it is told to stop (Ctrl-C or SIGTERM).",
          List.of(
              DATA,
              PORT,
              BIND,
              NAME,
              PLAIN,
              CERTIFICATE,
              KEY,
              DURABILITY,
              CONNECTIONS_OF_ADDRESS,
              NO_LIMITS),
          List.of());

  private ServerOptions() {}

  static ServerConfig config(Arguments said) throws MistakeException {
    if (!said.rest().isEmpty()) {
      throw new MistakeException("'%s' is not an option.".formatted(said.rest().getFirst()));
    }
    return new ServerConfig(said.path(DATA).orElseGet(DefaultFolder::ofThisSystem), said.text(NAME))
        .withBind(said.has(BIND) ? said.text(BIND) : ServerConfig.ANY)
        .withPort(said.whole(PORT))
        .withConnectionsOfAddress(said.whole(CONNECTIONS_OF_ADDRESS))
        .with(encryption(said))
        .with(said.oneOf(DURABILITY, Durability.values()))
        .with(said.has(NO_LIMITS) ? RateLimits.NONE : RateLimits.DEFAULT);
  }

  private static Encryption encryption(Arguments said) throws MistakeException {
    if (said.has(PLAIN)) {
      return new Encryption.None();
    }
    Optional<Path> certificate = said.path(CERTIFICATE);
    Optional<Path> key = said.path(KEY);
    if (certificate.isPresent() != key.isPresent()) {
      throw new MistakeException("--cert and --key go together.");
    }
    return certificate.isPresent()
        ? new Encryption.Files(certificate.get(), key.orElseThrow())
        : new Encryption.OwnKey();
  }
}
