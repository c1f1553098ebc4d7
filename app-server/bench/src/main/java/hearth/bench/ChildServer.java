package hearth.bench;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// A server in a process of its own, on a free port of the loopback. It ends with [#close], or with
/// this process. Safe from any thread.
final class ChildServer implements AutoCloseable {
  /// What lifts a server's limits.
  static final List<String> WITHOUT_LIMITS =
      List.of("--no-limits", "--people", "1000000", "--memberships", "2000000");

  private static final int TIMEOUT_SECONDS = 30;
  private static final String BEFORE_ADDRESS = " listens on ";

  /// The collector that the server uses everywhere: see the measured figures in CONTRIBUTING.md.
  private static final String USUAL_COLLECTOR = "-XX:+UseSerialGC";

  private final Process process;
  private final Path data;
  private final boolean temporary;
  private final Thread hook = new Thread(this::end, "end-child");
  private final CompletableFuture<String> listening = new CompletableFuture<>();

  private ChildServer(Process process, Path data, boolean temporary) {
    this.process = process;
    this.data = data;
    this.temporary = temporary;
  }

  /// Starts a program with the Java and from the modules or classes of this process, on a data
  /// folder that is deleted when it ends.
  ///
  /// @param program the class whose `main` is the server's
  /// @param jvm further options for Java
  /// @param arguments further arguments for the server
  static ChildServer start(Class<?> program, List<String> jvm, List<String> arguments)
      throws IOException {
    Path data = Files.createTempDirectory("hearth-bench");
    return new ChildServer(launch(program, jvm, arguments, data), data, true).watched();
  }

  /// The same on a data folder that stays.
  static ChildServer startOn(Path data, Class<?> program, List<String> jvm, List<String> arguments)
      throws IOException {
    return new ChildServer(launch(program, jvm, arguments, data), data, false).watched();
  }

  private static Process launch(
      Class<?> program, List<String> jvm, List<String> arguments, Path data) throws IOException {
    List<String> command = new ArrayList<>(javaAndModules(program, jvm));
    command.addAll(List.of("--data", data.toString(), "--bind", "127.0.0.1", "--port", "0"));
    command.addAll(WITHOUT_LIMITS);
    command.addAll(arguments);
    return new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
  }

  private static List<String> javaAndModules(Class<?> program, List<String> jvm) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    if (jvm.stream().noneMatch(option -> option.endsWith("GC"))) {
      command.add(USUAL_COLLECTOR);
    }
    command.addAll(jvm);
    Module module = program.getModule();
    if (module.isNamed()) {
      command.add("--enable-native-access=org.xerial.sqlitejdbc");
      String path = System.getProperty("jdk.module.path");
      if (path != null) {
        command.addAll(List.of("--module-path", path));
      }
      command.addAll(List.of("--module", module.getName() + "/" + program.getName()));
    } else {
      command.add("--enable-native-access=ALL-UNNAMED");
      command.addAll(List.of("--class-path", System.getProperty("java.class.path")));
      command.add(program.getName());
    }
    return command;
  }

  private ChildServer watched() {
    Runtime.getRuntime().addShutdownHook(hook);
    Thread.ofVirtual().start(this::readOutput);
    return this;
  }

  /// Reads everything that the server prints, so that it never blocks on its output.
  private void readOutput() {
    try (BufferedReader out = process.inputReader()) {
      for (String line = out.readLine(); line != null; line = out.readLine()) {
        if (line.contains(BEFORE_ADDRESS)) { // Java itself may have printed something before
          listening.complete(line);
        }
      }
    } catch (IOException _) {
      // The process has ended.
    }
    listening.complete("");
  }

  /// Where the server listens; waits until it does.
  ///
  /// @throws BenchException if it does not start
  InetSocketAddress address() {
    try {
      String line = listening.get(TIMEOUT_SECONDS, TimeUnit.SECONDS);
      int host = line.lastIndexOf(BEFORE_ADDRESS) + BEFORE_ADDRESS.length();
      int colon = line.lastIndexOf(':');
      if (colon > host) {
        int port = Integer.parseInt(line.substring(colon + 1));
        return new InetSocketAddress(line.substring(host, colon), port);
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    } catch (ExecutionException | TimeoutException | NumberFormatException _) {
      // Reported below.
    }
    throw new BenchException("The server did not start.");
  }

  ProcessMeter meter() {
    return new ProcessMeter(process.toHandle());
  }

  long pid() {
    return process.pid();
  }

  /// Writes a line to the process's standard input.
  void tell(String line) throws IOException {
    BufferedWriter in = process.outputWriter();
    in.write(line);
    in.newLine();
    in.flush();
  }

  /// Ends the process without giving it a chance to do anything (SIGKILL).
  void kill() {
    process.destroyForcibly().onExit().join();
  }

  /// Asks the process to end (SIGTERM), and waits until it has.
  ///
  /// @return the exit code
  int terminate() throws InterruptedException {
    process.destroy();
    if (!process.waitFor(TIMEOUT_SECONDS, TimeUnit.SECONDS)) {
      throw new BenchException("The server did not stop.");
    }
    return process.exitValue();
  }

  @Override
  public void close() {
    end();
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException _) {
      // This process is ending too.
    }
  }

  private synchronized void end() {
    kill();
    if (!temporary || !Files.exists(data)) {
      return;
    }
    try (var files = Files.walk(data)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }
}
