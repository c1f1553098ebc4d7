package hearth.server;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import hearth.protocol.Limits;
import hearth.server.bench.BenchRun;
import hearth.server.bench.CrowdPlan;
import hearth.server.bench.LoadPlan;
import hearth.server.limit.RateLimits;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/// The server's own command line: runs until it is told to stop. Says on standard output one line,
/// when it listens; on standard error one sentence, if it cannot.
@Command(
    name = "hearth-server",
    versionProvider = ServerMain.Version.class,
    mixinStandardHelpOptions = true,
    scope = ScopeType.INHERIT,
    subcommands = ServerMain.BenchCommand.class,
    description = "Hosts a Hearth server until it is told to stop (Ctrl-C or SIGTERM).")
public final class ServerMain implements Callable<Integer> {
  private static final int FAILED = 1;

  @Option(
      names = "--data",
      paramLabel = "DIR",
      description = "The folder for everything the server remembers.")
  private @Nullable Path data;

  @Option(
      names = "--port",
      paramLabel = "N",
      description = "The port to listen on, 0 for any free one (default: ${DEFAULT-VALUE}).")
  private int port = Limits.DEFAULT_PORT;

  @Option(
      names = "--bind",
      paramLabel = "ADDR",
      description = "The address to listen on (default: all of this machine's).")
  private String bind = ServerConfig.ANY;

  @Option(
      names = "--name",
      paramLabel = "TEXT",
      description = "What people call the server (default: ${DEFAULT-VALUE}).")
  private String name = "Hearth";

  @Option(
      names = "--connections-of-address",
      paramLabel = "N",
      description =
          "How many connections one address may have; more behind a reverse proxy (default:"
              + " ${DEFAULT-VALUE}).")
  private int connectionsOfAddress = Capacity.USUAL.connectionsOfAddress();

  @Option(
      names = "--durability",
      description =
          "What an acknowledged message survives: FULL a power cut too, NORMAL the end of the"
              + " process (default: ${DEFAULT-VALUE}).")
  private Durability durability = Durability.FULL;

  @Option(
      names = "--plain",
      description = "No TLS: for tests, and behind a reverse proxy that sees to it.")
  private boolean plain;

  @Option(
      names = "--cert",
      paramLabel = "FILE",
      description = "A certificate of one's own (PEM) instead of the server's.")
  private @Nullable Path certificate;

  @Option(
      names = "--key",
      paramLabel = "FILE",
      description = "The key that goes with it (PEM, PKCS#8).")
  private @Nullable Path key;

  @Option(
      names = "--no-limits",
      description =
          "Nobody is told to wait, however much they ask for: for measuring, and behind a reverse"
              + " proxy, where all come from one address.")
  private boolean noLimits;

  @Spec private @Nullable CommandSpec spec;

  private ServerMain() {}

  public static void main(String[] arguments) {
    System.exit(run(arguments));
  }

  /// Hosts until the server is stopped, by a signal or otherwise.
  ///
  /// @return the process's exit code
  public static int run(String... arguments) {
    return new CommandLine(new ServerMain())
        .setCaseInsensitiveEnumValuesAllowed(true)
        .execute(arguments);
  }

  @Override
  public Integer call() throws InterruptedException {
    Path folder = data != null ? data : DefaultFolder.ofThisSystem();
    ServerConfig config =
        new ServerConfig(folder, name)
            .withBind(bind)
            .withPort(port)
            .withConnectionsOfAddress(connectionsOfAddress)
            .with(encryption())
            .with(durability)
            .with(noLimits ? RateLimits.NONE : RateLimits.USUAL);
    try (HearthServer server = HearthServer.start(config)) {
      stopAtSignals(server);
      System.out.println(
          "Hearth \"%s\" listens on %s".formatted(name, server.joinAddresses().getFirst()));
      server.awaitClosed();
      return 0;
    } catch (StartException refused) {
      System.err.println(refused.sentence());
      return FAILED;
    }
  }

  /// What the build says; without a build, as in an editor, nothing is known.
  static final class Version implements IVersionProvider {
    @Override
    public String[] getVersion() throws IOException {
      try (InputStream text = ServerMain.class.getResourceAsStream("version.txt")) {
        String version = text == null ? "?" : new String(text.readAllBytes(), UTF_8).strip();
        return new String[] {"Hearth " + version};
      }
    }
  }

  private Encryption encryption() {
    if (plain) {
      return new Encryption.None();
    }
    if (certificate == null && key == null) {
      return new Encryption.OwnKey();
    }
    if (certificate == null || key == null) {
      throw new ParameterException(
          requireNonNull(spec).commandLine(), "--cert and --key go together.");
    }
    return new Encryption.Files(certificate, key);
  }

  /// A signal ends the process well, so it exits with 0: Java would say 128 and the signal's
  /// number.
  private static void stopAtSignals(HearthServer server) {
    Runtime.getRuntime()
        .addShutdownHook(
            new Thread(
                () -> {
                  server.close();
                  Runtime.getRuntime().halt(0);
                },
                "stop"));
  }

  /// The command `bench`. A mistake of the person's is said in a sentence, with the usage.
  @Command(
      name = "bench",
      description =
          "Measures how many people this machine can host: starts a server, fills it, and checks"
              + " that every message reaches everybody.")
  static final class BenchCommand implements Callable<Integer> {
    /// What an idle crowd is told: enough to see how long a message to all takes.
    private static final double IDLE_RATE = 2;

    @Spec private @Nullable CommandSpec spec;

    @Option(
        names = "--members",
        paramLabel = "N",
        description = "How many people join (default: ${DEFAULT-VALUE}).")
    private int members = 100;

    @Option(
        names = "--connections",
        paramLabel = "N",
        description = "How many devices they have together (default: one each).")
    private int connections;

    @Option(
        names = "--chats",
        paramLabel = "N",
        description = "How many groups they are put into; 1 is the lobby (default).")
    private int chats = 1;

    @Option(
        names = "--senders",
        paramLabel = "N",
        description = "How many of the connections post (default: one in each chat).")
    private int senders;

    @Option(
        names = "--in-flight",
        paramLabel = "N",
        description = "How many posts may be unanswered (default: ${DEFAULT-VALUE}).")
    private int inFlight = 8;

    @Option(
        names = "--rate",
        paramLabel = "N",
        description = "Posts a second, however long each takes, instead of --in-flight.")
    private double rate;

    @Option(names = "--idle", description = "The same as --rate 2: what a crowd costs at rest.")
    private boolean idle;

    @Option(names = "--tls", description = "With TLS, as a server is unless told otherwise.")
    private boolean tls;

    @Option(
        names = "--disturbed",
        description = "Beside the crowd, one who never reads and one who sends garbage.")
    private boolean disturbed;

    @Option(
        names = "--payload",
        paramLabel = "BYTES",
        description = "The length of each text (default: ${DEFAULT-VALUE}).")
    private int payload = 130;

    @Option(
        names = "--warmup",
        paramLabel = "SECONDS",
        description = "How long to post before measuring (default: ${DEFAULT-VALUE}).")
    private double warmup = 5;

    @Option(
        names = "--seconds",
        paramLabel = "SECONDS",
        description = "How long to measure (default: ${DEFAULT-VALUE}).")
    private double seconds = 10;

    @Option(
        names = "--server",
        paramLabel = "HOST:PORT",
        description =
            "Measures a server that runs already, on this machine's loopback; its CPU and memory"
                + " are then not known.")
    private @Nullable String server;

    @Option(
        names = "--jvm",
        paramLabel = "OPTION",
        description = "An option for the Java that runs the server; may be repeated.")
    private List<String> jvm = List.of();

    @Parameters(
        paramLabel = "-- ARGUMENT",
        description = "Arguments for the server, after two dashes.")
    private List<String> arguments = List.of();

    @Override
    public Integer call() {
      CommandLine line = Objects.requireNonNull(spec).commandLine();
      BenchRun run =
          checked(line, () -> new BenchRun(crowd(), load(), line.getOut(), line.getErr()));
      String named = server;
      return named != null
          ? run.of(checked(line, () -> address(named)))
          : run.ofChild(ServerMain.class, jvm, arguments);
    }

    private static <T> T checked(CommandLine line, Supplier<T> wanted) {
      try {
        return wanted.get();
      } catch (IllegalArgumentException unfit) {
        throw new ParameterException(line, unfit.getMessage(), unfit);
      }
    }

    private static InetSocketAddress address(String hostAndPort) {
      URI uri = URI.create("hearth://" + hostAndPort);
      if (uri.getHost() == null || uri.getPort() < 0) {
        throw new IllegalArgumentException("The server must be named as HOST:PORT.");
      }
      return new InetSocketAddress(uri.getHost(), uri.getPort());
    }

    private CrowdPlan crowd() {
      return new CrowdPlan(
          members,
          connections == 0 ? members : connections,
          chats,
          senders == 0 ? chats : senders,
          tls,
          disturbed);
    }

    private LoadPlan load() {
      double pace = idle && rate == 0 ? IDLE_RATE : rate;
      return new LoadPlan(inFlight, pace, payload, duration(warmup), duration(seconds));
    }

    private static Duration duration(double seconds) {
      return Duration.ofMillis(Math.round(seconds * 1_000));
    }
  }
}
