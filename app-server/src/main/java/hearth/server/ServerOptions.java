package hearth.server;

import hearth.protocol.Limits;
import hearth.server.cli.Arguments;
import hearth.server.cli.Command;
import hearth.server.cli.Setting;
import hearth.server.cli.UsageException;
import hearth.server.config.Capacity;
import hearth.server.config.DefaultFolder;
import hearth.server.config.Durability;
import hearth.server.config.Encryption;
import hearth.server.config.ServerConfig;
import hearth.server.policy.Quotas;
import hearth.server.policy.RateLimits;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// The options of the server's command line, and the configuration they give. Holds no state.
final class ServerOptions {
  private static final Setting DATA =
      Setting.value("data", "DIR", "The folder for the server's data");
  private static final Setting PORT =
      Setting.value("port", "N", "The port to listen on, 0 for any free port")
          .otherwise(String.valueOf(Limits.DEFAULT_PORT));
  private static final Setting BIND =
      Setting.value(
          "bind", "ADDR", "The address to listen on (default: all addresses of this machine)");
  private static final Setting NAME =
      Setting.value("name", "TEXT", "The server name that people see").otherwise("Hearth");
  private static final Setting HOST =
      Setting.repeatable(
          "host",
          "NAME",
          "A name, beside this machine's own, by which clients reach the server, such as"
              + " chat.example.org; * for any. Addresses in digits always work");
  private static final Setting OWNER =
      Setting.repeatable(
          "owner",
          "NAME",
          "A person who has joined, and from now on may delete chats and remove people; those who"
              + " are named own the server, and nobody else. Without it, all stays as it is");
  private static final Setting CONNECTIONS_OF_ADDRESS =
      Setting.value(
              "connections-of-address",
              "N",
              "Connections per address; allow more behind a reverse proxy")
          .otherwise(String.valueOf(Capacity.DEFAULT.connectionsOfAddress()));
  private static final Setting PEOPLE =
      quota("people", "People on this server", Quotas.DEFAULT.people());
  private static final Setting JOINS_OF_ADDRESS =
      quota(
          "joins-of-address",
          "People who may join from one address in a day; 0 lets in nobody new",
          Quotas.DEFAULT.joinsOfNetwork());
  private static final Setting CHATS =
      quota("chats", "Chats on this server", Quotas.DEFAULT.chats());
  private static final Setting CHATS_OF_PERSON =
      quota(
          "chats-of-person",
          "Chats that one person may make; those that others made do not count",
          Quotas.DEFAULT.chatsOfPerson());
  private static final Setting MEMBERSHIPS =
      quota("memberships", "Members of all chats together", Quotas.DEFAULT.memberships());
  private static final Setting DURABILITY =
      Setting.value(
              "durability",
              "WORD",
              "What an acknowledged message survives: FULL a power failure too, NORMAL only a crash"
                  + " of the process")
          .otherwise(Durability.FULL.name());
  private static final Setting PLAIN =
      Setting.flag("plain", "No TLS: for tests, and behind a reverse proxy that provides it");
  private static final Setting CERTIFICATE =
      Setting.value("cert", "FILE", "Your own certificate (PEM) instead of the generated one");
  private static final Setting KEY =
      Setting.value("key", "FILE", "The key of your certificate (PEM, PKCS#8)");
  private static final Setting NO_LIMITS =
      Setting.flag(
          "no-limits",
          "No rate limits, and any number of joins per address: for load tests, and behind a"
              + " reverse proxy, where all connections come from one address");

  static final Command COMMAND =
      new Command(
          "hearth-server",
          "hearth-server [OPTION]...",
          "Runs a Hearth server until it is told to stop (Ctrl-C or SIGTERM).",
          List.of(
              DATA,
              PORT,
              BIND,
              NAME,
              HOST,
              OWNER,
              PLAIN,
              CERTIFICATE,
              KEY,
              DURABILITY,
              CONNECTIONS_OF_ADDRESS,
              PEOPLE,
              JOINS_OF_ADDRESS,
              CHATS,
              CHATS_OF_PERSON,
              MEMBERSHIPS,
              NO_LIMITS),
          List.of());

  private ServerOptions() {}

  private static Setting quota(String name, String description, int standard) {
    return Setting.value(name, "N", description).otherwise(String.valueOf(standard));
  }

  static ServerConfig config(Arguments said) throws UsageException {
    if (!said.rest().isEmpty()) {
      throw new UsageException("'%s' is not an option.".formatted(said.rest().getFirst()));
    }
    return new ServerConfig(said.path(DATA).orElseGet(DefaultFolder::ofThisSystem), said.text(NAME))
        .withBind(said.has(BIND) ? said.text(BIND) : ServerConfig.ANY)
        .withPort(said.whole(PORT))
        .withHostNames(said.all(HOST))
        .withConnectionsOfAddress(said.whole(CONNECTIONS_OF_ADDRESS))
        .with(encryption(said))
        .with(said.oneOf(DURABILITY, Durability.values()))
        .with(said.has(NO_LIMITS) ? RateLimits.NONE : RateLimits.DEFAULT)
        .with(said.has(NO_LIMITS) ? quotas(said).withAnyJoins() : quotas(said));
  }

  /// Who is to own the server; nobody where nothing is to change.
  static List<String> owners(Arguments said) {
    return said.all(OWNER);
  }

  private static Quotas quotas(Arguments said) throws UsageException {
    return new Quotas(
        said.count(CHATS_OF_PERSON),
        said.count(CHATS),
        said.count(MEMBERSHIPS),
        said.count(PEOPLE),
        said.count(JOINS_OF_ADDRESS));
  }

  private static Encryption encryption(Arguments said) throws UsageException {
    if (said.has(PLAIN)) {
      return new Encryption.None();
    }
    Optional<Path> certificate = said.path(CERTIFICATE);
    Optional<Path> key = said.path(KEY);
    if (certificate.isPresent() != key.isPresent()) {
      throw new UsageException("--cert and --key must be used together.");
    }
    return certificate.isPresent()
        ? new Encryption.Files(certificate.get(), key.orElseThrow())
        : new Encryption.OwnKey();
  }
}
