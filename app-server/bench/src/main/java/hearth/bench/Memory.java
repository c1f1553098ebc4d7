package hearth.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/// The memory of a server's process, and of the kernel for sockets. Linux only.
///
/// @param process the proportional set size, in bytes
/// @param kernel the buffers of all TCP sockets and, if readable, the memory that the kernel needs
///   for sockets and open files, in bytes
record Memory(long process, long kernel) {
  private static final Set<String> SLABS =
      Set.of("TCP", "TCPv6", "sock_inode_cache", "filp", "eventpoll_epi");
  private static final int GC_SECONDS = 20;
  private static final int MAX_READINGS = 10;
  private static final long BETWEEN_READINGS = TimeUnit.MILLISECONDS.toNanos(300);
  private static final long STEADY_BYTES = 256 * 1024;

  /// Collects the process's garbage, if this Java has the tool for it, and reads the memory.
  static Optional<Memory> of(ProcessHandle process) {
    try {
      collectGarbage(process.pid());
      long pss = settledSetSize(process.pid());
      return Optional.of(new Memory(pss, socketBuffers() + slabs()));
    } catch (IOException _) {
      return Optional.empty(); // not Linux
    }
  }

  /// What was added per connection. The bench's end of each connection is in the same kernel, so
  /// only half of the kernel's part is the server's.
  static Memory perConnection(Memory before, Memory after, int connections) {
    return new Memory(
        (after.process - before.process) / connections,
        (after.kernel - before.kernel) / 2 / connections);
  }

  long total() {
    return process + kernel;
  }

  private static void collectGarbage(long pid) throws IOException {
    Path tool = Path.of(System.getProperty("java.home"), "bin", "jcmd");
    if (!Files.isExecutable(tool)) {
      return;
    }
    Process running =
        new ProcessBuilder(tool.toString(), Long.toString(pid), "GC.run")
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    try {
      if (!running.waitFor(GC_SECONDS, TimeUnit.SECONDS)) {
        running.destroyForcibly();
      }
    } catch (InterruptedException _) {
      running.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }

  /// A collector gives memory back with a delay: reads until the size no longer shrinks.
  private static long settledSetSize(long pid) throws IOException {
    Path file = Path.of("/proc/%d/smaps_rollup".formatted(pid));
    long before = Long.MAX_VALUE;
    long now = kilobytes(file, "Pss:");
    for (int reading = 0; reading < MAX_READINGS && before - now > STEADY_BYTES; reading++) {
      LockSupport.parkNanos(BETWEEN_READINGS);
      before = now;
      now = kilobytes(file, "Pss:");
    }
    return now;
  }

  /// `TCP: inuse 5 orphan 0 tw 0 alloc 9 mem 3`: the last in pages.
  private static long socketBuffers() throws IOException {
    long page = kilobytes(Path.of("/proc/self/smaps"), "KernelPageSize:");
    for (String line : Files.readAllLines(Path.of("/proc/net/sockstat"))) {
      if (line.startsWith("TCP:")) {
        return Long.parseLong(line.substring(line.lastIndexOf(' ') + 1)) * page;
      }
    }
    return 0;
  }

  /// `filp 1024 1050 256 ...`: a name, objects in use, objects, bytes of each.
  private static long slabs() {
    long bytes = 0;
    try {
      for (String line : Files.readAllLines(Path.of("/proc/slabinfo"))) {
        List<String> fields = List.of(line.split(" +"));
        if (SLABS.contains(fields.getFirst())) {
          bytes += Long.parseLong(fields.get(2)) * Long.parseLong(fields.get(3));
        }
      }
    } catch (IOException _) {
      return 0; // only root may read it
    }
    return bytes;
  }

  private static long kilobytes(Path file, String field) throws IOException {
    try (var lines = Files.lines(file, StandardCharsets.ISO_8859_1)) {
      String line = lines.filter(l -> l.startsWith(field)).findFirst().orElse("0");
      return Long.parseLong(line.replaceAll("\\D", "")) * 1024;
    }
  }
}
