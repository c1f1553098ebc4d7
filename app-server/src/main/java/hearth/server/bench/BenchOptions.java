package hearth.server.bench;

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

/// The options of the command `bench`, and the plans they make. Immutable.
final class BenchOptions {
  /// What an idle crowd is told: enough to see how long a message to all takes.
  private static final double IDLE_RATE = 2;

  private static final Setting MEMBERS =
      Setting.value("members", "N", "How many people join").otherwise("100");
  private static final Setting CONNECTIONS =
      Setting.value("connections", "N", "How many devices they have together (default: one each)");
  private static final Setting CHATS =
      Setting.value("chats", "N", "How many groups they are put into; 1 is the lobby")
          .otherwise("1");
  private static final Setting SENDERS =
      Setting.value("senders", "N", "How many of the connections post (default: one in each chat)");
  private static final Setting IN_FLIGHT =
      Setting.value("in-flight", "N", "How many posts may be unanswered").otherwise("8");
  private static final Setting RATE =
      Setting.value("rate", "N", "Posts a second, however long each takes, instead of --in-flight");
  private static final Setting IDLE =
      Setting.flag("idle", "The same as --rate 2: what a crowd costs at rest");
  private static final Setting TLS =
      Setting.flag("tls", "With TLS, as a server is unless told otherwise");
  private static final Setting DISTURBED =
      Setting.flag("disturbed", "Beside the crowd, one who never reads and one who sends garbage");
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
          "Measures a server that runs already, on this machine's loopback; its CPU and memory are"
              + " then not known");
  private static final Setting JVM =
      Setting.repeatable(
          "jvm", "OPTION", "An option for the Java that runs the server; may be repeated");

  static final Command COMMAND =
      new Command(
          "hearth-server bench",
          "hearth-server bench [OPTION]... [-- ARGUMENT...]",
          "Measures how many people this machine can host: starts a server, fills it, and checks"
              + " that every message reaches everybody.",
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

  /// The server that runs already, if one is to be measured.
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
      // Said below.
    }
    throw new UsageException("The server must be named as HOST:PORT.");
  }

  /// Further options for the Java of a server of the bench's own.
  List<String> jvm() {
    return said.all(JVM);
  }

  private static Duration duration(double seconds) {
    return Duration.ofMillis(Math.round(seconds * 1_000));
  }
}
