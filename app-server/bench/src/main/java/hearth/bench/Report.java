package hearth.bench;

import java.time.Duration;
import java.util.Formatter;
import java.util.Locale;

/// Prints a result: a table for people, a line for scripts. Confined to one thread.
final class Report {
  /// In the line, for a number that could not be measured.
  private static final double UNKNOWN = -1;

  private final BenchResult result;
  private final Measurement window;
  private final Histogram fanOut;
  private final Histogram acknowledgement;
  private final Formatter out = new Formatter(Locale.ROOT);

  private Report(BenchResult result) {
    this.result = result;
    window = result.window();
    fanOut = result.posts().fanOut();
    acknowledgement = result.posts().acknowledgement();
  }

  static String table(BenchResult result) {
    return new Report(result).table();
  }

  static String line(BenchResult result) {
    return new Report(result).line();
  }

  private String table() {
    crowd(result.crowd());
    load(result.load());
    out.format("deliveries       %,.0f per second%n", window.perSecond(window.deliveries()));
    out.format(
        "acknowledged     %,.0f posts per second; refused in total: %,d%n",
        window.perSecond(window.acknowledged()), result.posts().refused());
    window.serverCpu().ifPresent(cpu -> cpu("server", cpu));
    cpu("generator", window.ownCpu());
    out.format(
        "fan-out          p50 %.2f  p99 %.2f  p99.9 %.2f  max %.2f ms, to the last receiver%n",
        millis(fanOut, 0.5), millis(fanOut, 0.99), millis(fanOut, 0.999), millis(fanOut, 1));
    out.format(
        "acknowledgement  p50 %.2f  p99 %.2f ms%n",
        millis(acknowledgement, 0.5), millis(acknowledgement, 0.99));
    result.memory().ifPresent(this::memory);
    checks(result.findings());
    return out.toString();
  }

  private void crowd(CrowdPlan crowd) {
    out.format(
        "crowd            %,d connections of %,d people in chats of %,d; %,d of them post%n",
        crowd.connections(), crowd.members(), crowd.largestChat(), crowd.senders());
  }

  private void load(LoadPlan load) {
    if (load.rate() > 0) {
      out.format("load             %,.1f posts per second", load.rate());
    } else {
      out.format("load             %,d posts in flight", load.inFlight());
    }
    out.format(" of %,d bytes, for %.1f s%n", load.payload(), window.time() / 1e9);
  }

  private void cpu(String whose, Duration cpu) {
    out.format(
        "%-9s CPU    %.2f µs per delivery, %.0f %% of a core%n",
        whose, window.microsPerDelivery(cpu), 100 * window.cores(cpu));
  }

  private void memory(Memory memory) {
    out.format(
        "memory           %.1f KB per connection: %.1f of the process (PSS), %.1f of the kernel"
            + " (half of what all sockets have)%n",
        kilobytes(memory.total()), kilobytes(memory.process()), kilobytes(memory.kernel()));
  }

  private void checks(Findings found) {
    out.format(
        "checks           %,d lost, %,d duplicated, %,d gaps, %,d out of order%n",
        found.lost(), found.duplicated(), found.gaps(), found.outOfOrder());
  }

  private String line() {
    pair("deliveries_per_s", window.perSecond(window.deliveries()));
    pair("cpu_us_per_delivery", window.serverCpu().map(window::microsPerDelivery).orElse(UNKNOWN));
    pair("generator_cpu_us_per_delivery", window.microsPerDelivery(window.ownCpu()));
    pair("fanout_p50_ms", millis(fanOut, 0.5));
    pair("fanout_p99_ms", millis(fanOut, 0.99));
    pair("fanout_p999_ms", millis(fanOut, 0.999));
    pair("fanout_max_ms", millis(fanOut, 1));
    pair("ack_p50_ms", millis(acknowledgement, 0.5));
    pair("ack_p99_ms", millis(acknowledgement, 0.99));
    pair("acked_per_s", window.perSecond(window.acknowledged()));
    pair("kb_per_connection", result.memory().map(m -> kilobytes(m.total())).orElse(UNKNOWN));
    pair("refused", result.posts().refused());
    pair("lost", result.findings().lost());
    pair("duplicated", result.findings().duplicated());
    pair("gaps", result.findings().gaps());
    pair("out_of_order", result.findings().outOfOrder());
    return out.toString().strip();
  }

  private void pair(String key, double value) {
    out.format(" %s=%.3f", key, value);
  }

  private void pair(String key, long value) {
    out.format(" %s=%d", key, value);
  }

  private static double millis(Histogram histogram, double share) {
    return histogram.quantile(share) / 1e6;
  }

  private static double kilobytes(long bytes) {
    return bytes / 1024.0;
  }
}
