package hearth.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
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
    return start(data, List.of());
  }

  /// Returns when the server listens.
  ///
  /// @param wrapper a command that ends by becoming the one that follows it
  static ServerProcess start(Path data, List<String> wrapper) throws IOException {
    List<String> command = new ArrayList<>(wrapper);
    command.addAll(command(data));
    Process process =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
    String line = process.inputReader().readLine();
    assertThat(line).isNotNull();
    return new ServerProcess(process, line);
  }

  /// The command line of a server on a free port.
  static List<String> command(Path data) {
    return List.of(
        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        "-XX:TieredStopAtLevel=1",
        "-XX:+UseSerialGC",
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
        "Workshop");
  }

  String line() {
    return line;
  }

  int port() {
    return port;
  }

  long pid() {
    return process.pid();
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
