package hearth.server.bench;

import java.io.PrintWriter;
import java.util.Locale;
import java.util.concurrent.TimeUnit;

/// Says to a person how far the run is, once a second. Confined to one thread.
final class Progress {
  private static final long SECOND = TimeUnit.SECONDS.toNanos(1);

  private final PrintWriter out;
  private final long start = System.nanoTime();
  private long last = start;

  Progress(PrintWriter out) {
    this.out = out;
  }

  /// The seconds since the last line, if it is time for another; 0 if it is not.
  double due() {
    long since = System.nanoTime() - last;
    if (since < SECOND) {
      return 0;
    }
    last += since;
    return (double) since / SECOND;
  }

  /// Begins to count the second anew.
  void restart() {
    last = System.nanoTime();
  }

  void say(String what) {
    long seconds = (System.nanoTime() - start) / SECOND;
    out.printf(Locale.ROOT, "%4d s  %s%n", seconds, what);
    out.flush();
  }
}
