package hearth.bench.conformance;

import hearth.bench.conformance.Case.Broken;
import hearth.client.link.Address;
import hearth.server.cli.Arguments;
import hearth.server.cli.Command;
import hearth.server.cli.Command.Further;
import hearth.server.cli.UsageException;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;
import java.util.Optional;

/// The command line of the conformance suite. Holds no state.
public final class ConformanceMain {
  private static final int OK = 0;
  private static final int FAILED = 1;

  private static final Command COMMAND =
      new Command(
          "hearth-conformance",
          "hearth-conformance [ws://]HOST[:PORT]",
          "Checks whether a server keeps the promises of PROTOCOL.md, a line for each.",
          List.of(),
          List.of(
              new Further(
                  "HOST[:PORT]",
                  "The server, as one types it in the app; ws:// for one without TLS.")));

  private ConformanceMain() {}

  public static void main(String[] arguments) {
    System.exit(run(arguments));
  }

  /// Runs the suite.
  ///
  /// @return the exit code: 0 if every case passed
  static int run(String... arguments) {
    return COMMAND.run(ConformanceMain::check, List.of(arguments));
  }

  private static int check(Arguments said) throws UsageException {
    Optional<Address> server =
        said.rest().size() == 1 ? Address.parse(said.rest().getFirst()) : Optional.empty();
    if (server.isEmpty()) {
      throw new UsageException("The server must be named as HOST:PORT.");
    }
    PrintWriter out = new PrintWriter(System.out, true, System.out.charset());
    try {
      return Suite.run(server.get(), out) == 0 ? OK : FAILED;
    } catch (IOException unreachable) {
      System.err.println("The server cannot be reached: " + unreachable.getMessage() + ".");
      return FAILED;
    } catch (Broken broken) {
      System.err.println("Nobody can join: " + broken.getMessage() + ".");
      return FAILED;
    }
  }
}
