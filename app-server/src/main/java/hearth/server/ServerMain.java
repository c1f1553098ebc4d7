package hearth.server;

import hearth.protocol.FaultException;
import hearth.server.config.ServerConfig;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The server's command line: runs until it is told to stop. Prints one line on standard output
/// when it listens, or one sentence on standard error if it cannot. Holds no state.
public final class ServerMain {
  private static final int FAILED = 1;

  /// A thread without which the server is of no use has ended: EX_SOFTWARE of sysexits.h.
  private static final int BROKEN = 70;

  private static final Logger LOG = LoggerFactory.getLogger(ServerMain.class);

  private ServerMain() {}

  public static void main(String[] arguments) {
    System.exit(run(arguments));
  }

  /// Runs a server until it is stopped, by a signal or otherwise.
  ///
  /// @return the process's exit code
  public static int run(String... arguments) {
    try {
      return ServerOptions.COMMAND.run(
          said -> host(ServerOptions.config(said), ServerOptions.owners(said)), List.of(arguments));
    } catch (RuntimeException bug) {
      LOG.error("An unexpected error", bug);
      return FAILED;
    }
  }

  private static int host(ServerConfig config, List<String> owners) {
    try (HearthServer server = HearthServer.start(config, ServerMain::end)) {
      if (!owners.isEmpty()) {
        server.setOwners(owners);
      }
      stopAtSignals(server);
      System.out.println(
          "Hearth \"%s\" listens on %s"
              .formatted(config.name(), server.joinAddresses().getFirst()));
      server.awaitClosed();
      return 0;
    } catch (StartException refused) {
      System.err.println(refused.sentence());
      return FAILED;
    } catch (FaultException unknown) {
      System.err.println(
          "The owner was not set: %s Who is to own the server joins it first."
              .formatted(unknown.sentence()));
      return FAILED;
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      return FAILED;
    }
  }

  /// Ends the process loudly, so that whoever watches over it starts it again. What was
  /// acknowledged is on disk.
  private static void end(String thread) {
    System.err.println("The server cannot go on: its thread \"" + thread + "\" has ended.");
    System.err.flush();
    Runtime.getRuntime().halt(BROKEN);
  }

  /// A signal is a normal end, so the process exits with 0; Java would use 128 plus the signal's
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
}
