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

/// Plays with an image of the app: a person joins a server, another one hosts. The first time, the
/// JVMs write down what they learn (the image's options say so); afterwards they use it.
///
/// `java Play.java LAUNCHERS FOLDER [OPTION]`: FOLDER is emptied and used for all data, OPTION is
/// one more for the JVMs
final class Play {
  private static final int PATIENCE_SECONDS = 120;
  private static final boolean WINDOWS =
      System.getProperty("os.name").toLowerCase(Locale.ROOT).startsWith("windows");

  private final Path launchers;
  private final Path folder;
  private final String option;

  private Play(Path launchers, Path folder, String option) {
    this.launchers = launchers;
    this.folder = folder;
    this.option = option;
  }

  public static void main(String[] arguments) throws IOException, InterruptedException {
    String option = arguments.length > 2 ? arguments[2] : "";
    Play play = new Play(Path.of(arguments[0]).toAbsolutePath(), Path.of(arguments[1]), option);
    play.join();
    play.host(); // the last one: the window learns most from it
  }

  /// With settings from before, as at all starts but the first.
  private void host() throws IOException, InterruptedException {
    Path home = empty("host");
    Files.writeString(home.resolve("settings.json"), "{\"theme\":\"SYSTEM\"}");
    awaitEnd(start(window(), "--rehearse", home.toString()));
  }

  private void join() throws IOException, InterruptedException {
    Path data = empty("server");
    Process server =
        start("hearth-server", "--data", data.toString(), "--bind", "127.0.0.1", "--port", "0");
    try {
      String address = listening(server);
      awaitEnd(start(window(), "--rehearse", empty("guest").toString(), address));
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

  private Path empty(String name) throws IOException {
    Path wanted = folder.resolve(name).toAbsolutePath();
    if (Files.exists(wanted)) {
      try (var inside = Files.walk(wanted)) {
        inside.sorted(Collections.reverseOrder()).forEach(Play::delete);
      }
    }
    return Files.createDirectories(wanted);
  }

  private static void delete(Path path) {
    try {
      Files.delete(path);
    } catch (IOException refused) {
      throw new UncheckedIOException(refused);
    }
  }
}
