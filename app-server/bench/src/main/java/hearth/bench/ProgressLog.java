package hearth.bench;

import java.io.PrintWriter;
import java.util.Locale;
import java.util.concurrent.TimeUnit;

/// Prints how far the run is, once per second. Confined to one thread.
final class ProgressLog {
  private static final long SECOND = TimeUnit.SECONDS.toNanos(1);

  private final PrintWriter out;
  private final long start = System.nanoTime();
  private long last = start;

  ProgressLog(PrintWriter out) {
    this.out = out;
  }

  /// The seconds since the last line, if it is time for another; 0 otherwise.
  double due() {
    long since = System.nanoTime() - last;
    if (since < SECOND) {
      return 0;
    }
    last += since;
    return (double) since / SECOND;
  }

  /// Starts the second again.
  void restart() {
    last = System.nanoTime();
  }

  void print(String what) {
    long seconds = (System.nanoTime() - start) / SECOND;
    out.printf(Locale.ROOT, "%4d s  %s%n", seconds, what);
    out.flush();
  }
}
