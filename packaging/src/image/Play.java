import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;

/// Plays with an image of the app: a person joins a server, another one hosts, and both come back.
/// The first time, the JVMs write down what they learn (the image's options say so); afterwards
/// they use it.
///
/// `java Play.java LAUNCHERS FOLDER [OPTION]`: FOLDER is emptied and used for all data, OPTION is
/// one more for the JVMs
final class Play {
  private static final int PATIENCE_SECONDS = 120;

  /// What is learnt at the second one stays: nearly all starts are not the first, where keys are
  /// made and people welcomed, and classes that are learnt and not needed cost time and memory.
  private static final int VISITS = 2;

  private static final boolean WINDOWS =
      System.getProperty("os.name").toLowerCase(Locale.ROOT).startsWith("windows");

  private final Path launchers;
  private final Path folder;
  private final String option;
  private String port = "0";

  private Play(Path launchers, Path folder, String option) {
    this.launchers = launchers;
    this.folder = folder;
    this.option = option;
  }

  public static void main(String[] arguments) throws IOException, InterruptedException {
    String option = arguments.length > 2 ? arguments[2] : "";
    Play play = new Play(Path.of(arguments[0]).toAbsolutePath(), Path.of(arguments[1]), option);
    play.empty();
    for (int visit = 0; visit < VISITS; visit++) {
      play.join();
      play.host(); // the last one: the window learns most from it
    }
  }

  /// With settings from before, as at all starts but the first.
  private void host() throws IOException, InterruptedException {
    Path home = inside("host");
    Path settings = home.resolve("settings.json");
    if (Files.notExists(settings)) {
      Files.writeString(settings, "{\"theme\":\"SYSTEM\"}");
    }
    awaitEnd(start(window(), "--train-aot", home.toString()));
  }

  private void join() throws IOException, InterruptedException {
    Path data = inside("server");
    Process server =
        start("hearth-server", "--data", data.toString(), "--bind", "127.0.0.1", "--port", port);
    try {
      String address = listening(server);
      port = address.substring(address.lastIndexOf(':') + 1); // the guest comes back there
      awaitEnd(start(window(), "--train-aot", inside("guest").toString(), address));
      if (WINDOWS) {
        return; // cannot be asked to stop there, so it leaves no cache either
      }
      server.destroy();
      awaitEnd(server);
    } finally {
      server.destroyForcibly();
    }
  }

  /// The address that the server says it listens on.
  private static String listening(Process server) throws IOException {
    // Not closed: the server goes on.
    BufferedReader said = server.inputReader(StandardCharsets.UTF_8);
    for (String line = said.readLine(); line != null; line = said.readLine()) {
      System.out.println(line);
      if (line.contains(" listens on ")) {
        return line.substring(line.lastIndexOf(' ') + 1);
      }
    }
    throw new IOException("The server does not start.");
  }

  private Process start(String launcher, String... arguments) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(launchers.resolve(WINDOWS ? launcher + ".exe" : launcher).toString());
    Collections.addAll(command, arguments);
    ProcessBuilder builder = new ProcessBuilder(command);
    boolean server = launcher.equals("hearth-server");
    if (!option.isEmpty() && !(server && WINDOWS)) {
      builder.environment().put("JAVA_TOOL_OPTIONS", option);
    }
    builder.redirectError(ProcessBuilder.Redirect.INHERIT);
    if (!server) {
      builder.redirectOutput(ProcessBuilder.Redirect.INHERIT);
    }
    return builder.start();
  }

  private static void awaitEnd(Process process) throws IOException, InterruptedException {
    boolean ended = process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS);
    if (!ended) {
      process.destroyForcibly();
    }
    if (!ended || process.exitValue() != 0) {
      String how = ended ? "ends with " + process.exitValue() : "does not end";
      throw new IOException(process.info().command().orElse("The app") + " " + how + ".");
    }
  }

  private String window() {
    return Files.exists(launchers.resolve("hearth")) ? "hearth" : "Hearth";
  }

  private void empty() throws IOException {
    if (Files.exists(folder)) {
      try (var all = Files.walk(folder)) {
        all.sorted(Collections.reverseOrder()).forEach(Play::delete);
      }
    }
  }

  private Path inside(String name) throws IOException {
    return Files.createDirectories(folder.resolve(name).toAbsolutePath());
  }

  private static void delete(Path path) {
    try {
      Files.delete(path);
    } catch (IOException refused) {
      throw new UncheckedIOException(refused);
    }
  }
}
