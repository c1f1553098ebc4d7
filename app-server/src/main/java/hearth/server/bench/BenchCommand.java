package hearth.server.bench;

import hearth.server.cli.Arguments;
import hearth.server.cli.UsageException;
import java.io.PrintWriter;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Optional;

/// The command `bench`, from what was typed to the exit code. Holds no state.
public final class BenchCommand {
  /// What is typed for it, before its options.
  public static final String NAME = "bench";

  private BenchCommand() {}

  /// Measures as was typed, or says what cannot be done.
  ///
  /// @param server the class whose `main` is the server's
  /// @param typed what comes after the name
  /// @return the exit code
  public static int run(Class<?> server, List<String> typed) {
    return BenchOptions.COMMAND.run(said -> measure(server, said), typed);
  }

  private static int measure(Class<?> server, Arguments said) throws UsageException {
    PrintWriter out = new PrintWriter(System.out, true, System.out.charset());
    PrintWriter err = new PrintWriter(System.err, true, System.err.charset());
    BenchOptions options = new BenchOptions(said);
    BenchRun run = new BenchRun(options.crowd(), options.load(), out, err);
    Optional<InetSocketAddress> running = options.server();
    return running.isPresent()
        ? run.of(running.get())
        : run.ofChild(server, options.jvm(), said.rest());
  }
}
