package hearth.server;

import hearth.server.config.ServerConfig;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The server's own command line: runs until it is told to stop. Says on standard output one line,
/// when it listens; on standard error one sentence, if it cannot.
public final class ServerMain {
  private static final int FAILED = 1;
  private static final Logger LOG = LoggerFactory.getLogger(ServerMain.class);

  private ServerMain() {}

  public static void main(String[] arguments) {
    System.exit(run(arguments));
  }

  /// Hosts until the server is stopped, by a signal or otherwise.
  ///
  /// @return the process's exit code
  public static int run(String... arguments) {
    try {
      return ServerOptions.COMMAND.run(
          said -> host(ServerOptions.config(said)), List.of(arguments));
    } catch (RuntimeException bug) {
      LOG.error("This should not have happened.", bug);
      return FAILED;
    }
  }

  private static int host(ServerConfig config) {
    try (HearthServer server = HearthServer.start(config)) {
      stopAtSignals(server);
      System.out.println(
          "Hearth \"%s\" listens on %s"
              .formatted(config.name(), server.joinAddresses().getFirst()));
      server.awaitClosed();
      return 0;
    } catch (StartException refused) {
      System.err.println(refused.sentence());
      return FAILED;
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      return FAILED;
    }
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
}
