package hearth.bench;

import hearth.server.ServerMain;
import hearth.server.cli.Arguments;
import hearth.server.cli.UsageException;
import java.io.PrintWriter;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The command line of the load generator, from the arguments to the exit code. Holds no state.
public final class BenchMain {
  private static final int FAILED = 1;
  private static final Logger LOG = LoggerFactory.getLogger(BenchMain.class);

  private BenchMain() {}

  public static void main(String[] arguments) {
    System.exit(run(arguments));
  }

  /// Measures, or says why it cannot.
  ///
  /// @return the process's exit code
  static int run(String... arguments) {
    try {
      return BenchOptions.COMMAND.run(BenchMain::measure, List.of(arguments));
    } catch (RuntimeException bug) {
      LOG.error("This should not have happened.", bug);
      return FAILED;
    }
  }

  private static int measure(Arguments said) throws UsageException {
    PrintWriter out = new PrintWriter(System.out, true, System.out.charset());
    PrintWriter err = new PrintWriter(System.err, true, System.err.charset());
    BenchOptions options = new BenchOptions(said);
    BenchRun run = new BenchRun(options.crowd(), options.load(), out, err);
    Optional<InetSocketAddress> running = options.server();
    return running.isPresent()
        ? run.of(running.get())
        : run.ofChild(ServerMain.class, options.jvm(), said.rest());
  }
}
