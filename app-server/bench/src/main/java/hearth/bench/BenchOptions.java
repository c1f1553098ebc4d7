package hearth.bench;

import hearth.server.cli.Arguments;
import hearth.server.cli.Command;
import hearth.server.cli.Command.Further;
import hearth.server.cli.Setting;
import hearth.server.cli.UsageException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// The options of the command line, and the plans they make. Immutable.
final class BenchOptions {
  /// Posts per second to an idle crowd: enough to see how long a message to everybody takes.
  private static final double IDLE_RATE = 2;

  private static final Setting MEMBERS =
      Setting.value("members", "N", "How many people join").otherwise("100");
  private static final Setting CONNECTIONS =
      Setting.value("connections", "N", "How many devices they have in total (default: one each)");
  private static final Setting CHATS =
      Setting.value("chats", "N", "How many groups they are split into; 1 is the lobby")
          .otherwise("1");
  private static final Setting SENDERS =
      Setting.value("senders", "N", "How many of the connections post (default: one per chat)");
  private static final Setting IN_FLIGHT =
      Setting.value("in-flight", "N", "How many posts may be unanswered").otherwise("8");
  private static final Setting RATE =
      Setting.value(
          "rate", "N", "Posts per second, however long each takes, instead of --in-flight");
  private static final Setting IDLE =
      Setting.flag("idle", "The same as --rate 2: what a crowd costs at rest");
  private static final Setting TLS = Setting.flag("tls", "With TLS, which is a server's default");
  private static final Setting DISTURBED =
      Setting.flag("disturbed", "Adds a client that never reads and one that sends garbage");
  private static final Setting PAYLOAD =
      Setting.value("payload", "BYTES", "The length of each text").otherwise("130");
  private static final Setting WARMUP =
      Setting.value("warmup", "SECONDS", "How long to post before measuring").otherwise("5");
  private static final Setting WINDOW =
      Setting.value("seconds", "SECONDS", "How long to measure").otherwise("10");
  private static final Setting SERVER =
      Setting.value(
          "server",
          "HOST:PORT",
          "Measures a server that is already running, on this machine's loopback; its CPU and"
              + " memory are then not known");
  private static final Setting JVM =
      Setting.repeatable(
          "jvm", "OPTION", "An option for the Java that runs the server; may be repeated");

  static final Command COMMAND =
      new Command(
          "hearth-bench",
          "hearth-bench [OPTION]... [-- ARGUMENT...]",
          "Measures how many people this machine can host: starts a server, fills it, and checks"
              + " that every message reaches every receiver.",
          List.of(
              MEMBERS,
              CONNECTIONS,
              CHATS,
              SENDERS,
              IN_FLIGHT,
              RATE,
              IDLE,
              TLS,
              DISTURBED,
              PAYLOAD,
              WARMUP,
              WINDOW,
              SERVER,
              JVM),
          List.of(new Further("-- ARGUMENT...", "Arguments for the server, after two dashes.")));

  private final Arguments said;

  BenchOptions(Arguments said) {
    this.said = said;
  }

  CrowdPlan crowd() throws UsageException {
    int members = said.whole(MEMBERS);
    int chats = said.whole(CHATS);
    int connections = said.has(CONNECTIONS) ? said.whole(CONNECTIONS) : members;
    int senders = said.has(SENDERS) ? said.whole(SENDERS) : chats;
    try {
      return new CrowdPlan(
          members, connections, chats, senders, said.has(TLS), said.has(DISTURBED));
    } catch (IllegalArgumentException unfit) {
      throw new UsageException(String.valueOf(unfit.getMessage()), unfit);
    }
  }

  LoadPlan load() throws UsageException {
    double usualRate = said.has(IDLE) ? IDLE_RATE : 0;
    double rate = said.has(RATE) ? said.decimal(RATE) : usualRate;
    try {
      return new LoadPlan(
          said.whole(IN_FLIGHT),
          rate,
          said.whole(PAYLOAD),
          duration(said.decimal(WARMUP)),
          duration(said.decimal(WINDOW)));
    } catch (IllegalArgumentException unfit) {
      throw new UsageException(String.valueOf(unfit.getMessage()), unfit);
    }
  }

  /// The running server to be measured, if there is one.
  Optional<InetSocketAddress> server() throws UsageException {
    if (!said.has(SERVER)) {
      return Optional.empty();
    }
    try {
      URI uri = new URI("hearth://" + said.text(SERVER));
      if (uri.getHost() != null && uri.getPort() >= 0) {
        return Optional.of(new InetSocketAddress(uri.getHost(), uri.getPort()));
      }
    } catch (URISyntaxException | IllegalArgumentException _) {
      // Reported below.
    }
    throw new UsageException("The server must be named as HOST:PORT.");
  }

  /// Further options for the Java of the server that the bench starts.
  List<String> jvm() {
    return said.all(JVM);
  }

  private static Duration duration(double seconds) {
    return Duration.ofMillis(Math.round(seconds * 1_000));
  }
}
