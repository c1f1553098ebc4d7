package hearth.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/// The server's command line in a process of its own. Confined to the test's thread.
final class ServerProcess implements AutoCloseable {
  private final Process process;
  private final String line;
  private final int port;

  private ServerProcess(Process process, String line) {
    this.process = process;
    this.line = line;
    this.port = Integer.parseInt(line.substring(line.lastIndexOf(':') + 1));
  }

  /// Returns when the server listens.
  static ServerProcess start(Path data) throws IOException {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                ServerMain.class.getName(),
                "--data",
                data.toString(),
                "--bind",
                "127.0.0.1",
                "--port",
                "0",
                "--plain",
                "--no-limits",
                "--name",
                "Workshop")
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    BufferedReader output = process.inputReader();
    String line = output.readLine();
    assertThat(line).isNotNull();
    return new ServerProcess(process, line);
  }

  String line() {
    return line;
  }

  int port() {
    return port;
  }

  /// SIGKILL: the process gets no chance to do anything.
  void kill() throws InterruptedException {
    process.destroyForcibly().waitFor();
  }

  /// SIGTERM.
  ///
  /// @return the exit code
  int terminate() throws InterruptedException {
    process.destroy();
    assertThat(process.waitFor(15, TimeUnit.SECONDS)).as("ended").isTrue();
    return process.exitValue();
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }
}
