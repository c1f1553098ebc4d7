package hearth.server.bench;

import hearth.protocol.Limits;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// The command line of the bench. Says how far it is on standard error, and what it found on
/// standard output, whose last line is for scripts. Confined to one thread.
@Command(
    name = "bench",
    mixinStandardHelpOptions = true,
    description =
        "Measures how many people this machine can host: starts a server, fills it, and checks"
            + " that every message reaches everybody.")
public final class BenchCommand implements Callable<Integer> {
  private static final int OK = 0;
  private static final int FAILED = 1;

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
    CommandSpec known = spec();
    PrintWriter out = known.commandLine().getOut();
    PrintWriter err = known.commandLine().getErr();
    Bench bench = new Bench(crowd(), load(), new Progress(err));
    try {
      Result result = run(bench);
      out.print(Report.table(result));
      out.println(Report.line(result));
      out.flush();
      return result.sound() ? OK : FAILED;
    } catch (BenchException failed) {
      err.println(failed.sentence());
    } catch (IOException failed) {
      err.println("The server cannot be started: " + failed.getMessage() + ".");
    }
    err.flush();
    return FAILED;
  }

  private Result run(Bench bench) throws IOException {
    if (server != null) {
      return bench.run(loopback(server), new Meter(null));
    }
    Class<?> program = spec().root().userObject().getClass();
    try (ChildServer child = ChildServer.start(program, jvm, arguments)) {
      return bench.run(child.address(), child.meter());
    }
  }

  private CrowdPlan crowd() {
    int all = connections == 0 ? members : connections;
    CrowdPlan plan = new CrowdPlan(members, all, chats, senders == 0 ? chats : senders);
    check(
        members > 0 && all >= members,
        "There must be at least one member, and a connection for each.");
    check(chats > 0 && chats <= members, "There must be a chat, and a member for each.");
    check(
        chats == 1 || plan.largestChat() <= Limits.MEMBERS + 1,
        "A group has at most " + (Limits.MEMBERS + 1) + " members.");
    check(
        plan.senders() >= chats && plan.senders() <= all,
        "There must be a sender in each chat, and a connection for each.");
    return plan;
  }

  private LoadPlan load() {
    check(inFlight > 0 && inFlight < Flights.CAPACITY, "At least one post must be in flight.");
    check(
        payload >= Texts.DIGITS && payload <= Limits.TEXT,
        "A text has from " + Texts.DIGITS + " to " + Limits.TEXT + " bytes.");
    check(rate >= 0 && warmup >= 0 && seconds > 0, "Times and rates cannot be negative.");
    double pace = idle && rate == 0 ? IDLE_RATE : rate;
    return new LoadPlan(inFlight, pace, payload, duration(warmup), duration(seconds));
  }

  private InetSocketAddress loopback(String hostAndPort) {
    int colon = hostAndPort.lastIndexOf(':');
    check(hostAndPort.matches(".+:\\d{1,5}"), "The server must be named as HOST:PORT.");
    InetSocketAddress address =
        new InetSocketAddress(
            hostAndPort.substring(0, colon), Integer.parseInt(hostAndPort.substring(colon + 1)));
    check(
        !address.isUnresolved() && address.getAddress().isLoopbackAddress(),
        "The server must be on this machine's loopback.");
    return address;
  }

  private void check(boolean fit, String otherwise) {
    if (!fit) {
      throw new ParameterException(spec().commandLine(), otherwise);
    }
  }

  private CommandSpec spec() {
    if (spec == null) {
      throw new IllegalStateException("not a command of a command line");
    }
    return spec;
  }

  private static Duration duration(double seconds) {
    return Duration.ofMillis(Math.round(seconds * 1_000));
  }
}
