import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.ByteBuffer;
import java.nio.IntBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// Measures how fast an image of the app starts and how much memory it takes, on a screen in memory
/// that is looked at every few milliseconds; and a peer beside it, in turn. Linux, with Xvfb.
///
/// `java Measure.java LAUNCHERS FOLDER [OPTION…]`: FOLDER keeps the data, a server with 100,000
/// messages and a person who has them all, from one run to the next; the options are for the
/// window's JVM. To be run from the project's folder, as the messages come from `mvn -Pbench`
final class Measure {
  private static final int RUNS = 5;
  private static final int MESSAGES = 100_000;
  private static final Duration SETTLED = Duration.ofSeconds(5);
  private static final int PORT = 7477;
  private static final String ADDRESS = "127.0.0.1:" + PORT;
  private static final String PEER = "telegram-desktop";

  private final Path launchers;
  private final Path folder;
  private final List<Process> started = new ArrayList<>();

  private Measure(Path launchers, Path folder) {
    this.launchers = launchers;
    this.folder = folder;
  }

  public static void main(String[] arguments) throws IOException, InterruptedException {
    Path folder = Files.createDirectories(Path.of(arguments[1])).toAbsolutePath();
    List<String> options = List.of(arguments).subList(2, arguments.length);
    Measure measure = new Measure(Path.of(arguments[0]).toAbsolutePath(), folder);
    try {
      measure.run(String.join(" ", options));
    } finally {
      measure.started.forEach(Process::destroyForcibly);
    }
  }

  private void run(String options) throws IOException, InterruptedException {
    Path home = folder.resolve("home");
    if (!Files.exists(home)) {
      seed(home);
    }
    server();
    Process server = listening();
    try (Screen screen = new Screen(start(Screen.command(folder), Map.of()), folder)) {
      List<String> peer = List.of(PEER, "-many", "-workdir", folder.resolve("peer").toString());
      boolean compared = isInstalled(PEER);
      List<Run> windows = new ArrayList<>();
      List<Run> peers = new ArrayList<>();
      String jvm = "-Dprism.order=sw -Dhearth.home=" + home + " " + options;
      for (int i = 0; i < RUNS; i++) {
        windows.add(look(screen, List.of(launcher("hearth")), Map.of("JAVA_TOOL_OPTIONS", jvm)));
        if (compared) {
          peers.add(look(screen, peer, Map.of()));
        }
      }
      report("hearth", windows);
      report(PEER, peers);
    } finally {
      stop(server);
    }
  }

  /// What one start came to: milliseconds and KB.
  private record Run(long window, long content, long pss) {}

  private static void report(String what, List<Run> runs) {
    if (!runs.isEmpty()) {
      System.out.printf(
          "%-17s window %4d ms   content %4d ms   PSS %6.1f MB   (median of %d)%n",
          what,
          median(runs.stream().map(Run::window)),
          median(runs.stream().map(Run::content)),
          median(runs.stream().map(Run::pss)) / 1024.0,
          runs.size());
    }
  }

  private static long median(Stream<Long> values) {
    List<Long> sorted = values.sorted().toList();
    return sorted.get(sorted.size() / 2);
  }

  private Run look(Screen screen, List<String> command, Map<String, String> environment)
      throws IOException, InterruptedException {
    screen.awaitEmpty();
    long begin = System.nanoTime();
    Process process = start(command, environment);
    Run shown = screen.watch(begin, SETTLED);
    long pss = pss(process);
    stop(process);
    System.out.printf(
        "  %-60.60s %5d ms %5d ms %7d KB%n",
        command.getFirst(), shown.window(), shown.content(), pss);
    return new Run(shown.window(), shown.content(), pss);
  }

  /// The server's own start and its memory at rest.
  private void server() throws IOException, InterruptedException {
    List<Long> starts = new ArrayList<>();
    List<Long> sizes = new ArrayList<>();
    for (int i = 0; i < RUNS; i++) {
      long begin = System.nanoTime();
      Process server = listening();
      starts.add((System.nanoTime() - begin) / 1_000_000);
      Thread.sleep(SETTLED);
      sizes.add(pss(server));
      stop(server);
    }
    System.out.printf(
        "hearth-server     listens %4d ms   PSS %6.1f MB   (median of %d; %s ms, %s KB)%n",
        median(starts.stream()), median(sizes.stream()) / 1024.0, RUNS, starts, sizes);
  }

  /// Fills a server through real connections, while a person's window is there to take it in.
  private void seed(Path home) throws IOException, InterruptedException {
    String screenless = "-Dglass.platform=Headless -Dprism.order=sw -Dhearth.home=" + home;
    Process server = listening();
    Path profile = home.resolve("default");
    start(List.of(launcher("hearth"), "--train-aot", profile.toString(), ADDRESS), Map.of())
        .waitFor();
    Process window = start(List.of(launcher("hearth")), Map.of("JAVA_TOOL_OPTIONS", screenless));
    double posted = 0;
    while (posted < MESSAGES) {
      posted += bench();
    }
    Thread.sleep(SETTLED);
    stop(window);
    stop(server);
    System.out.printf("seeded with %.0f messages%n", posted);
  }

  /// Lets a few people post for ten seconds.
  ///
  /// @return how many messages the server has taken
  private double bench() throws IOException {
    int seconds = 10;
    String arguments =
        "--server=%s --tls --members=4 --in-flight=64 --warmup=0 --seconds=%d"
            .formatted(ADDRESS, seconds);
    ProcessBuilder bench = new ProcessBuilder("mvn", "-q", "-Pbench", "-Dhearth.args=" + arguments);
    bench.redirectError(ProcessBuilder.Redirect.INHERIT);
    Process process = bench.start();
    started.add(process);
    try (BufferedReader said = process.inputReader(StandardCharsets.UTF_8)) {
      return said.lines()
          .flatMap(line -> Arrays.stream(line.split(" ")))
          .filter(word -> word.startsWith("acked_per_s="))
          .mapToDouble(word -> Double.parseDouble(word.substring("acked_per_s=".length())))
          .map(rate -> rate * seconds)
          .sum();
    }
  }

  private Process listening() throws IOException {
    Process server =
        new ProcessBuilder(
                launcher("hearth-server"),
                "--data=" + folder.resolve("server"),
                "--bind=127.0.0.1",
                "--port=" + PORT,
                "--no-limits")
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    started.add(server);
    // Not closed: the server goes on.
    String line =
        new BufferedReader(new InputStreamReader(server.getInputStream(), StandardCharsets.UTF_8))
            .readLine();
    if (line == null) {
      throw new IOException("The server does not start.");
    }
    return server;
  }

  private Process start(List<String> command, Map<String, String> environment) throws IOException {
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().put("DISPLAY", Screen.DISPLAY);
    builder.environment().put("HOME", folder.toString());
    builder.environment().putAll(environment);
    builder.redirectOutput(ProcessBuilder.Redirect.DISCARD);
    builder.redirectError(ProcessBuilder.Redirect.DISCARD);
    Process process = builder.start();
    started.add(process);
    return process;
  }

  private static void stop(Process process) throws InterruptedException {
    List<ProcessHandle> family = process.descendants().toList();
    process.destroy();
    if (!process.waitFor(Duration.ofSeconds(10))) {
      process.destroyForcibly();
    }
    family.forEach(ProcessHandle::destroyForcibly);
  }

  /// The memory of a process and those it started, in KB: what they share is divided among all.
  private static long pss(Process process) throws IOException {
    List<Long> all = new ArrayList<>(process.descendants().map(ProcessHandle::pid).toList());
    all.add(process.pid());
    long sum = 0;
    for (long pid : all) {
      for (String line : Files.readAllLines(Path.of("/proc/" + pid + "/smaps_rollup"))) {
        if (line.startsWith("Pss:")) {
          sum += Long.parseLong(line.replaceAll("\\D", ""));
        }
      }
    }
    return sum;
  }

  private static boolean isInstalled(String program) {
    return Arrays.stream(System.getenv("PATH").split(":"))
        .anyMatch(place -> Files.isExecutable(Path.of(place, program)));
  }

  private String launcher(String name) {
    return launchers.resolve(name).toString();
  }

  /// A screen whose pixels are in a file.
  private static final class Screen implements AutoCloseable {
    static final String DISPLAY = ":77";
    private static final double SOMETHING = 0.02;
    private static final double THE_SAME = 0.01;

    private final Process xvfb;
    private final ByteBuffer pixels;

    Screen(Process xvfb, Path folder) throws IOException, InterruptedException {
      this.xvfb = xvfb;
      Path file = folder.resolve("Xvfb_screen0");
      for (int i = 0; i < 100 && !Files.exists(Path.of("/tmp/.X11-unix/X77")); i++) {
        Thread.sleep(50);
      }
      try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
        ByteBuffer all = channel.map(FileChannel.MapMode.READ_ONLY, 0, channel.size());
        int head = all.getInt(0) + all.getInt(76) * 12; // XWD: its size, and a map of colours
        pixels = all.slice(head, all.capacity() - head);
      }
    }

    static List<String> command(Path folder) {
      return List.of(
          "Xvfb", DISPLAY, "-screen", "0", "1280x800x24", "-fbdir", folder.toString(), "-noreset");
    }

    void awaitEmpty() throws InterruptedException {
      for (int i = 0; i < 100 && !isEmpty(); i++) {
        Thread.sleep(50);
      }
    }

    private boolean isEmpty() {
      return difference(snapshot(), new int[pixels.capacity() / 4]) == 0;
    }

    /// Looks on until `settled` has passed.
    ///
    /// @return when there was something, and when all but a cursor was as in the end
    Run watch(long begin, Duration settled) throws InterruptedException {
      List<Long> times = new ArrayList<>();
      List<int[]> frames = new ArrayList<>(List.of(new int[pixels.capacity() / 4]));
      while (System.nanoTime() - begin < settled.toNanos()) {
        if (pixels.asIntBuffer().mismatch(IntBuffer.wrap(frames.getLast())) >= 0) {
          times.add((System.nanoTime() - begin) / 1_000_000);
          frames.add(snapshot());
        }
        Thread.sleep(8); // looking on must not take what the app needs
      }
      int[] empty = frames.removeFirst();
      int[] last = frames.isEmpty() ? empty : frames.getLast();
      long window = 0;
      long content = 0;
      for (int i = frames.size() - 1; i >= 0; i--) {
        if (difference(frames.get(i), empty) > SOMETHING) {
          window = times.get(i);
        }
        if (content == 0 && difference(frames.get(i), last) > THE_SAME) {
          content = times.get(i + 1);
        }
      }
      return new Run(window, content == 0 ? window : content, 0);
    }

    private int[] snapshot() {
      int[] copy = new int[pixels.capacity() / 4];
      pixels.asIntBuffer().get(0, copy);
      return copy;
    }

    /// The part of the pixels that differ.
    private static double difference(int[] one, int[] other) {
      int differ = 0;
      for (int i = 0; i < one.length; i++) {
        if (one[i] != other[i]) {
          differ++;
        }
      }
      return (double) differ / one.length;
    }

    @Override
    public void close() {
      xvfb.destroy();
    }
  }
}
