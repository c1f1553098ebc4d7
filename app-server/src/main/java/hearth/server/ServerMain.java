package hearth.server;

import static java.nio.charset.StandardCharsets.UTF_8;

import hearth.protocol.Limits;
import hearth.server.bench.BenchCommand;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Option;

/// The server's own command line: runs until it is told to stop. Says on standard output one line,
/// when it listens; on standard error one sentence, if it cannot.
@Command(
    name = "hearth-server",
    versionProvider = ServerMain.Version.class,
    mixinStandardHelpOptions = true,
    subcommands = BenchCommand.class,
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

  private ServerMain() {}

  public static void main(String[] arguments) {
    System.exit(run(arguments));
  }

  /// Hosts until the server is stopped, by a signal or otherwise.
  ///
  /// @return the process's exit code
  public static int run(String... arguments) {
    return new CommandLine(new ServerMain()).execute(arguments);
  }

  @Override
  public Integer call() throws InterruptedException {
    Path folder = data != null ? data : DefaultFolder.ofThisSystem();
    try (HearthServer server =
        HearthServer.start(new ServerConfig(folder, name).withBind(bind).withPort(port))) {
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
