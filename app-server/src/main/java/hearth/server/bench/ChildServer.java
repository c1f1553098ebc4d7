package hearth.server.bench;

import java.io.BufferedReader;
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

/// A server in a process of its own, on a free port of the loopback, with its data in a folder that
/// goes with it. It ends with [#close], or with this process. Safe from any thread.
final class ChildServer implements AutoCloseable {
  private static final int START_SECONDS = 30;
  private static final String BEFORE_ADDRESS = " listens on ";

  private final Process process;
  private final Path folder;
  private final Thread hook = new Thread(this::end, "end-child");
  private final CompletableFuture<String> listening = new CompletableFuture<>();

  private ChildServer(Process process, Path folder) {
    this.process = process;
    this.folder = folder;
  }

  /// With which the server is started everywhere: see the measured figures in CONTRIBUTING.md.
  private static final String USUAL_COLLECTOR = "-XX:+UseSerialGC";

  /// Starts a program with the Java and from the modules or classes that this process has.
  ///
  /// @param program the class whose `main` is the server's
  /// @param jvm further options for Java
  /// @param arguments further arguments for the server
  static ChildServer start(Class<?> program, List<String> jvm, List<String> arguments)
      throws IOException {
    Path folder = Files.createTempDirectory("hearth-bench");
    List<String> command = new ArrayList<>(javaAndModules(program, jvm));
    command.addAll(List.of("--data", folder.toString(), "--bind", "127.0.0.1", "--port", "0"));
    command.add("--no-limits");
    command.addAll(arguments);
    Process process =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
    ChildServer child = new ChildServer(process, folder);
    Runtime.getRuntime().addShutdownHook(child.hook);
    Thread.ofVirtual().start(child::listen);
    return child;
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

  /// Reads all that the server says, so that it is never kept from saying it.
  private void listen() {
    try (BufferedReader out = process.inputReader()) {
      for (String line = out.readLine(); line != null; line = out.readLine()) {
        if (line.contains(BEFORE_ADDRESS)) { // Java itself may have said something before
          listening.complete(line);
        }
      }
    } catch (IOException _) {
      // It has ended.
    }
    listening.complete("");
  }

  /// Where the server listens, as soon as it does.
  ///
  /// @throws BenchException where it does not start
  InetSocketAddress address() {
    try {
      String line = listening.get(START_SECONDS, TimeUnit.SECONDS);
      int host = line.lastIndexOf(BEFORE_ADDRESS) + BEFORE_ADDRESS.length();
      int colon = line.lastIndexOf(':');
      if (colon > host) {
        int port = Integer.parseInt(line.substring(colon + 1));
        return new InetSocketAddress(line.substring(host, colon), port);
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    } catch (ExecutionException | TimeoutException | NumberFormatException _) {
      // Said below.
    }
    throw new BenchException("The server did not start.");
  }

  Meter meter() {
    return new Meter(process.toHandle());
  }

  /// Ends the server without ceremony: nobody needs its data any more.
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
    process.destroyForcibly().onExit().join();
    if (!Files.exists(folder)) {
      return;
    }
    try (var files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }
}
