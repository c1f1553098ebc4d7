package hearth.bench;

import hearth.bench.powerloss.TraceReader;
import hearth.server.ServerMain;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// A server process all of whose writes and syncs are traced from its start. Linux only. Confined
/// to the test's thread.
final class TracedServer implements AutoCloseable {
  private static final int TIMEOUT_SECONDS = 20;

  private final Process strace;
  private final int port;

  private TracedServer(Process strace, int port) {
    this.strace = strace;
    this.port = port;
  }

  /// Whether this machine can trace.
  static boolean isPossible() {
    return succeeds("strace", "-f", "--seccomp-bpf", "-e", "trace=fsync", "true");
  }

  /// Whether this machine has a command, and lets it do this.
  static boolean succeeds(String... command) {
    try {
      Process probe =
          new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start();
      return probe.waitFor(TIMEOUT_SECONDS, TimeUnit.SECONDS) && probe.exitValue() == 0;
    } catch (IOException _) {
      return false;
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  /// Returns when the server listens.
  ///
  /// @param data an empty folder
  static TracedServer start(Path data, Path trace) throws IOException {
    List<String> command = new ArrayList<>();
    command.addAll(List.of("strace", "-f", "-y", "-q", "-s", "200000", "--seccomp-bpf"));
    command.addAll(List.of("-o", trace.toString(), "-e", "trace=" + TraceReader.CALLS));
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"));
    command.add("--enable-native-access=ALL-UNNAMED");
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.addAll(List.of(ServerMain.class.getName(), "--data", data.toString()));
    command.addAll(List.of("--bind", "127.0.0.1", "--port", "0", "--plain", "--no-limits"));
    Process strace =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
    BufferedReader out = strace.inputReader();
    String line = out.readLine();
    if (line == null) {
      throw new IOException("the traced server did not start");
    }
    return new TracedServer(strace, Integer.parseInt(line.substring(line.lastIndexOf(':') + 1)));
  }

  int port() {
    return port;
  }

  /// Kills the server; returns when the trace is complete.
  void kill() throws InterruptedException {
    strace.children().forEach(ProcessHandle::destroyForcibly);
    if (!strace.waitFor(TIMEOUT_SECONDS, TimeUnit.SECONDS)) {
      throw new AssertionError("the trace does not end");
    }
  }

  @Override
  public void close() {
    strace.children().forEach(ProcessHandle::destroyForcibly);
    strace.destroyForcibly();
  }
}
